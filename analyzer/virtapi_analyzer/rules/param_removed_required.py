"""Old calls pass an argument that is no longer accepted, and old overrides wait for it in vain.

Both sides fail with `TypeError`.

## What to do instead

Add a method beside it without the argument, give it a fallback, and let this one go in a cycle.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import failing_calls


@rule(
    summary="A required parameter was removed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    evidence=("nova 7e4d8afb95, followed by compute-hyperv 359fe0b",),
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def unrescue(self, instance, network_info): ...",
            new="@driver_interface\nclass Driver:\n    def unrescue(self, instance): ...",
            at=("Driver.unrescue(network_info)",),
        ),
        Hit(
            old="def connect(uri, timeout): ...",
            new="def connect(uri): ...",
            at=("connect(timeout)",),
        ),
    ),
)
def param_removed_required(pair: ParameterPair) -> Iterator[Change]:
    if pair.old and pair.difference is Difference.REMOVED_REQUIRED:
        yield failing_calls(pair, f"the required parameter `{pair.old.name}` was removed", removal=True)
