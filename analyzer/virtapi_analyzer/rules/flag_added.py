"""There is a new capability flag; an old driver does not set it.

The host reads a flag that is not set as false.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.element import AttributeKind
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A capability flag was added.",
    evidence=("nova bf5eea6fda added supports_vtpm; no driver had to follow",),
    examples=(
        Hit(
            old='@driver_interface\nclass Driver:\n    capabilities = {"supports_pause": False}',
            new=(
                '@driver_interface\nclass Driver:\n    capabilities = {"supports_pause": False, "supports_vtpm": False}'
            ),
            at=("Driver.capabilities[supports_vtpm]",),
        ),
    ),
)
def flag_added(pair: AttributePair) -> Iterator[Change]:
    if pair.old is None and pair.new and pair.new.kind is AttributeKind.FLAG:
        yield fact(pair, f"the capability flag `{pair.name}` is new")
