"""Calls may now leave the argument out, and old overrides still demand it.

Every old call still works. A host that leaves the argument out gets `TypeError` from a driver written for the old
version.

## What to do instead

Leave the parameter required in methods that drivers override, or add a method beside it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import failing_calls


@rule(
    summary="A required parameter became optional.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def power_on(self, instance, accel_info): ...",
            new="@driver_interface\nclass Driver:\n    def power_on(self, instance, accel_info=None): ...",
            at=("Driver.power_on(accel_info)",),
        ),
        Miss(
            old="def connect(uri): ...",
            new='def connect(uri="qemu:///system"): ...',
            because="Nobody overrides a function.",
        ),
    ),
)
def param_default_added(pair: ParameterPair) -> Iterator[Change]:
    if pair.both and pair.difference is Difference.DEFAULT_ADDED:
        old, _ = pair.both
        yield failing_calls(pair, f"the parameter `{old.name}` became optional")
