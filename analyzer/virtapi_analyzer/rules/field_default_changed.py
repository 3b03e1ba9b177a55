"""An object that is made without the field now says something else.

Who relied on the old default makes other objects without touching a line.

## What to do instead

Give the value explicitly where it matters, or add a field beside it with the new default.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import values_differ
from virtapi_analyzer.model.pair import FieldPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import became, fact


@rule(
    summary="The default of a field changed.",
    producer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    cores: int = 1",
            new="@dataclass\nclass Info:\n    cores: int = 2",
            at=("Info.cores",),
        ),
        Miss(
            old="@dataclass\nclass Info:\n    cores: int = 1",
            new="@dataclass\nclass Info:\n    cores: int = field(default=1)",
            because="The same default, spelled in another way.",
        ),
    ),
)
def field_default_changed(pair: FieldPair) -> Iterator[Change]:
    if pair.both is None or pair.private:
        return
    old, new = pair.both
    if old.value and new.value and values_differ(old.value, new.value):
        yield fact(pair, f"the default of `{pair.name}` {became(old.value, new.value)}")
