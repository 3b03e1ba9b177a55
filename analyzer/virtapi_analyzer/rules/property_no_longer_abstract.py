"""The property now has a body that drivers may inherit.

Drivers that define it go on as before; new ones need not.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="An abstract property got a body.",
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver(ABC):\n    @property\n    @abstractmethod\n"
                "    def uptime(self) -> int: ..."
            ),
            new="@driver_interface\nclass Driver(ABC):\n    @property\n    def uptime(self) -> int: ...",
            at=("Driver.uptime",),
        ),
    ),
)
def property_no_longer_abstract(pair: PropertyPair) -> Iterator[Change]:
    if pair.both is None or pair.renamed is not None or pair.private or protocol_now(pair):
        return
    if pair.both[0].abstract and not pair.both[1].abstract:
        yield fact(pair, f"`{pair.name}` is no longer abstract")
