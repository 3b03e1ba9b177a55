"""A class that conformed to the protocol lacks the new property.

Who conforms without inheriting gets no body either.

## What to do instead

Put the property into a protocol of its own that derives from this one.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="A property was added to a protocol.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(Protocol):\n    def pause(self): ...",
            new=(
                "@driver_interface\nclass Driver(Protocol):\n    def pause(self): ...\n    @property\n"
                "    def uptime(self) -> int: ..."
            ),
            at=("Driver.uptime",),
        ),
    ),
)
def protocol_property_added(pair: PropertyPair) -> Iterator[Change]:
    if pair.old is None and pair.new is not None and protocol_now(pair):
        yield fact(pair, f"the protocol now demands `{pair.name}`, which old classes lack")
