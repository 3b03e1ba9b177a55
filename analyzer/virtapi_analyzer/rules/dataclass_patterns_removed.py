"""A `match` can no longer take the fields of the dataclass by position.

`case Info(state, cores)` raises `TypeError`. The constructor is as before, which makes this easily overlooked.

## What to do instead

Leave `match_args` as it is.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import ClassKind
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="The fields of a dataclass can no longer be matched by position.",
    caller=Severity.POTENTIALLY_BREAKING,
    consumer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    state: int",
            new="@dataclass(match_args=False)\nclass Info:\n    state: int",
            at=("Info",),
        ),
        Miss(
            old="@dataclass(match_args=False)\nclass Info:\n    state: int",
            new="@dataclass\nclass Info:\n    state: int",
            because="What could not be matched before now can.",
        ),
    ),
)
def dataclass_patterns_removed(pair: ClassPair) -> Iterator[Change]:
    if pair.both is None or any(side.kind is not ClassKind.DATACLASS for side in pair.both):
        return
    old, new = (side.options for side in pair.both)
    if "match_args=False" in new - old:
        yield fact(pair, f"a `match` can no longer take the fields of `{pair.name}` by position")
