"""Having the right members is no longer enough.

A class that conformed to the protocol without deriving from it is refused.

## What to do instead

Keep the protocol, and add the class beside it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import ClassKind
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A protocol became an ordinary class.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(Protocol):\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Driver(ABC):\n    def pause(self, instance): ...",
            at=("Driver",),
        ),
    ),
)
def protocol_now_nominal(pair: ClassPair) -> Iterator[Change]:
    if pair.both is None:
        return
    old, new = pair.both
    if old.kind is ClassKind.PROTOCOL and new.kind is not ClassKind.PROTOCOL:
        yield fact(pair, f"`{pair.name}` is no longer a protocol: a class must derive from it")
