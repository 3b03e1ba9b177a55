"""Calls that pass the argument fail.

An old override still accepts it and is no longer given it, so drivers go on working with its default.

## What to do instead

Keep the parameter for another cycle and ignore it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import failing_calls


@rule(
    summary="An optional parameter was removed.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def reboot(self, instance, callback=None): ...",
            new="@driver_interface\nclass Driver:\n    def reboot(self, instance): ...",
            at=("Driver.reboot(callback)",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    def reboot(self, instance, callback=None, kind=None): ...",
            new="@driver_interface\nclass Driver:\n    def reboot(self, instance, kind=None): ...",
            at=("Driver.reboot(callback)",),
            host=Severity.BREAKING,
            driver=Severity.BREAKING,
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def tag(self, name, /, *, colour=None, **labels): ...",
            new="@driver_interface\nclass Driver:\n    def tag(self, name, /, **labels): ...",
            because="`**labels` still takes it.",
        ),
    ),
)
def param_removed_optional(pair: ParameterPair) -> Iterator[Change]:
    if pair.old and pair.difference is Difference.REMOVED_OPTIONAL:
        yield failing_calls(pair, f"the optional parameter `{pair.old.name}` was removed", removal=True)
