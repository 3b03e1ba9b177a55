"""Making an object without arguments fails.

The class had no constructor of its own and now has one that demands arguments. Who makes its objects, and a subclass
whose own constructor calls `super().__init__()`, get `TypeError`.

## What to do instead

Give each argument a default.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import constructor_demands


@rule(
    summary="A constructor that demands arguments was added.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver: ...",
            new="@driver_interface\nclass Driver:\n    def __init__(self, virtapi): ...",
            at=("Driver.__init__",),
        ),
        Miss(
            old="@driver_interface\nclass Driver: ...",
            new="@driver_interface\nclass Driver:\n    def __init__(self, virtapi=None): ...",
            because="It can still be called without arguments.",
        ),
        Miss(
            old="@dataclass\nclass Info:\n    state: int",
            new="class Info:\n    state: int\n    def __init__(self, state: int) -> None: ...",
            because="The dataclass had a constructor, and that it is none any more is told.",
            others=("data-class-kind-changed",),
        ),
    ),
)
def constructor_added(pair: MethodPair) -> Iterator[Change]:
    if pair.old is None and constructor_demands(pair):
        yield fact(pair, f"`{pair.name}` was added and demands arguments: an object made without any fails")
