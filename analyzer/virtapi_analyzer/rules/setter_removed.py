"""The property can no longer be assigned.

Assigning it raises `AttributeError`, in callers and in drivers that inherit it and set it on themselves.

## What to do instead

Keep the setter and mark the property as superseded.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import PropertyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A property lost its setter.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    unseen="mypy knows no property that is put together by calls",
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...\n"
                "    @uptime.setter\n    def uptime(self, value: int) -> None: ..."
            ),
            new="@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...",
            at=("Driver.uptime",),
        ),
    ),
)
def setter_removed(pair: PropertyPair) -> Iterator[Change]:
    if pair.both and not pair.private and pair.both[0].settable and not pair.both[1].settable:
        yield fact(pair, f"`{pair.name}` can no longer be assigned")
