"""A driver written against the old interface does not accept the new argument.

Every old call still works, so the change looks harmless from the host's side. A driver that overrides the method with
the old signature raises `TypeError` as soon as the host passes the argument.

## What to do instead

Add a method beside it that takes the argument, give it a fallback, and let this one go in a cycle.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import failing_calls


@rule(
    summary="An optional parameter was added to a method.",
    caller=Severity.NON_BREAKING,
    implementer=Severity.BREAKING,
    evidence=(
        "nova 19cb828023, followed by nova-lxd d0faf78 after 42 days",
        "nova 1ff60fa52d, followed by compute-hyperv aabd6a1",
    ),
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def get_info(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    def get_info(self, instance, use_cache=True): ...",
            at=("Driver.get_info(use_cache)",),
        ),
        Miss(
            old="def connect(uri): ...",
            new="def connect(uri, timeout=None): ...",
            because="Nobody overrides a function.",
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def tag(self, name, /, **labels): ...",
            new="@driver_interface\nclass Driver:\n    def tag(self, name, /, *, colour=None, **labels): ...",
            because="An old override takes every keyword already.",
        ),
    ),
)
def param_added_optional(pair: ParameterPair) -> Iterator[Change]:
    if pair.new and pair.difference is Difference.ADDED_OPTIONAL:
        yield failing_calls(pair, f"the optional parameter `{pair.new.name}` was added")
