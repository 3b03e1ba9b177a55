"""Reading or setting the old name fails.

## What to do instead

Keep the old name beside the new one for a cycle, and mark it as superseded.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import AttributeKind
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, new_name


@rule(
    summary="An attribute or an enum member was renamed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    need_legacy_network: bool = False",
            new="@driver_interface\nclass Driver:\n    needs_legacy_network: bool = False",
            at=("Driver.need_legacy_network",),
        ),
    ),
)
def attribute_renamed(pair: AttributePair) -> Iterator[Change]:
    if pair.old is None or pair.renamed is None or pair.private or pair.old.kind is AttributeKind.FLAG:
        return
    name = new_name(pair.path, pair.renamed)
    yield fact(pair, f"the {pair.old.kind.value} `{pair.name}` is now called `{name}`", removal=True)
