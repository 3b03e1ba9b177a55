"""A class that conformed to the protocol lacks the new attribute.

Who conforms without inheriting gets no value either.

## What to do instead

Put the attribute into a protocol of its own that derives from this one.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.attributes import ordinary
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="An attribute was added to a protocol.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(Protocol):\n    def pause(self): ...",
            new="@driver_interface\nclass Driver(Protocol):\n    hypervisor: str\n    def pause(self): ...",
            at=("Driver.hypervisor",),
        ),
    ),
)
def protocol_attribute_added(pair: AttributePair) -> Iterator[Change]:
    if pair.old is None and (ordinary(pair) or pair.private) and protocol_now(pair):
        yield fact(pair, f"the protocol now demands `{pair.name}`, which old classes lack")
