"""Values that are given or taken by position reach another field.

The number of values still fits, so nothing fails where the object is made.

## What to do instead

Keep the order, and let fields be given by keyword alone (`kw_only=True`) from the start.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.attributes import positional_fields
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact, names


@rule(
    summary="The order of fields changed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    state: int\n    cores: int",
            new="@dataclass\nclass Info:\n    cores: int\n    state: int",
            at=("Info",),
        ),
        Miss(
            old="@dataclass(kw_only=True)\nclass Info:\n    state: int\n    cores: int",
            new="@dataclass(kw_only=True)\nclass Info:\n    cores: int\n    state: int",
            because="Fields that are given by keyword have no order.",
        ),
        Miss(
            old="class Info(TypedDict):\n    state: int\n    cores: int",
            new="class Info(TypedDict):\n    cores: int\n    state: int",
            because="Keys have no order.",
        ),
    ),
)
def fields_reordered(pair: ClassPair) -> Iterator[Change]:
    if pair.both is None:
        return
    old, new = (positional_fields(side) for side in pair.both)
    before, after = [name for name in old if name in new], [name for name in new if name in old]
    if before != after:
        yield fact(pair, f"the fields of `{pair.name}` are in the order {names(after)} now, no longer {names(before)}")
