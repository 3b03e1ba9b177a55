"""A type alias stands for another type now, while every signature that uses it reads as before.

Who annotates with the alias gets another type: values that fitted do not fit, or values arrive that nobody handles.
What is only respelled (`Optional[X]` and `X | None`, another order of a union) is no change.

## What to do instead

Give the new type a name of its own, and let the old alias stand until nothing uses it.
"""

from collections.abc import Iterator
from dataclasses import replace

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import AttributeKind
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.relations import made_of_another


@rule(
    summary="A type alias stands for another type.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="Size = int",
            new="Size = int | str",
            at=("Size",),
        ),
        Hit(
            old='Size = NewType("Size", int)',
            new='Size = NewType("Size", str)',
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
    yield from made_of_another(pair)
    if pair.both is None or any(side.kind is not AttributeKind.ALIAS or side.type is None for side in pair.both):
        return
    if pair.types is not None and pair.types.relation is Relation.EQUAL:
        return
    old, new = (side.type.normal if side.type is not None else "" for side in pair.both)
    if old != new:
        told = fact(pair, f"`{pair.name}` stood for `{old}` and now stands for `{new}`")
        yield replace(told, rests_on_any=pair.types is not None and pair.types.rests_on_any)
