"""An object that is made without the field now says something else.

Who relied on the old default makes other objects without touching a line.

## What to do instead

Give the value explicitly where it matters, or add a field beside it with the new default.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import AttributeKind, values_differ
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="The default of a field changed.",
    producer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    cores: int = 1",
            new="@dataclass\nclass Info:\n    cores: int = 2",
            at=("Info.cores",),
        ),
    ),
)
def field_default_changed(pair: AttributePair) -> Iterator[Change]:
    if pair.both is None or pair.private or pair.renamed is not None:
        return
    old, new = pair.both
    if new.kind is AttributeKind.FIELD and old.value and new.value and values_differ(old.value, new.value):
        yield fact(pair, f"the default of `{pair.name}` was `{old.value.text}` and is now `{new.value.text}`")
