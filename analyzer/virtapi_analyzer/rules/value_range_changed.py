"""Who makes the value may give what is out of range now, and who uses it may get what was.

So it is wherever both sides may set an attribute. The type is what it was, so no type checker sees it.

## What to do instead

Add a method or a field beside it with the new range.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AnyPair, ParameterPair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.ranges import given, range_retyped


@rule(
    summary="What is given, or may be set by both sides, is limited to another range.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    unprovable="mypy does not look at ranges",
    examples=(
        Hit(
            old=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def free(self) -> Annotated[int, Ge(0), Le(9)]: ..."
            ),
            new=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def free(self) -> Annotated[int, Ge(1), Le(10)]: ..."
            ),
            at=("Driver.free",),
        ),
        Hit(
            old=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    limit: Annotated[int, Ge(0)]"
            ),
            new=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    limit: Annotated[int, Ge(1)]"
            ),
            at=("Driver.limit",),
        ),
        Miss(
            old=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def free(self) -> Annotated[int, Ge(0), Le(9)]: ..."
            ),
            new=(
                "from annotated_types import Ge, Gt, Le, Len, MultipleOf, Unit\n@driver_interface\n"
                "class Driver:\n    def free(self) -> Annotated[int, Le(9), Ge(0)]: ..."
            ),
            because="The order says nothing.",
        ),
    ),
)
def value_range_changed(pair: AnyPair) -> Iterator[Change]:
    if given(pair):
        yield from range_retyped(pair, Relation.UNRELATED)
    elif not isinstance(pair, ParameterPair):
        for relation in (Relation.WIDER, Relation.NARROWER, Relation.UNRELATED):
            yield from range_retyped(pair, relation)
