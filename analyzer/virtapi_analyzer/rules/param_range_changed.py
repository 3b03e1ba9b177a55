"""Values that callers could pass are out of range now, and implementations are handed others that were.

The type is what it was, so no type checker sees it.

## What to do instead

Add a parameter beside it with the new range, or check the value in the method and say so in its documentation.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.ranges import range_retyped


@rule(
    summary="A parameter is limited to another range.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    unprovable="mypy does not look at ranges",
    examples=(
        Hit(
            old=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def resize(self, disk: Annotated[int, Ge(0), Le(9)]) -> None: ..."
            ),
            new=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def resize(self, disk: Annotated[int, Ge(1), Le(10)]) -> None: ..."
            ),
            at=("Driver.resize(disk)",),
        ),
        Hit(
            old=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def resize(self, disk: Annotated[int, MultipleOf(4)]) -> None: ..."
            ),
            new=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def resize(self, disk: Annotated[int, MultipleOf(6)]) -> None: ..."
            ),
            at=("Driver.resize(disk)",),
        ),
        Miss(
            old=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def resize(self, disk: Annotated[int, Ge(0), Le(9)]) -> None: ..."
            ),
            new=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def resize(self, disk: Annotated[int, Le(9), Ge(0)]) -> None: ..."
            ),
            because="The order says nothing.",
        ),
    ),
)
def param_range_changed(pair: ParameterPair) -> Iterator[Change]:
    yield from range_retyped(pair, Relation.UNRELATED)
