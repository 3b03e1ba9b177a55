"""An old driver sets a flag that nobody reads, and lacks the one that is read.

The host takes the new flag for not set and refuses what the driver can do, without any error when it is loaded.

## What to do instead

Read both flags for a cycle.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import AttributeKind
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, new_name


@rule(
    summary="A capability flag was renamed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    evidence=("nova 6182b82195 renamed supports_recreate to supports_evacuate; compute-hyperv followed in e75804f",),
    unprovable="mypy does not know which keys a dict has",
    examples=(
        Hit(
            old='@driver_interface\nclass Driver:\n    capabilities = {"supports_recreate": False}',
            new='@driver_interface\nclass Driver:\n    capabilities = {"supports_evacuate": False}',
            at=("Driver.capabilities[supports_recreate]",),
        ),
    ),
)
def flag_renamed(pair: AttributePair) -> Iterator[Change]:
    if pair.old and pair.renamed is not None and pair.old.kind is AttributeKind.FLAG:
        name = new_name(pair.path, pair.renamed)
        yield fact(pair, f"the capability flag `{pair.name}` is now called `{name}`", removal=True)
