"""There is a new name; nobody uses it yet.

A new name never meets a program that was written before it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.pair import ExportPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A function, a constant, an alias or a re-exported name was added.",
    evidence=("nova 1f48d3d83b added EVENT_LIFECYCLE_MIGRATION_COMPLETED; no driver had to follow",),
    examples=(
        Hit(old="RETRIES = 3", new="RETRIES = 3\nTIMEOUT: int", at=("TIMEOUT",)),
        Miss(
            old="RETRIES = 3",
            new="import os\nRETRIES = 3",
            because="A plain import in a stub exports nothing.",
        ),
        Miss(
            old="RETRIES = 3",
            new="RETRIES = 3\n_LIMIT: int",
            because="A name with an underscore is nobody else's.",
        ),
    ),
)
def symbol_added(pair: ExportPair) -> Iterator[Change]:
    if pair.old is None and pair.new is not None and pair.module_kept and not isinstance(pair.new.element, Class):
        yield fact(pair, f"`{pair.name}` is new")
