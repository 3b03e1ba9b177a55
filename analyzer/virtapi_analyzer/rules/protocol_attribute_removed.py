"""Reading the attribute through the protocol fails.

A class that conforms has one member more than it needs, which hurts nobody.

## What to do instead

Keep the attribute and mark it as superseded; remove it a cycle later.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.attributes import ordinary
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_before


@rule(
    summary="An attribute was removed from a protocol.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(Protocol):\n    hypervisor: str\n    def pause(self): ...",
            new="@driver_interface\nclass Driver(Protocol):\n    def pause(self): ...",
            at=("Driver.hypervisor",),
        ),
    ),
)
def protocol_attribute_removed(pair: AttributePair) -> Iterator[Change]:
    if pair.new is None and pair.renamed is None and ordinary(pair) and protocol_before(pair):
        yield fact(pair, f"the protocol no longer has `{pair.name}`", removal=True)
