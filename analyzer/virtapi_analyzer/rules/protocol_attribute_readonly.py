"""The attribute can no longer be assigned through the protocol.

A class that has the attribute still conforms: what can be assigned can be read.

## What to do instead

Give the property a setter.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Attribute, Property
from virtapi_analyzer.model.pair import MemberPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="An attribute of a protocol became a property that cannot be assigned.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(Protocol):\n    uptime: int",
            new="@driver_interface\nclass Driver(Protocol):\n    @property\n    def uptime(self) -> int: ...",
            at=("Driver.uptime",),
        ),
    ),
)
def protocol_attribute_readonly(pair: MemberPair) -> Iterator[Change]:
    if pair.both is None or pair.private or not protocol_now(pair):
        return
    old, new = pair.both
    if isinstance(old, Attribute) and isinstance(new, Property) and not new.settable:
        yield fact(pair, f"`{pair.name}` can no longer be assigned through the protocol")
