"""A type alias stands for another type now, while every signature that uses it reads as before.

Who annotates with the alias gets another type: values that fitted do not fit, or values arrive that nobody handles.
What is only respelled (`Optional[X]` and `X | None`, another order of a union) is no change.

## What to do instead

Give the new type a name of its own, and let the old alias stand until nothing uses it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import AttributeKind
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A type alias stands for another type.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="Size = int",
            new="Size = int | str",
            at=("Size",),
        ),
        Miss(
            old="Size = Optional[int]",
            new="Size = None | int",
            because="Both spell the same type.",
        ),
    ),
)
def alias_target_changed(pair: AttributePair) -> Iterator[Change]:
    if pair.both is None or any(side.kind is not AttributeKind.ALIAS or side.type is None for side in pair.both):
        return
    old, new = (side.type.normal if side.type is not None else "" for side in pair.both)
    if old != new:
        yield fact(pair, f"`{pair.name}` stood for `{old}` and now stands for `{new}`")
