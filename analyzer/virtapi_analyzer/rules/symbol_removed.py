"""The name is gone from its module.

Importing it fails, and so does every use of it. Drivers import functions and constants too, though a function says
nothing of who uses it.

## What to do instead

Keep the name and mark it as superseded; remove it a cycle later. If it only moved, export it from its old place too.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.pair import ExportPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A function, a constant, an alias or a re-exported name was removed.",
    caller=Severity.BREAKING,
    evidence=("nova 4440d1086b moved nova.compute.arch away, followed by nova-lxd 4504809",),
    examples=(
        Hit(
            old="def connect(uri): ...\ndef load(path): ...",
            new="def load(path): ...",
            at=("connect",),
        ),
        Hit(old="TIMEOUT: int\nRETRIES = 3", new="RETRIES = 3", at=("TIMEOUT",)),
        Hit(
            old={"__init__.pyi": "from pkg.uris import connect as connect", "uris.pyi": "def connect(uri): ..."},
            new={"__init__.pyi": "from pkg.uris import connect", "uris.pyi": "def connect(uri): ..."},
            at=("connect",),
        ),
        Miss(
            old={"__init__.pyi": "from pkg.uris import connect as connect", "uris.pyi": "def connect(uri): ..."},
            new={
                "__init__.pyi": "from pkg.links import connect as connect",
                "uris.pyi": "from pkg.links import connect as connect",
                "links.pyi": "def connect(uri): ...",
            },
            because="The definition moved, and both names still lead to it.",
            others=("module-added",),
        ),
    ),
)
def symbol_removed(pair: ExportPair) -> Iterator[Change]:
    if pair.gone and pair.old is not None and not isinstance(pair.old.element, Class):
        yield fact(pair, f"`{pair.name}` is gone", removal=True)
