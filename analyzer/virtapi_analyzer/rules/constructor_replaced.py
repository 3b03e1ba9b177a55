"""The constructor is no longer the one that the fields make, or is again.

Whether it still takes what it took, and in the same order, the fields do not say.

## What to do instead

Let `__post_init__` do the work, and leave the constructor to the fields.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import replaces_constructor


@rule(
    summary="A dataclass got a constructor of its own, or lost it.",
    caller=Severity.POTENTIALLY_BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    producer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    state: int",
            new="@dataclass\nclass Info:\n    state: int\n    def __init__(self, state: int, cores: int) -> None: ...",
            at=("Info.__init__",),
        ),
        Miss(
            old="@dataclass\nclass Info:\n    state: int",
            new="@dataclass\nclass Info:\n    state: int\n    def __post_init__(self) -> None: ...",
            because="The constructor is still the one that the fields make.",
            others=("method-added-concrete",),
        ),
    ),
)
def constructor_replaced(pair: MethodPair) -> Iterator[Change]:
    if pair.both is None and replaces_constructor(pair):
        yield fact(pair, f"the fields no longer say how `{pair.name}` is called")
