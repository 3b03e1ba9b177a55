"""Python's own version takes the place of the method.

Every object has the method, so no call fails. Equality becomes identity, the text of the object changes, a constructor
takes no arguments: who relied on the class's own version gets another answer.

## What to do instead

Keep the method.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
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
    ),
)
def special_method_removed(pair: MethodPair) -> Iterator[Change]:
    if pair.old is None or pair.new is not None or pair.renamed is not None:
        return
    if replaces_constructor(pair):
        return
    if from_object(pair) and not pair.old.optional_by_convention and not protocol_before(pair):
        yield fact(pair, f"`{pair.name}` is gone, and what every object has takes its place", removal=True)
