"""Who implements the method or makes the value may give what is out of range now.

The type is what it was, so no type checker sees it.

## What to do instead

Add a method or a field beside it with the new range.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.ranges import given, range_retyped


@rule(
    summary="What is given is limited to a narrower range.",
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    unprovable="mypy does not look at ranges",
    examples=(
        Hit(
            old=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def free(self) -> Annotated[int, Ge(0)]: ..."
            ),
            new=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def free(self) -> Annotated[int, Gt(0)]: ..."
            ),
            at=("Driver.free",),
        ),
        Hit(
            old=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n"
                "@dataclass(frozen=True)\nclass Info:\n    size: Annotated[int, Ge(0)]\n"
                "@driver_interface\nclass Driver:\n    def get(self) -> Info: ..."
            ),
            new=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n"
                "@dataclass(frozen=True)\nclass Info:\n    size: Annotated[int, Ge(1)]\n"
                "@driver_interface\nclass Driver:\n    def get(self) -> Info: ..."
            ),
            at=("Info.size",),
        ),
        Miss(
            old=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def free(self) -> Annotated[int, 'free']: ..."
            ),
            new=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def free(self) -> Annotated[int, 'free space']: ..."
            ),
            because="A remark is no range.",
        ),
    ),
)
def value_range_narrowed(pair: AnyPair) -> Iterator[Change]:
    if given(pair):
        yield from range_retyped(pair, Relation.NARROWER)
