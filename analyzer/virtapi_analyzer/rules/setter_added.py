"""The host may now assign what old drivers only let it read.

An old driver overrides the property without a setter, and the assignment raises `AttributeError`.

## What to do instead

Add a method that sets the value.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A property got a setter.",
    implementer=Severity.BREAKING,
    unseen="mypy knows no property that is put together by calls",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...",
            new=(
                "@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...\n"
                "    @uptime.setter\n    def uptime(self, value: int) -> None: ..."
            ),
            at=("Driver.uptime",),
        ),
    ),
)
def setter_added(pair: PropertyPair) -> Iterator[Change]:
    if pair.both and not pair.private and pair.both[1].settable and not pair.both[0].settable:
        yield fact(pair, f"`{pair.name}` may now be assigned, which an old override does not allow")
