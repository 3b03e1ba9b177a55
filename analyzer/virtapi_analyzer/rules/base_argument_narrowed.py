"""Who implements the class or makes its values gives too much for its base.

An implementation of `class Disks(Sequence[int | None])` may give None, which a `Sequence[int]` has not.

## What to do instead

Leave the base as it is, and give the values of the new type by a method of their own.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import base_retyped


@rule(
    summary="The type arguments of a base make it a narrower type.",
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    unseen="no witness asks yet for what a base is made of",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(Sequence[int | None], ABC): ...",
            new="@driver_interface\nclass Driver(Sequence[int], ABC): ...",
            at=("Driver",),
        ),
        Miss(
            old="@driver_interface\nclass Driver(Sequence[int | None], ABC): ...",
            new="@driver_interface\nclass Driver(Sequence[None | int], ABC): ...",
            because="Both spell the same type.",
        ),
    ),
)
def base_argument_narrowed(pair: ClassPair) -> Iterator[Change]:
    yield from base_retyped(pair, Relation.NARROWER)
