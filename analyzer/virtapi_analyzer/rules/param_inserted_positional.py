"""A new argument took the place of others.

It is optional, so calls still bind. But what a caller passes by position behind it now reaches the wrong parameter,
mostly without any error.

## What to do instead

Make the new parameter keyword-only, or put it last. For a method that drivers override, add a method beside it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import failing_calls


@rule(
    summary="An optional parameter was inserted before others.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def reboot(self, instance, kind=None): ...",
            new="@driver_interface\nclass Driver:\n    def reboot(self, instance, force=False, kind=None): ...",
            at=("Driver.reboot(force)",),
        ),
        Hit(
            old="def connect(uri, timeout=None): ...",
            new="def connect(uri, user=None, timeout=None): ...",
            at=("connect(user)",),
        ),
        Miss(
            old="def connect(uri, timeout=None): ...",
            new="def connect(uri, timeout=None, *, user=None): ...",
            because="A keyword-only parameter takes nobody's place.",
        ),
    ),
)
def param_inserted_positional(pair: ParameterPair) -> Iterator[Change]:
    if pair.new and pair.difference is Difference.INSERTED:
        yield failing_calls(pair, f"the optional parameter `{pair.new.name}` was inserted before others")
