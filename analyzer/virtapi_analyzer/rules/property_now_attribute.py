"""A property that could be read and assigned became an attribute.

It is used in the same way, and an override with getter and setter still fits.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.element import Attribute, Property
from virtapi_analyzer.model.pair import MemberPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A property with a setter became an attribute.",
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...\n"
                "    @uptime.setter\n    def uptime(self, value: int) -> None: ..."
            ),
            new="@driver_interface\nclass Driver:\n    uptime: int",
            at=("Driver.uptime",),
        ),
    ),
)
def property_now_attribute(pair: MemberPair) -> Iterator[Change]:
    if pair.both is None or pair.private:
        return
    old, new = pair.both
    if isinstance(old, Property) and isinstance(new, Attribute) and old.settable:
        yield fact(pair, f"`{pair.name}` is an attribute now, used as before")
