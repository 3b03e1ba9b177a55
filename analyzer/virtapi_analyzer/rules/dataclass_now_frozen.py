"""The fields of an object can no longer be assigned.

Assigning one raises `FrozenInstanceError`, and a subclass that is not frozen cannot even be defined.

## What to do instead

Add a frozen class beside it under another name.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import ClassKind
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact

FROZEN = "frozen=True"


@rule(
    summary="A dataclass became frozen.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    state: int",
            new="@dataclass(frozen=True)\nclass Info:\n    state: int",
            at=("Info",),
        ),
        Miss(
            old="@dataclass(frozen=True)\nclass Info:\n    state: int",
            new="@dataclass(frozen=True, eq=True)\nclass Info:\n    state: int",
            because="`eq=True` is what a dataclass has anyway.",
        ),
    ),
)
def dataclass_now_frozen(pair: ClassPair) -> Iterator[Change]:
    if pair.both is None or any(side.kind is not ClassKind.DATACLASS for side in pair.both):
        return
    old, new = pair.both
    if FROZEN in new.options and FROZEN not in old.options:
        yield fact(pair, f"`{pair.name}` is frozen now: its fields can no longer be assigned")
