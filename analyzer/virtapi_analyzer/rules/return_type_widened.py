"""The caller may get values that it did not have to handle.

An old override still fits, because it returns fewer. The caller that reads the result fails where one of the new values
comes.

## What to do instead

Add a method beside it that may return the new values.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import CallablePair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import returns_retyped


@rule(
    summary="A function may return more values.",
    caller=Severity.BREAKING,
    unseen="mypy takes `LiteralString` for `str`",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def name(self) -> str: ...",
            new="@driver_interface\nclass Driver:\n    def name(self) -> str | None: ...",
            at=("Driver.name",),
        ),
        Hit(
            old="def names() -> list[str]: ...",
            new="def names() -> Sequence[str]: ...",
            at=("names",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def name(self) -> str: ...",
            new="@driver_interface\nclass Driver:\n    def name(self) -> Any: ...",
            because="A type checker lets the caller do with `Any` what it did.",
            others=("annotation-removed",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def stop(self) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def stop(self) -> int | None: ...",
            because="Who got nothing looked at nothing.",
            others=("return-value-optional",),
        ),
    ),
)
def return_type_widened(pair: CallablePair) -> Iterator[Change]:
    yield from returns_retyped(pair, Relation.WIDER)
