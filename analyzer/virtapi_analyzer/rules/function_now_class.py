"""A function became a class of the same name.

Calls that fit the constructor keep working. What breaks is code that treats the name as a function: reading its
signature, replacing it in a test, or comparing the type of what it returns.

## What to do instead

Keep the function and let it construct the class.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Class, Function
from virtapi_analyzer.model.pair import ExportPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A function became a class.",
    caller=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="def connect(uri): ...",
            new="class connect:\n    def __init__(self, uri): ...",
            at=("connect",),
        ),
    ),
)
def function_now_class(pair: ExportPair) -> Iterator[Change]:
    if pair.both is None or pair.renamed is not None:
        return
    if isinstance(pair.both[0].element, Function) and isinstance(pair.both[1].element, Class):
        yield fact(pair, f"`{pair.name}` was a function and is now a class")
