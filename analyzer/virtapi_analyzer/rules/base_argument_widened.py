"""Who uses the class as its base may get values that it did not have to handle.

`class Disks(Sequence[int])` that becomes a `Sequence[int | None]` gives None where a number was promised, though no
member that it defines itself has changed.

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
    summary="The type arguments of a base make it a wider type.",
    caller=Severity.BREAKING,
    consumer=Severity.BREAKING,
    unseen="no witness asks yet for what a base is made of",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(Sequence[int], ABC): ...",
            new="@driver_interface\nclass Driver(Sequence[int | None], ABC): ...",
            at=("Driver",),
        ),
        Hit(
            old=(
                "_T_contra = TypeVar('_T_contra', contravariant=True)\n"
                "class Handler(Generic[_T_contra]):\n"
                "    def handle(self, event: _T_contra, /) -> None: ...\n@driver_interface\n"
                "class Driver(Handler[int]): ..."
            ),
            new=(
                "_T_contra = TypeVar('_T_contra', contravariant=True)\n"
                "class Handler(Generic[_T_contra]):\n"
                "    def handle(self, event: _T_contra, /) -> None: ...\n@driver_interface\n"
                "class Driver(Handler[bool]): ..."
            ),
            at=("Driver",),
        ),
        Miss(
            old="@driver_interface\nclass Driver(Sequence[int | None], ABC): ...",
            new="@driver_interface\nclass Driver(Sequence[None | int], ABC): ...",
            because="Both spell the same type.",
        ),
    ),
)
def base_argument_widened(pair: ClassPair) -> Iterator[Change]:
    yield from base_retyped(pair, Relation.WIDER)
