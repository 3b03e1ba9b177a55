"""Drivers may no longer override the method.

A type checker refuses the override. Python does not, and calls it as before.

## What to do instead

Leave the method open, and put what must not be changed into a function that the method calls.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A method became final.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def list_instances(self): ...",
            new="@driver_interface\nclass Driver:\n    @final\n    def list_instances(self): ...",
            at=("Driver.list_instances",),
        ),
    ),
)
def method_now_final(pair: MethodPair) -> Iterator[Change]:
    if pair.both and not pair.private and pair.both[1].final and not pair.both[0].final:
        yield fact(pair, f"`{pair.name}` is final now and may no longer be overridden")
