"""An implementation written for the old version may give what is no longer allowed.

It is only read: a property without a setter, or a `Final`; so it is judged as what a function returns. A module's
constant is read like that too.

## What to do instead

Add a property beside it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import readonly_retyped


@rule(
    summary="What is only read may be fewer values.",
    implementer=Severity.BREAKING,
    unseen="no driver may define again what is `Final`",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @property\n    def limit(self) -> int: ...",
            new="@driver_interface\nclass Driver:\n    @property\n    def limit(self) -> bool: ...",
            at=("Driver.limit",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    limit: int",
            new="@driver_interface\nclass Driver:\n    limit: bool",
            because="It may be set.",
            others=("attribute-type-changed",),
        ),
    ),
)
def readonly_type_narrowed(pair: AnyPair) -> Iterator[Change]:
    yield from readonly_retyped(pair, Relation.NARROWER)
