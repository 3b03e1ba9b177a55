"""The name is gone, and the same thing stands there under another name.

Importing the old name fails.

## What to do instead

Keep the old name as an alias of the new one, mark it as superseded, and remove it a cycle later.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.pair import ExportPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact, new_name


@rule(
    summary="A function or a constant was renamed.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="def connect_host(uri: str, timeout: int) -> bytes: ...",
            new="def open_host(uri: str, timeout: int) -> bytes: ...",
            at=("connect_host",),
        ),
        Miss(
            old="def connect(uri: str) -> bytes: ...",
            new="def open_host(uri: str) -> bytes: ...\nconnect = open_host",
            because="The old name still leads to it.",
            others=("symbol-added",),
        ),
    ),
)
def symbol_renamed(pair: ExportPair) -> Iterator[Change]:
    if pair.old is None or pair.renamed is None or not pair.module_kept or isinstance(pair.old.element, Class):
        return
    yield fact(pair, f"`{pair.name}` is now called `{new_name(pair.path, pair.renamed)}`", removal=True)
