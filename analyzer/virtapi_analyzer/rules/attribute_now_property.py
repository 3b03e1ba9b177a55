"""An attribute became a property that can be read and assigned.

On an object nothing changes. On the class itself, `Driver.uptime` is now the property, not the value.

## What to do instead

Keep the attribute if it is read from the class.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Attribute, Property
from virtapi_analyzer.model.pair import MemberPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="An attribute became a property with a setter.",
    caller=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    uptime: int",
            new=(
                "@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...\n"
                "    @uptime.setter\n    def uptime(self, value: int) -> None: ..."
            ),
            at=("Driver.uptime",),
        ),
    ),
)
def attribute_now_property(pair: MemberPair) -> Iterator[Change]:
    if pair.both is None or pair.private:
        return
    old, new = pair.both
    if isinstance(old, Attribute) and isinstance(new, Property) and new.settable:
        yield fact(pair, f"`{pair.name}` is a property now: read from the class, it is no value")
