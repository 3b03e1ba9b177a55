"""Values that are given or taken by position reach another field.

The number of values still fits, so nothing fails where the object is made.

## What to do instead

Keep the order, and let fields be given by keyword alone (`kw_only=True`) from the start.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import FieldDifference
from virtapi_analyzer.model.pair import FieldPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="The order of the fields of a dataclass changed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    state: int\n    cores: int",
            new="@dataclass\nclass Info:\n    cores: int\n    state: int",
            at=("Info.state",),
        ),
        Miss(
            old="@dataclass(kw_only=True)\nclass Info:\n    state: int\n    cores: int",
            new="@dataclass(kw_only=True)\nclass Info:\n    cores: int\n    state: int",
            because="Fields that are given by keyword have no order.",
        ),
    ),
)
def fields_reordered(pair: FieldPair) -> Iterator[Change]:
    if pair.difference is FieldDifference.MOVED:
        yield fact(pair, f"the field `{pair.name}` stands in another place")
