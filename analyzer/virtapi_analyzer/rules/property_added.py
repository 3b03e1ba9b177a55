"""There is a new property that drivers inherit.

No old program reads it, and no old driver has to define it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="A property that is not abstract was added.",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver: ...",
            new="@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...",
            at=("Driver.uptime",),
        ),
    ),
)
def property_added(pair: PropertyPair) -> Iterator[Change]:
    if pair.old is None and pair.new and not pair.private and not pair.new.abstract and not protocol_now(pair):
        yield fact(pair, f"the property `{pair.name}` was added, with a body that is inherited")
