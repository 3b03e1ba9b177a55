"""Old calls do not pass the new argument, and old overrides do not accept it.

Both sides fail with `TypeError`: the caller who does not pass what is now required, and the driver that is called with
an argument it has never heard of.

## What to do instead

Add a method beside it that takes the argument, give it a fallback, and let this one go in a cycle.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import failing_calls


@rule(
    summary="A required parameter was added.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    evidence=(
        "nova eab58069ea, followed by compute-hyperv 05a55ce",
        "nova d6e47ee0c3, followed by compute-hyperv 3a7ea8e",
        "nova 78a08d44ea: migration came before two optional parameters; old calls still bound, with shifted arguments",
    ),
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def extend_volume(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    def extend_volume(self, instance, requested_size): ...",
            at=("Driver.extend_volume(requested_size)",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    def detach_volume(self, instance, mountpoint): ...",
            new="@driver_interface\nclass Driver:\n    def detach_volume(self, context, instance, mountpoint): ...",
            at=("Driver.detach_volume(context)",),
        ),
        Hit(
            old="def connect(uri): ...",
            new="def connect(uri, timeout): ...",
            at=("connect(timeout)",),
        ),
    ),
)
def param_added_required(pair: ParameterPair) -> Iterator[Change]:
    if pair.new and pair.difference is Difference.ADDED_REQUIRED:
        yield failing_calls(pair, f"the required parameter `{pair.new.name}` was added")
