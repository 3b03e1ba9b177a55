"""The host may now assign what old drivers only let it read.

An old driver overrides the property without a setter, and the assignment raises `AttributeError`.

## What to do instead

Add a method that sets the value, or keep the property.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Attribute, Property
from virtapi_analyzer.model.pair import MemberPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A property that could only be read became an attribute.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...",
            new="@driver_interface\nclass Driver:\n    uptime: int",
            at=("Driver.uptime",),
        ),
        Miss(
            old=(
                "@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...\n"
                "    @uptime.setter\n    def uptime(self, value: int) -> None: ..."
            ),
            new="@driver_interface\nclass Driver:\n    uptime: int",
            because="Drivers that override it have a setter already; `property-now-attribute` tells of the change.",
            others=("property-now-attribute",),
        ),
    ),
)
def attribute_no_longer_readonly(pair: MemberPair) -> Iterator[Change]:
    if pair.both is None or pair.private:
        return
    old, new = pair.both
    if isinstance(old, Property) and isinstance(new, Attribute) and not old.settable:
        yield fact(pair, f"`{pair.name}` is an attribute now and may be assigned, which an old override does not allow")
