"""A driver that inherits the property can no longer be instantiated.

Drivers that define the property themselves go on as before.

## What to do instead

Keep a body for a cycle, and say in the documentation that the property will become abstract.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="A property with a body became abstract.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(ABC):\n    @property\n    def uptime(self) -> int: ...",
            new=(
                "@driver_interface\nclass Driver(ABC):\n    @property\n    @abstractmethod\n"
                "    def uptime(self) -> int: ..."
            ),
            at=("Driver.uptime",),
        ),
    ),
)
def property_now_abstract(pair: PropertyPair) -> Iterator[Change]:
    if pair.both is None or pair.renamed is not None or protocol_now(pair):
        return
    if pair.both[1].abstract and not pair.both[0].abstract:
        message = f"`{pair.name}` became abstract: a class that inherited it cannot be instantiated"
        yield fact(pair, message, completes=True)
