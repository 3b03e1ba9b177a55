"""Arguments that are passed by position reach another parameter.

The number of arguments still fits, so nothing fails at the call: the driver receives the wrong object.

## What to do instead

Keep the order, or make the parameters keyword-only in a method beside it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import failing_calls


@rule(
    summary="The order of parameters changed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def attach(self, instance, volume): ...",
            new="@driver_interface\nclass Driver:\n    def attach(self, volume, instance): ...",
            at=("Driver.attach(volume)",),
        ),
        Hit(
            old="def connect(uri, timeout, /): ...",
            new="def connect(timeout, uri, /): ...",
            at=("connect(uri)",),
            host=Severity.POTENTIALLY_BREAKING,
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def attach(self, *, instance, volume): ...",
            new="@driver_interface\nclass Driver:\n    def attach(self, *, volume, instance): ...",
            because="Keyword-only parameters have no order.",
        ),
    ),
)
def param_reordered(pair: ParameterPair) -> Iterator[Change]:
    if pair.both and pair.difference is Difference.MOVED:
        old, _ = pair.both
        yield failing_calls(pair, f"the parameter `{old.name}` stands in another place")
