"""An override written for the old version returns nothing where something is expected now.

Who called the old version had nothing to look at, so the host is not hurt before it looks.

## What to do instead

Add a method beside it that returns the value.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import CallablePair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import value_returned


@rule(
    summary="A function that returned None returns something.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def stop(self) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def stop(self) -> int: ...",
            at=("Driver.stop",),
        ),
        Miss(
            old="def stop() -> None: ...",
            new="def stop() -> None: ...",
            because="Nothing changed.",
        ),
    ),
)
def return_value_added(pair: CallablePair) -> Iterator[Change]:
    yield from value_returned(pair, Relation.UNRELATED)
