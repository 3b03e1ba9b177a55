"""The argument is passed in another way than before, and in that way only.

No call fits both versions: callers and overrides of the two versions do not fit together.

## What to do instead

Let the parameter be passed both ways for a cycle in a method beside it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.element import ParameterKind
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import failing_calls


@rule(
    summary="A positional-only parameter became keyword-only, or the other way round.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance, /): ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, *, instance): ...",
            at=("Driver.pause(instance)",),
        ),
    ),
)
def param_kind_swapped(pair: ParameterPair) -> Iterator[Change]:
    if pair.both and pair.difference is Difference.KIND_SWAPPED:
        old, new = pair.both
        way = "name" if new.kind is ParameterKind.KEYWORD_ONLY else "position"
        yield failing_calls(pair, f"the parameter `{old.name}` can now be passed only by {way}")
