"""Reading the old name fails, and drivers lack the new one.

The host reads the new name. A driver written for the old version defines the old one, which nobody reads any more.

## What to do instead

Keep the old property beside the new one for a cycle, with a body that reads it, and mark it as superseded.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact, new_name
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="A property was renamed, and what drivers know of it does not work under the new name.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @property\n    def node_uptime(self) -> int: ...",
            new="@driver_interface\nclass Driver:\n    @property\n    def host_uptime(self) -> int: ...",
            at=("Driver.node_uptime",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...",
            new="@driver_interface\nclass Driver:\n    @property\n    def uptime_text(self) -> str: ...",
            because="A property of another type is another property.",
            others=("property-added", "property-removed"),
        ),
    ),
)
def property_renamed(pair: PropertyPair) -> Iterator[Change]:
    if pair.old is None or pair.new is None or pair.renamed is None or pair.private:
        return
    if pair.new.abstract or not pair.old.abstract or protocol_now(pair):
        name = new_name(pair.path, pair.renamed)
        yield fact(pair, f"the property `{pair.name}` is now called `{name}`, which old classes lack", removal=True)
