"""The host can no longer read the property; what drivers define of it is dead.

Every driver has a definition of its own. It fails only where it is marked `@override` or calls `super()`.

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
    summary="An abstract property was removed.",
    caller=Severity.BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver(ABC):\n    @property\n    @abstractmethod\n"
                "    def uptime(self) -> int: ..."
            ),
            new="@driver_interface\nclass Driver(ABC): ...",
            at=("Driver.uptime",),
        ),
    ),
)
def abstract_property_removed(pair: PropertyPair) -> Iterator[Change]:
    if pair.old and pair.new is None and not pair.private and pair.old.abstract and not protocol_before(pair):
        yield fact(pair, f"the property `{pair.name}` is gone, and an old override of it is dead", removal=True)
