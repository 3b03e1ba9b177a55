"""Python's own version takes the place of the method.

Every object has the method, so no call fails. Equality becomes identity, the text of the object changes: who relied on
the class's own version gets another answer. A constructor that takes no arguments any more is told by its parameters.

## What to do instead

Keep the method.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.hashing import loses_hash
from virtapi_analyzer.rules.owners import from_object, protocol_before, replaces_constructor


@rule(
    summary="A method that every Python object has was removed from a class.",
    caller=Severity.POTENTIALLY_BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    producer=Severity.POTENTIALLY_BREAKING,
    consumer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="class Instance:\n    def __eq__(self, other: object) -> bool: ...",
            new="class Instance: ...",
            at=("Instance.__eq__",),
        ),
        Miss(
            old="class Instance:\n    def __init__(self, name): ...",
            new="class Instance: ...",
            because="Python's own constructor takes no arguments.",
            others=("param-removed-required",),
        ),
        Miss(
            old="class Instance:\n    def __init__(self): ...",
            new="class Instance: ...",
            because="Objects are made as before.",
        ),
        Miss(
            old=(
                "class Instance:\n    def __eq__(self, other: object) -> bool: ...\n    def __hash__(self) -> int: ..."
            ),
            new="class Instance:\n    def __eq__(self, other: object) -> bool: ...",
            because="Beside `__eq__`, Python's own `__hash__` does not take its place: there is none.",
            others=("hashability-lost",),
        ),
    ),
)
def special_method_removed(pair: MethodPair) -> Iterator[Change]:
    if pair.old is None or pair.new is not None or pair.renamed is not None:
        return
    if replaces_constructor(pair) or (pair.name == "__hash__" and pair.owner is not None and loses_hash(pair.owner)):
        return
    if from_object(pair) and not pair.old.optional_by_convention and not protocol_before(pair):
        yield fact(pair, f"`{pair.name}` is gone, and what every object has takes its place", removal=True)
