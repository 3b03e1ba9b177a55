"""Nothing that was right for the old base is right for the new one: neither what is given nor what is taken.

The members come from the base, so nothing that the class defines itself has changed.

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
    summary="The type arguments of a base make it another type.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    unseen="no witness asks yet for what a base is made of",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(Sequence[int], ABC): ...",
            new="@driver_interface\nclass Driver(Sequence[str], ABC): ...",
            at=("Driver",),
        ),
        Hit(
            old="@driver_interface\nclass Driver(list[int], ABC): ...",
            new="@driver_interface\nclass Driver(list[bool], ABC): ...",
            at=("Driver",),
        ),
        Miss(
            old="@driver_interface\nclass Driver(Sequence[int | None], ABC): ...",
            new="@driver_interface\nclass Driver(Sequence[None | int], ABC): ...",
            because="Both spell the same type.",
        ),
    ),
)
def base_argument_changed(pair: ClassPair) -> Iterator[Change]:
    yield from base_retyped(pair, Relation.UNRELATED)
