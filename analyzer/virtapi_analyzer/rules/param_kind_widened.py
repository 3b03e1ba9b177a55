"""There is a new way of passing the argument, which old overrides do not know.

Every old call still works. A host that passes the argument in the new way meets overrides that accept only the old one.

## What to do instead

Leave the parameter as it is.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import failing_calls


@rule(
    summary="A parameter that was positional-only or keyword-only can be passed either way.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def reboot(self, instance, *, kind): ...",
            new="@driver_interface\nclass Driver:\n    def reboot(self, instance, kind): ...",
            at=("Driver.reboot(kind)",),
        ),
        Miss(
            old="def connect(uri, /): ...",
            new="def connect(uri): ...",
            because="Nobody overrides a function.",
        ),
    ),
)
def param_kind_widened(pair: ParameterPair) -> Iterator[Change]:
    if pair.both and pair.difference is Difference.KIND_WIDENED:
        old, _ = pair.both
        yield failing_calls(pair, f"the parameter `{old.name}` can now be passed both by position and by name")
