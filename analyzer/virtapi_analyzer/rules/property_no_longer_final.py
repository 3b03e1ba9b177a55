"""Drivers may now override the property.

Nobody has done so yet.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A property is no longer final.",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @property\n    @final\n    def uptime(self) -> int: ...",
            new="@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...",
            at=("Driver.uptime",),
        ),
    ),
)
def property_no_longer_final(pair: PropertyPair) -> Iterator[Change]:
    if pair.both and not pair.private and pair.both[0].final and not pair.both[1].final:
        yield fact(pair, f"`{pair.name}` is no longer final")
