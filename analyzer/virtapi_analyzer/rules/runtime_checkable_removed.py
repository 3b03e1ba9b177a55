"""`isinstance` no longer works on the protocol.

Without `@runtime_checkable`, asking `isinstance` raises `TypeError`.

## What to do instead

Keep the decorator.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import ClassKind
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.ancestry import runtime_checkable
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A protocol can no longer be asked for at run time.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="@runtime_checkable\n@driver_interface\nclass Driver(Protocol):\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Driver(Protocol):\n    def pause(self, instance): ...",
            at=("Driver",),
        ),
    ),
)
def runtime_checkable_removed(pair: ClassPair) -> Iterator[Change]:
    if pair.both is None or any(side.kind is not ClassKind.PROTOCOL for side in pair.both):
        return
    old, new = pair.both
    if runtime_checkable(old) and not runtime_checkable(new):
        yield fact(pair, f"`isinstance` on the protocol `{pair.name}` raises `TypeError`")
