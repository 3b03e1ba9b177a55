"""The parameter takes values now that an override written for the old version does not.

Every old call still works, so it looks harmless from the caller's side. As soon as a new caller passes one of the new
values, an old override gets what it was not written for; a type checker refuses the override at once.

## What to do instead

Add a method beside it that takes the wider type, with the old one as its fallback.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import parameter_retyped


@rule(
    summary="A parameter takes more values.",
    implementer=Severity.BREAKING,
    unseen="mypy takes `LiteralString` for `str`",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance: str) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, instance: str | None) -> None: ...",
            at=("Driver.pause(instance)",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, done: Callable[[int], None]) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, done: Callable[[bool], None]) -> None: ...",
            at=("Driver.pause(done)",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, state: Any, hard: bool) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, state: object, hard: bool) -> None: ...",
            at=("Driver.pause(state)",),
        ),
        Hit(
            old="@host_interface\nclass Host:\n    def emit(self, event: str) -> None: ...",
            new="@host_interface\nclass Host:\n    def emit(self, event: str | int) -> None: ...",
            at=("Host.emit(event)",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def pause(self, state: object) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, state: Any) -> None: ...",
            because="Everything that fits `Any` fits `object`.",
            others=("annotation-removed",),
        ),
    ),
)
def param_type_widened(pair: ParameterPair) -> Iterator[Change]:
    yield from parameter_retyped(pair, Relation.WIDER)
