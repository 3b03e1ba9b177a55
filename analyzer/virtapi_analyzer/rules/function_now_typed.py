"""Implementations and callers that are typed themselves are compared with the new types.

While nothing of a function was annotated, type checkers accepted every override and every call. What runs goes on
running.

## What to do instead

Annotate it with the types that documentation and practice have given it all along.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import typed_now


@rule(
    summary="A function that had no annotations has some.",
    caller=Severity.POTENTIALLY_BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, instance: str) -> None: ...",
            at=("Driver.pause",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    @property\n    def limit(self): ...",
            new="@driver_interface\nclass Driver:\n    @property\n    def limit(self) -> int: ...",
            at=("Driver.limit",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance, hard: bool): ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, instance: str, hard: bool): ...",
            because="It had some already.",
            others=("annotation-added",),
        ),
    ),
)
def function_now_typed(pair: AnyPair) -> Iterator[Change]:
    yield from typed_now(pair)
