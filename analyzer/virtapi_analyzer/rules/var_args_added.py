"""Calls may now pass anything, and old overrides do not take it.

Every old call still works. A host that uses the new freedom gets `TypeError` from a driver written for the old version.

## What to do instead

Name what is to be passed, in a method beside it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import failing_calls, starred


@rule(
    summary="`*args` or `**kwargs` was added to a method.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def tag(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    def tag(self, instance, **labels): ...",
            at=("Driver.tag(labels)",),
        ),
        Miss(
            old="def connect(uri): ...",
            new="def connect(uri, **options): ...",
            because="Nobody overrides a function.",
        ),
    ),
)
def var_args_added(pair: ParameterPair) -> Iterator[Change]:
    if pair.new and pair.difference is Difference.VARIADIC_ADDED:
        yield failing_calls(pair, f"`{starred(pair.new)}` was added")
