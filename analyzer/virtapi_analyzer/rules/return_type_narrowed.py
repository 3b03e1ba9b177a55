"""An override written for the old version may return what is no longer allowed.

The caller is not hurt by fewer values. The old implementation is: what it returns may be one of those that went, and a
type checker refuses the override.

## What to do instead

Add a method beside it that promises more, with a fallback on this one.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import CallablePair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import returns_retyped


@rule(
    summary="A function may return fewer values.",
    implementer=Severity.BREAKING,
    unseen="mypy takes `LiteralString` for `str`",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def name(self) -> str | None: ...",
            new="@driver_interface\nclass Driver:\n    def name(self) -> str: ...",
            at=("Driver.name",),
        ),
        Hit(
            old="@host_interface\nclass Host:\n    def name(self) -> object: ...",
            new="@host_interface\nclass Host:\n    def name(self) -> str: ...",
            at=("Host.name",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def name(self) -> str: ...",
            new='@driver_interface\nclass Driver:\n    def name(self) -> "str": ...',
            because="Both spell the same type.",
        ),
    ),
)
def return_type_narrowed(pair: CallablePair) -> Iterator[Change]:
    yield from returns_retyped(pair, Relation.NARROWER)
