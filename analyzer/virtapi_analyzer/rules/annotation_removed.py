"""Nothing that type-checked fails, but nobody is told of mistakes there any more.

A type checker lets everything pass where the type is gone or is `Any`.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import annotation_lost


@rule(
    summary="A type was dropped, or became Any.",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance: str) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, instance) -> None: ...",
            at=("Driver.pause(instance)",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self) -> dict[str, int]: ...",
            new="@driver_interface\nclass Driver:\n    def pause(self) -> dict[str, Any]: ...",
            at=("Driver.pause",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance: Any) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, instance) -> None: ...",
            because="There was none.",
        ),
    ),
)
def annotation_removed(pair: AnyPair) -> Iterator[Change]:
    yield from annotation_lost(pair)
