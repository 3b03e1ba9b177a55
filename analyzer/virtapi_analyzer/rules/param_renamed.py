"""Calls that pass the argument by its name fail, on both sides.

A caller who uses the old name gets `TypeError`; so does a host that uses the new name on an old override.

## What to do instead

Make parameters whose names are nobody's business positional-only from the start. Else keep the old name, or add a
method beside it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import failing_calls


@rule(
    summary="A parameter that can be passed by name was renamed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    evidence=("nova 6182b82195 renamed recreate to evacuate; compute-hyperv followed in e75804f",),
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def rebuild(self, instance, recreate=False): ...",
            new="@driver_interface\nclass Driver:\n    def rebuild(self, instance, evacuate=False): ...",
            at=("Driver.rebuild(recreate)",),
        ),
        Hit(
            old="def connect(uri): ...",
            new="def connect(url): ...",
            at=("connect(uri)",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance, /): ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, guest, /): ...",
            because="Nobody can pass a positional-only parameter by name.",
        ),
    ),
)
def param_renamed(pair: ParameterPair) -> Iterator[Change]:
    if pair.both and pair.difference is Difference.RENAMED:
        old, new = pair.both
        yield failing_calls(pair, f"the parameter `{old.name}` is now called `{new.name}`")
