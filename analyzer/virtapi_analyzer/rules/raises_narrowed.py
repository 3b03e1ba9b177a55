"""The method may no longer let out an exception that drivers raise.

An old driver still raises it. Callers no longer expect it, and it passes them by.

## What to do instead

Keep the exception declared for a cycle, and mark its class as superseded.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import CallablePair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact, names


@rule(
    summary="An exception was taken from those that are declared.",
    implementer=Severity.BREAKING,
    unprovable="mypy does not look at exceptions",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @raises(KeyError, OSError)\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    @raises(KeyError)\n    def pause(self, instance): ...",
            at=("Driver.pause",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    @raises(KeyError)\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    @raises(LookupError)\n    def pause(self, instance): ...",
            because="A KeyError is a LookupError, and may still be raised.",
            others=("raises-widened",),
        ),
    ),
)
def raises_narrowed(pair: CallablePair) -> Iterator[Change]:
    if pair.raises_gone and not pair.private:
        yield fact(pair, f"`{pair.name}` may no longer raise {names(pair.raises_gone)}", withdraws=True)
