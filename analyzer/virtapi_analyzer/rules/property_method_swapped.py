"""What was read is now called, or the other way round.

A caller who reads gets a bound method, which is true in every condition; a caller who calls gets `TypeError`. An old
driver offers the one while the new host wants the other.

## What to do instead

Add the other one beside it under another name.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Function, Property
from virtapi_analyzer.model.pair import MemberPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A property became a method, or a method a property.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...",
            new="@driver_interface\nclass Driver:\n    def uptime(self) -> int: ...",
            at=("Driver.uptime",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    def uptime(self) -> int: ...",
            new="@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...",
            at=("Driver.uptime",),
        ),
    ),
)
def property_method_swapped(pair: MemberPair) -> Iterator[Change]:
    if pair.both is None or pair.private:
        return
    old, new = pair.both
    if isinstance(old, Property) and isinstance(new, Function):
        yield fact(pair, f"`{pair.name}` was a property and is now a method, which must be called")
    elif isinstance(old, Function) and isinstance(new, Property):
        yield fact(pair, f"`{pair.name}` was a method and is now a property, which cannot be called")
