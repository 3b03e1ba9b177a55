"""Callers and implementations that knew nothing of the type are held to one now.

Nobody could say what the place takes, so each side took something for granted; a type checker compares these guesses
with the new type, and refuses the others.

## What to do instead

Annotate it with the type that documentation and practice have given it all along.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import annotated_now


@rule(
    summary="A type was added where there was none.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance, hard: bool) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, instance: str, hard: bool) -> None: ...",
            at=("Driver.pause(instance)",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, hard: bool): ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, hard: bool) -> int: ...",
            at=("Driver.pause",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, instance: str) -> None: ...",
            because="Type checkers leave a function without any annotation alone.",
            others=("function-now-typed",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance, hard: bool) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, instance: Any, hard: bool) -> None: ...",
            because="What is not annotated is `Any`.",
        ),
    ),
)
def annotation_added(pair: AnyPair) -> Iterator[Change]:
    yield from annotated_now(pair)
