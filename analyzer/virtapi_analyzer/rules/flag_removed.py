"""Nobody reads what drivers say of themselves there.

A driver that sets the flag is no longer asked for what the flag promised, and a host that reads it finds nothing.

## What to do instead

Keep the flag for a cycle, and read both it and what follows it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import AttributeKind
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A capability flag was removed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    unprovable="mypy does not know which keys a dict has",
    examples=(
        Hit(
            old=(
                '@driver_interface\nclass Driver:\n    capabilities = {"supports_pause": False, "supports_vtpm": False}'
            ),
            new='@driver_interface\nclass Driver:\n    capabilities = {"supports_pause": False}',
            at=("Driver.capabilities[supports_vtpm]",),
        ),
    ),
)
def flag_removed(pair: AttributePair) -> Iterator[Change]:
    old = pair.old
    if old and pair.new is None and pair.renamed is None and old.kind is AttributeKind.FLAG:
        yield fact(pair, f"the capability flag `{pair.name}` is gone", removal=True)
