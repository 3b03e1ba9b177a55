"""The objects can no longer be hashed.

Python takes `__hash__` away from a class that defines `__eq__` without it, and from a dataclass that compares its
fields and neither is frozen nor has `unsafe_hash`. An object that was a key of a dict or a member of a set no longer
can be.

## What to do instead

Define `__hash__` beside `__eq__`; in a dataclass keep the option that made the hash.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.hashing import loses_hash
from virtapi_analyzer.rules.owners import no_longer_frozen


@rule(
    summary="A class lost the hash of its objects, as by `__eq__` without `__hash__`.",
    caller=Severity.BREAKING,
    consumer=Severity.BREAKING,
    unseen="mypy does not look at whether an object can be hashed",
    examples=(
        Hit(
            old="class Instance: ...",
            new="class Instance:\n    def __eq__(self, other: object) -> bool: ...",
            at=("Instance",),
        ),
        Hit(
            old="class Instance:\n    def __eq__(self, other: object) -> bool: ...\n    def __hash__(self) -> int: ...",
            new="class Instance:\n    def __eq__(self, other: object) -> bool: ...",
            at=("Instance",),
        ),
        Hit(
            old="@dataclass(unsafe_hash=True)\nclass Info:\n    state: int",
            new="@dataclass\nclass Info:\n    state: int",
            at=("Info",),
        ),
        Hit(
            old="@dataclass(eq=False)\nclass Info:\n    state: int",
            new="@dataclass\nclass Info:\n    state: int",
            at=("Info",),
        ),
        Miss(
            old="class Instance: ...",
            new="class Instance:\n    def __eq__(self, other: object) -> bool: ...\n    def __hash__(self) -> int: ...",
            because="It defines both.",
        ),
        Miss(
            old="@dataclass(unsafe_hash=True)\nclass Info:\n    state: int",
            new="@dataclass\nclass Info:\n    state: int\n    def __hash__(self) -> int: ...",
            because="The class's own `__hash__` takes the place of the one that was made.",
        ),
        Miss(
            old="@dataclass(frozen=True)\nclass Info:\n    state: int",
            new="@dataclass\nclass Info:\n    state: int",
            because="That goes with the class's being frozen, which is told.",
            others=("dataclass-no-longer-frozen",),
        ),
    ),
)
def hashability_lost(pair: ClassPair) -> Iterator[Change]:
    if loses_hash(pair) and not no_longer_frozen(pair):
        yield fact(pair, f"objects of `{pair.name}` can no longer be hashed")
