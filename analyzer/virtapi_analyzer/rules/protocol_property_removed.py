"""Reading the property through the protocol fails.

A class that conforms has one member more than it needs, which hurts nobody.

## What to do instead

Keep the property and mark it as superseded; remove it a cycle later.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_before


@rule(
    summary="A property was removed from a protocol.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver(Protocol):\n    def pause(self): ...\n    @property\n"
                "    def uptime(self) -> int: ..."
            ),
            new="@driver_interface\nclass Driver(Protocol):\n    def pause(self): ...",
            at=("Driver.uptime",),
        ),
    ),
)
def protocol_property_removed(pair: PropertyPair) -> Iterator[Change]:
    if pair.old and pair.new is None and not pair.private and protocol_before(pair):
        yield fact(pair, f"the protocol no longer has `{pair.name}`", removal=True)
