"""Drivers may no longer override the property.

A type checker refuses the override. Python does not, and reads it as before.

## What to do instead

Leave the property open.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A property became final.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...",
            new="@driver_interface\nclass Driver:\n    @property\n    @final\n    def uptime(self) -> int: ...",
            at=("Driver.uptime",),
        ),
    ),
)
def property_now_final(pair: PropertyPair) -> Iterator[Change]:
    if pair.both and not pair.private and pair.both[1].final and not pair.both[0].final:
        yield fact(pair, f"`{pair.name}` is final now and may no longer be overridden")
