"""The name is there only on some versions of Python or on some platforms.

Where the condition does not hold, importing the name fails.

## What to do instead

Define the name on the other versions and platforms too, if only to raise an error that names what is missing.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ExportPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A name that was always there now depends on the version of Python or on the platform.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="import sys\ndef connect(uri): ...",
            new="import sys\nif sys.version_info >= (3, 13):\n    def connect(uri): ...",
            at=("connect",),
        ),
        Miss(
            old='import sys\nif sys.platform == "linux":\n    def connect(uri): ...',
            new="import sys\ndef connect(uri): ...",
            because="The name is now there for everybody.",
        ),
    ),
)
def availability_narrowed(pair: ExportPair) -> Iterator[Change]:
    if pair.both is None or pair.renamed is not None:
        return
    old, new = pair.both
    if new.condition is not None and old.condition is None:
        yield fact(pair, f"`{pair.name}` is there only where `{new.condition}` holds")
