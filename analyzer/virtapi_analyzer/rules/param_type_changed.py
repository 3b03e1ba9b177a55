"""The parameter takes other values than it took, some of them new and some of the old ones no longer.

An old call that passes what is no longer taken fails, and an old override does not take what is new. So it is where a
mutable container holds something else: a list of one type is no list of another.

## What to do instead

Add a method beside it that takes the new type, and let this one go in a cycle.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import parameter_retyped


@rule(
    summary="A parameter takes other values.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    unseen="mypy takes `LiteralString` for `str`",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance: str) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, instance: int) -> None: ...",
            at=("Driver.pause(instance)",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, instances: list[str]) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, instances: list[str | None]) -> None: ...",
            at=("Driver.pause(instances)",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, done: Callable[..., int]) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, done: Callable[[int], int]) -> None: ...",
            at=("Driver.pause(done)",),
        ),
        Miss(
            old='_T = TypeVar("_T")\n@driver_interface\nclass Driver:\n    def pause(self, state: _T) -> _T: ...',
            new='_S = TypeVar("_S")\n@driver_interface\nclass Driver:\n    def pause(self, state: _S) -> _S: ...',
            because="The name of a type variable is nobody's.",
        ),
    ),
)
def param_type_changed(pair: ParameterPair) -> Iterator[Change]:
    yield from parameter_retyped(pair, Relation.UNRELATED)
