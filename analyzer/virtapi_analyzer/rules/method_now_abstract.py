"""A driver that inherits the method can no longer be instantiated.

Drivers that define the method themselves go on as before.

## What to do instead

Keep a body for a cycle, and say in the documentation that the method will become abstract.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="A method with a body became abstract.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(ABC):\n    def list_instances(self): ...",
            new="@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def list_instances(self): ...",
            at=("Driver.list_instances",),
        ),
        Miss(
            old="@driver_interface\nclass Driver(Protocol):\n    def list_instances(self): ...",
            new="@driver_interface\nclass Driver(Protocol):\n    @abstractmethod\n    def list_instances(self): ...",
            because="Who conforms to a protocol has every member, abstract or not.",
        ),
    ),
)
def method_now_abstract(pair: MethodPair) -> Iterator[Change]:
    if pair.both is None or pair.renamed is not None or protocol_now(pair):
        return
    if pair.both[1].abstract and not pair.both[0].abstract:
        message = f"`{pair.name}` became abstract: a class that inherited it cannot be instantiated"
        yield fact(pair, message, completes=True)
