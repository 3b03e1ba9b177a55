"""The objects can no longer be hashed.

Python takes `__hash__` away from a class that defines `__eq__` without it. An object that was a key of a dict or a
member of a set no longer can be.

## What to do instead

Define `__hash__` beside `__eq__`.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import loses_hash


@rule(
    summary="A class defines `__eq__` now, and no `__hash__`.",
    caller=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="class Instance: ...",
            new="class Instance:\n    def __eq__(self, other: object) -> bool: ...",
            at=("Instance.__eq__",),
        ),
        Miss(
            old="class Instance: ...",
            new="class Instance:\n    def __eq__(self, other: object) -> bool: ...\n    def __hash__(self) -> int: ...",
            because="It defines both.",
        ),
    ),
)
def hashability_lost(pair: MethodPair) -> Iterator[Change]:
    if pair.old is None and loses_hash(pair):
        yield fact(pair, f"`{pair.name}` was added without `__hash__`: the objects can no longer be hashed")
