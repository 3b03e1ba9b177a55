"""The function returns other values than it did, some of them new and some of the old ones no longer.

The caller gets what it was not written for, and an old override returns what is no longer allowed.

## What to do instead

Add a method beside it that returns the new type, and let this one go in a cycle.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import CallablePair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import returns_retyped


@rule(
    summary="A function returns other values.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    unseen="mypy takes `LiteralString` for `str`",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def name(self) -> str: ...",
            new="@driver_interface\nclass Driver:\n    def name(self) -> int: ...",
            at=("Driver.name",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    def name(self) -> int: ...",
            new="@driver_interface\nclass Driver:\n    def name(self) -> None: ...",
            at=("Driver.name",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    def sizes(self) -> tuple[int, int]: ...",
            new="@driver_interface\nclass Driver:\n    def sizes(self) -> tuple[int, int, int]: ...",
            at=("Driver.sizes",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def stop(self) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def stop(self) -> int: ...",
            because="Who got nothing looked at nothing.",
            others=("return-value-added",),
        ),
    ),
)
def return_type_changed(pair: CallablePair) -> Iterator[Change]:
    yield from returns_retyped(pair, Relation.UNRELATED)
