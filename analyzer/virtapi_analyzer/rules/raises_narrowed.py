"""The method may no longer let out an exception that drivers raise.

An old driver still raises it. Callers no longer expect it, and it passes them by.

## What to do instead

Keep the exception declared for a cycle, and mark its class as superseded.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import CallablePair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, names


@rule(
    summary="An exception was taken from those that are declared.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @raises(KeyError, OSError)\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    @raises(KeyError)\n    def pause(self, instance): ...",
            at=("Driver.pause",),
        ),
    ),
)
def raises_narrowed(pair: CallablePair) -> Iterator[Change]:
    if pair.both is None or pair.private:
        return
    old, new = (side.contract.raises for side in pair.both)
    if old is not None and new is not None and (went := sorted(set(old) - set(new))):
        yield fact(pair, f"`{pair.name}` may no longer raise {names(went)}")
