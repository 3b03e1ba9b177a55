"""Reading the old name fails; drivers are served by what the new property does by itself.

Every driver has a definition of the old property, which nobody reads any more. The new one has a body, so nothing fails
in the driver: its own definition is silently dead, unless that body still reads it.

## What to do instead

Keep the old property for a cycle and let the new one read it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, new_name
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="An abstract property was renamed, and the new one has a body.",
    caller=Severity.BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver(ABC):\n    @property\n    @abstractmethod\n"
                "    def uptime(self) -> int: ..."
            ),
            new="@driver_interface\nclass Driver(ABC):\n    @property\n    def host_uptime(self) -> int: ...",
            at=("Driver.uptime",),
        ),
    ),
)
def property_renamed_with_default(pair: PropertyPair) -> Iterator[Change]:
    if pair.old is None or pair.new is None or pair.renamed is None or pair.private or protocol_now(pair):
        return
    if pair.old.abstract and not pair.new.abstract:
        name = new_name(pair.path, pair.renamed)
        yield fact(pair, f"the property `{pair.name}` is now called `{name}`, which has a body", removal=True)
