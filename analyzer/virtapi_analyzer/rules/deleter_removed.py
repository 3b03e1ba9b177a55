"""The property can no longer be deleted.

`del driver.uptime` raises `AttributeError`.

## What to do instead

Keep the deleter.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A property lost its deleter.",
    caller=Severity.BREAKING,
    unprovable="mypy does not look at deleters",
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...\n"
                "    @uptime.deleter\n    def uptime(self) -> None: ..."
            ),
            new="@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...",
            at=("Driver.uptime",),
        ),
    ),
)
def deleter_removed(pair: PropertyPair) -> Iterator[Change]:
    if pair.both and not pair.private and pair.both[0].deletable and not pair.both[1].deletable:
        yield fact(pair, f"`{pair.name}` can no longer be deleted")
