"""The name is there on other versions of Python or other platforms than before.

A program breaks if it runs where the old condition holds and the new one does not.

## What to do instead

Define the name wherever it was defined before.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ExportPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="The version of Python or the platform on which a name is there changed.",
    caller=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="import sys\nif sys.version_info >= (3, 12):\n    def connect(uri): ...",
            new="import sys\nif sys.version_info >= (3, 13):\n    def connect(uri): ...",
            at=("connect",),
        ),
    ),
)
def availability_changed(pair: ExportPair) -> Iterator[Change]:
    if pair.both is None or pair.renamed is not None:
        return
    old, new = pair.both
    if old.condition is not None and new.condition is not None and old.condition != new.condition:
        yield fact(pair, f"`{pair.name}` is there where `{new.condition}` holds, no longer `{old.condition}`")
