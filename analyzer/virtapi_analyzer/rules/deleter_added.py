"""The host may now delete what old drivers keep.

An old driver overrides the property without a deleter, and `del driver.uptime` raises `AttributeError`.

## What to do instead

Add a method that clears the value.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A property got a deleter.",
    implementer=Severity.BREAKING,
    unprovable="mypy does not look at deleters",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...",
            new=(
                "@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...\n"
                "    @uptime.deleter\n    def uptime(self) -> None: ..."
            ),
            at=("Driver.uptime",),
        ),
    ),
)
def deleter_added(pair: PropertyPair) -> Iterator[Change]:
    if pair.both and not pair.private and pair.both[1].deletable and not pair.both[0].deletable:
        yield fact(pair, f"`{pair.name}` may now be deleted, which an old override does not allow")
