"""An implementation written for the old version does not take what may be assigned now.

What the property gives may be another type than what it takes, so reading it shows nothing.

## What to do instead

Add a method that takes the new values.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import setter_retyped


@rule(
    summary="A property may be set to more types.",
    implementer=Severity.BREAKING,
    unseen="no witness sets a property yet",
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver:\n    @property\n    def limit(self) -> int: ...\n"
                "    @limit.setter\n    def limit(self, value: int) -> None: ..."
            ),
            new=(
                "@driver_interface\nclass Driver:\n    @property\n    def limit(self) -> int: ...\n"
                "    @limit.setter\n    def limit(self, value: int | str) -> None: ..."
            ),
            at=("Driver.limit",),
        ),
        Miss(
            old=(
                "@driver_interface\nclass Driver:\n    @property\n    def limit(self) -> int: ...\n"
                "    @limit.setter\n    def limit(self, value: int | str) -> None: ..."
            ),
            new=(
                "@driver_interface\nclass Driver:\n    @property\n    def limit(self) -> int: ...\n"
                "    @limit.setter\n    def limit(self, value: str | int) -> None: ..."
            ),
            because="Both spell the same type.",
        ),
        Miss(
            old=(
                "@driver_interface\nclass Driver:\n    @property\n    def limit(self) -> int: ...\n"
                "    @limit.setter\n    def limit(self, value: int) -> None: ..."
            ),
            new=(
                "@driver_interface\nclass Driver:\n    @property\n    def limit(self) -> float: ...\n"
                "    @limit.setter\n    def limit(self, value: float) -> None: ..."
            ),
            because="It still takes what it gives: one fact, of the property.",
            others=("attribute-type-changed",),
        ),
    ),
)
def setter_type_widened(pair: PropertyPair) -> Iterator[Change]:
    yield from setter_retyped(pair, Relation.WIDER)
