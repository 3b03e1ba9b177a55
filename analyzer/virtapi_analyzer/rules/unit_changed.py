"""The numbers are right and mean something else: a size of 2 is two thousand times what it was.

No type checker sees it, and nothing fails until much later. A unit that is a type of its own (`NewType`) is told by the
rules of types.

## What to do instead

Add a parameter, a field or a method beside it whose name says the new unit.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.ranges import unit_changed as changed


@rule(
    summary="A number counts another unit.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    unprovable="mypy does not look at units that are remarks",
    examples=(
        Hit(
            old=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def resize(self, disk: Annotated[int, Unit('MiB')]) -> None: ..."
            ),
            new=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def resize(self, disk: Annotated[int, Unit('GiB')]) -> None: ..."
            ),
            at=("Driver.resize(disk)",),
        ),
        Hit(
            old=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def free(self) -> Annotated[int, Unit('s')]: ..."
            ),
            new=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def free(self) -> Annotated[int, Unit('ms')]: ..."
            ),
            at=("Driver.free",),
        ),
        Miss(
            old=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def resize(self, disk: Annotated[int, Unit('MiB')]) -> None: ..."
            ),
            new=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n"
                "    def resize(self, disk: Annotated[int, Unit('MiB'), 'a size']) -> None: ..."
            ),
            because="A remark is no unit.",
        ),
    ),
)
def unit_changed(pair: AnyPair) -> Iterator[Change]:
    yield from changed(pair)
