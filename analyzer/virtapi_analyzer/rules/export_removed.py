"""The name is still defined, and no longer offered.

It was dropped from `__all__`. A type checker refuses to import it, and `from module import *` leaves it out.

## What to do instead

Offer the name for another cycle and mark it as superseded.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ExportPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A name is no longer exported, though the module still defines it.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="def connect(uri): ...\ndef load(path): ...",
            new='__all__ = ["load"]\ndef connect(uri): ...\ndef load(path): ...',
            at=("connect",),
        ),
        Hit(
            old="@driver_interface\nclass Driver: ...\ndef load(path): ...",
            new='__all__ = ["load"]\n@driver_interface\nclass Driver: ...\ndef load(path): ...',
            at=("Driver",),
            host=Severity.BREAKING,
            driver=Severity.BREAKING,
        ),
        Miss(
            old='__all__ = ["load"]\ndef load(path): ...',
            new='__all__ = ("load",)\ndef load(path): ...',
            because="A tuple says the same as a list.",
        ),
    ),
)
def export_removed(pair: ExportPair) -> Iterator[Change]:
    if pair.old is not None and pair.new is None and pair.module_kept and pair.hidden and pair.renamed is None:
        yield fact(pair, f"`{pair.name}` is still defined and no longer exported", removal=True)
