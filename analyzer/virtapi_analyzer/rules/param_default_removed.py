"""Calls that leave the argument out fail.

Old overrides still have a default and accept every new call.

## What to do instead

Keep the default, or add a method beside it that demands the argument.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import failing_calls


@rule(
    summary="An optional parameter became required.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def power_on(self, instance, accel_info=None): ...",
            new="@driver_interface\nclass Driver:\n    def power_on(self, instance, accel_info): ...",
            at=("Driver.power_on(accel_info)",),
        ),
        Hit(
            old="def connect(uri, timeout=60): ...",
            new="def connect(uri, timeout): ...",
            at=("connect(timeout)",),
        ),
    ),
)
def param_default_removed(pair: ParameterPair) -> Iterator[Change]:
    if pair.both and pair.difference is Difference.DEFAULT_REMOVED:
        old, _ = pair.both
        yield failing_calls(pair, f"the parameter `{old.name}` became required")
