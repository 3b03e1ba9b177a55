"""A dataclass that derives from this one may no longer be definable.

Python wants fields without a default before those with one. A subclass whose own fields have none fails when it is
defined, unless fields are given by keyword alone.

## What to do instead

Let the fields be given by keyword alone (`kw_only=True`).
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import FieldDifference
from virtapi_analyzer.model.pair import FieldPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A field of a dataclass got a default.",
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    state: int",
            new="@dataclass\nclass Info:\n    state: int = 0",
            at=("Info.state",),
        ),
    ),
)
def field_default_added(pair: FieldPair) -> Iterator[Change]:
    if pair.difference is FieldDifference.DEFAULT_ADDED:
        yield fact(pair, f"the field `{pair.name}` has a default now")
