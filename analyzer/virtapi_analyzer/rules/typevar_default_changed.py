"""A generic class that is named without an argument is another type now.

`Box` alone meant `Box[int]` and means `Box[str]`; every signature that names it so reads as before.

## What to do instead

Leave the default, and write the argument where another one is meant.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A type parameter of a class has another default.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    unseen="no witness leaves a type argument out yet",
    examples=(
        Hit(
            old='_D = TypeVar("_D", default=int)\nclass Box(Generic[_D]):\n    def get(self) -> _D: ...',
            new='_D = TypeVar("_D", default=str)\nclass Box(Generic[_D]):\n    def get(self) -> _D: ...',
            at=("Box",),
        ),
        Miss(
            old='_D = TypeVar("_D", default=int | None)\nclass Box(Generic[_D]):\n    def get(self) -> _D: ...',
            new='_D = TypeVar("_D", default=None | int)\nclass Box(Generic[_D]):\n    def get(self) -> _D: ...',
            because="Both spell the same type.",
        ),
    ),
)
def typevar_default_changed(pair: ClassPair) -> Iterator[Change]:
    if pair.both is None:
        return
    before, after = pair.both
    for name, old, new in zip(after.parameters, before.variables, after.variables, strict=False):
        if None not in (old.default, new.default) and old.default != new.default:
            yield fact(pair, f"the default of `{name}` was `{old.default}` and is now `{new.default}`")
