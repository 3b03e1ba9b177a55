"""An override that returns nothing still fits, and who called the old version had nothing to look at.

A caller must be ready for both.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import CallablePair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import value_returned


@rule(
    summary="A function that returned None may return something.",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def stop(self) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def stop(self) -> int | None: ...",
            at=("Driver.stop",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def stop(self) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def stop(self) -> int: ...",
            because="An override that returns nothing does not fit.",
            others=("return-value-added",),
        ),
    ),
)
def return_value_optional(pair: CallablePair) -> Iterator[Change]:
    yield from value_returned(pair, Relation.WIDER)
