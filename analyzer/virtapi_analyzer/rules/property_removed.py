"""Reading the property fails, in the host and in drivers that inherit it.

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
    summary="A property with a body was removed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...",
            new="@driver_interface\nclass Driver: ...",
            at=("Driver.uptime",),
        ),
    ),
)
def property_removed(pair: PropertyPair) -> Iterator[Change]:
    if pair.old and pair.new is None and not pair.private and not pair.old.abstract and not protocol_before(pair):
        yield fact(pair, f"the property `{pair.name}` is gone", removal=True)
