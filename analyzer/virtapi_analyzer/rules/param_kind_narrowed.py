"""One way of passing the argument was taken away.

A parameter that became keyword-only can no longer be passed by position; one that became positional-only can no longer
be passed by name. Old overrides still accept both.

## What to do instead

Leave the parameter as it is. In a method beside it you are free.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.element import ParameterKind
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import failing_calls


@rule(
    summary="A parameter became positional-only or keyword-only.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def reboot(self, instance, kind): ...",
            new="@driver_interface\nclass Driver:\n    def reboot(self, instance, *, kind): ...",
            at=("Driver.reboot(kind)",),
        ),
        Hit(
            old="def connect(uri): ...",
            new="def connect(uri, /): ...",
            at=("connect(uri)",),
        ),
    ),
)
def param_kind_narrowed(pair: ParameterPair) -> Iterator[Change]:
    if pair.both and pair.difference is Difference.KIND_NARROWED:
        old, new = pair.both
        way = "name" if new.kind is ParameterKind.KEYWORD_ONLY else "position"
        yield failing_calls(pair, f"the parameter `{old.name}` can now be passed only by {way}")
