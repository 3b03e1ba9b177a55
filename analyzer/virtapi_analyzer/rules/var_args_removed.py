"""Calls that pass more than is named fail.

Old overrides still take everything.

## What to do instead

Keep it for another cycle and ignore what it brings.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import failing_calls, starred


@rule(
    summary="`*args` or `**kwargs` was removed.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def tag(self, instance, **labels): ...",
            new="@driver_interface\nclass Driver:\n    def tag(self, instance): ...",
            at=("Driver.tag(labels)",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def tag(self, instance, *args): ...",
            new="@driver_interface\nclass Driver:\n    def tag(self, instance, *names): ...",
            because="Nobody can pass anything by the name of `*args`.",
        ),
    ),
)
def var_args_removed(pair: ParameterPair) -> Iterator[Change]:
    if pair.old and pair.difference is Difference.VARIADIC_REMOVED:
        yield failing_calls(pair, f"`{starred(pair.old)}` was removed", removal=True)
