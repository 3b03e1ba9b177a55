"""A driver that lacks the property can no longer be instantiated.

Python refuses to make an object of a class that leaves an abstract property undefined.

## What to do instead

Put the property into a new class of its own that drivers may inherit, or give it a body.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="An abstract property was added.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(ABC): ...",
            new=(
                "@driver_interface\nclass Driver(ABC):\n    @property\n    @abstractmethod\n"
                "    def uptime(self) -> int: ..."
            ),
            at=("Driver.uptime",),
        ),
    ),
)
def property_added_abstract(pair: PropertyPair) -> Iterator[Change]:
    if pair.old is None and pair.new and pair.new.abstract and not protocol_now(pair):
        yield fact(pair, f"the abstract property `{pair.name}` was added: a class that lacks it cannot be instantiated")
