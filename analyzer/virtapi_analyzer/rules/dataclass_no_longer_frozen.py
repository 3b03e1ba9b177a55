"""The objects can no longer be hashed.

A frozen dataclass may be a key of a dict or a member of a set; one that is not frozen may not. A frozen subclass cannot
even be defined.

## What to do instead

Leave the class frozen, and make changed copies with `dataclasses.replace`.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import no_longer_frozen


@rule(
    summary="A dataclass is no longer frozen.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    unseen="mypy does not look at whether an object can be hashed",
    examples=(
        Hit(
            old="@dataclass(frozen=True)\nclass Info:\n    state: int",
            new="@dataclass\nclass Info:\n    state: int",
            at=("Info",),
        ),
    ),
)
def dataclass_no_longer_frozen(pair: ClassPair) -> Iterator[Change]:
    if no_longer_frozen(pair):
        yield fact(pair, f"`{pair.name}` is no longer frozen: its objects can no longer be hashed")
