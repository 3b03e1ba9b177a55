"""The method now says which exceptions it may let out.

Before, nothing was said. A driver that raises something else breaks a promise that it never made.

## What to do instead

Declare every exception that the documentation or known drivers speak of.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import CallablePair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, names


@rule(
    summary="Exceptions were declared where nothing had been said.",
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    @raises(KeyError)\n    def pause(self, instance): ...",
            at=("Driver.pause",),
        ),
    ),
)
def raises_declared(pair: CallablePair) -> Iterator[Change]:
    if pair.both is None or pair.private:
        return
    old, new = (side.contract.raises for side in pair.both)
    if old is None and new is not None:
        yield fact(pair, f"`{pair.name}` may now raise {names(new) if new else 'no exception of its own'} alone")
