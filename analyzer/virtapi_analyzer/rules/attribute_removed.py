"""Reading or setting the attribute fails, or has no effect any more.

## What to do instead

Keep the attribute and mark it as superseded; remove it a cycle later.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.attributes import ordinary
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_before


@rule(
    summary="An attribute was removed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    evidence=("nova 6a68f9140d removed requires_allocation_refresh",),
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    requires_allocation_refresh: bool = False",
            new="@driver_interface\nclass Driver: ...",
            at=("Driver.requires_allocation_refresh",),
        ),
    ),
)
def attribute_removed(pair: AttributePair) -> Iterator[Change]:
    if pair.new is None and pair.renamed is None and ordinary(pair) and not protocol_before(pair):
        yield fact(pair, f"the attribute `{pair.name}` is gone", removal=True)
