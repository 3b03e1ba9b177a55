"""The name stands for another kind of thing.

What was called, derived from or read is now something that cannot be used in the same way.

## What to do instead

Give the new thing a name of its own, and let the old one go in a cycle.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Attribute, Class, Function, Module, Reference, Symbol
from virtapi_analyzer.model.pair import ExportPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact

KINDS = {Function: "a function", Class: "a class", Attribute: "a value", Module: "a module"}


@rule(
    summary="A public name changed between function, class, value and module.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="class Connection:\n    def close(self): ...",
            new="def Connection(uri=None): ...",
            at=("Connection",),
        ),
        Hit(
            old="def connect(uri: str) -> None: ...",
            new="from collections.abc import Callable\nconnect: Callable[[str], None]",
            at=("connect",),
        ),
        Miss(
            old="def connect(uri): ...",
            new="class connect:\n    def __init__(self, uri): ...",
            because="Calls keep working; `function-now-class` says what does not.",
            others=("function-now-class",),
        ),
    ),
)
def symbol_kind_changed(pair: ExportPair) -> Iterator[Change]:
    if pair.both is None or pair.renamed is not None:
        return
    old, new = pair.both[0].element, pair.both[1].element
    became_class = isinstance(old, Function) and isinstance(new, Class)
    if type(old) is type(new) or Reference in (type(old), type(new)) or became_class:
        return
    yield fact(pair, f"`{pair.name}` was {_kind(old)} and is now {_kind(new)}")


def _kind(element: Symbol) -> str:
    return next((words for kind, words in KINDS.items() if isinstance(element, kind)), "something else")
