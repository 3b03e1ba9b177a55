"""The method now has a body that drivers may inherit.

Drivers that define it go on as before; new ones need not.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="An abstract method got a body.",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def list_instances(self): ...",
            new="@driver_interface\nclass Driver(ABC):\n    def list_instances(self): ...",
            at=("Driver.list_instances",),
        ),
    ),
)
def method_no_longer_abstract(pair: MethodPair) -> Iterator[Change]:
    if pair.both is None or pair.renamed is not None or pair.private or protocol_now(pair):
        return
    if pair.both[0].abstract and not pair.both[1].abstract:
        yield fact(pair, f"`{pair.name}` is no longer abstract")
