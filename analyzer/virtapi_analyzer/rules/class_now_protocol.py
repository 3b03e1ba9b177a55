"""`isinstance` no longer works on the class.

A protocol is matched by its members. Without `@runtime_checkable`, asking `isinstance` raises `TypeError`.

## What to do instead

Add `@runtime_checkable`, or put the protocol beside the class.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import ClassKind
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.ancestry import runtime_checkable
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A class became a protocol that cannot be asked for at run time.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Driver(Protocol):\n    @abstractmethod\n    def pause(self, instance): ...",
            at=("Driver",),
        ),
        Miss(
            old="@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def pause(self, instance): ...",
            new=(
                "@runtime_checkable\n@driver_interface\nclass Driver(Protocol):\n    @abstractmethod\n"
                "    def pause(self, instance): ..."
            ),
            because="`isinstance` still works, and who derived from the class still may.",
        ),
    ),
)
def class_now_protocol(pair: ClassPair) -> Iterator[Change]:
    if pair.both is None:
        return
    old, new = pair.both
    if new.kind is ClassKind.PROTOCOL and old.kind is not ClassKind.PROTOCOL and not runtime_checkable(new):
        yield fact(pair, f"`{pair.name}` is a protocol now: `isinstance` on it raises `TypeError`")
