"""The same name now leads to something else.

Imports go on working and bring another object: `isinstance`, `except` and identity give other answers, and what the
old object could do need not be there.

## What to do instead

Give the new object a name of its own, and let the old one go in a cycle.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Reference, Symbol
from virtapi_analyzer.model.pair import ExportPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A public name leads to another object than before.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="from asyncio import Queue as Queue",
            new="from queue import Queue as Queue",
            at=("Queue",),
        ),
        Miss(
            old={"__init__.pyi": "from pkg.uris import connect as connect", "uris.pyi": "def connect(uri): ..."},
            new={
                "__init__.pyi": "from pkg.links import connect as connect",
                "uris.pyi": "from pkg.links import connect as connect",
                "links.pyi": "def connect(uri): ...",
            },
            because="The same function moved to another module.",
            others=("module-added",),
        ),
    ),
)
def reexport_retargeted(pair: ExportPair) -> Iterator[Change]:
    if pair.both is None or pair.same_element or not pair.module_kept or pair.renamed is not None:
        return
    old, new = pair.both[0].element, pair.both[1].element
    if type(old) is type(new) or Reference in (type(old), type(new)):
        yield fact(pair, f"`{pair.name}` now leads to `{_place(new)}`, not to `{_place(old)}`")


def _place(element: Symbol) -> str:
    return element.target if isinstance(element, Reference) else element.path
