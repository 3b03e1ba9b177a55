"""The method no longer says which exceptions it may let out.

A caller that handles what was declared may now meet anything.

## What to do instead

Keep the declaration.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import CallablePair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="The declaration of exceptions is gone.",
    caller=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @raises(KeyError)\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, instance): ...",
            at=("Driver.pause",),
        ),
    ),
)
def raises_undeclared(pair: CallablePair) -> Iterator[Change]:
    if pair.both is None or pair.private:
        return
    old, new = (side.contract.raises for side in pair.both)
    if old is not None and new is None:
        yield fact(pair, f"`{pair.name}` no longer declares what it may raise")
