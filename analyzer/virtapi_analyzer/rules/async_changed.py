"""The call must be awaited where it was not, or must not be where it was.

A caller gets a coroutine instead of the result, or awaits what is none. An override written for the old version gives
the new caller the wrong one of the two.

## What to do instead

Add a method beside it under another name.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Function
from virtapi_analyzer.model.pair import CallablePair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact

AWAITED = ("collections.abc.Coroutine", "collections.abc.Awaitable")


@rule(
    summary="A function or method became asynchronous, or is no longer.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance: str) -> None: ...",
            new="@driver_interface\nclass Driver:\n    async def pause(self, instance: str) -> None: ...",
            at=("Driver.pause",),
        ),
        Hit(
            old="@overload\ndef load(uri: str) -> str: ...\n@overload\ndef load(uri: int) -> int: ...",
            new="@overload\nasync def load(uri: str) -> str: ...\n@overload\nasync def load(uri: int) -> int: ...",
            at=("load",),
        ),
        Hit(
            old="async def connect(uri: str) -> bytes: ...",
            new="def connect(uri: str) -> bytes: ...",
            at=("connect",),
        ),
        Miss(
            old="async def connect(uri: str) -> bytes: ...",
            new="from collections.abc import Coroutine\ndef connect(uri: str) -> Coroutine[Any, Any, bytes]: ...",
            because="That is what `async def` means.",
        ),
    ),
)
def async_changed(pair: CallablePair) -> Iterator[Change]:
    if pair.both is None or pair.private or _awaited(pair.both[0]) is _awaited(pair.both[1]):
        return
    change = "must now be awaited" if _awaited(pair.both[1]) else "must no longer be awaited"
    yield fact(pair, f"`{pair.name}` {change}")


def _awaited(function: Function) -> bool:
    returns = function.signature.returns
    return function.asynchronous or (returns is not None and returns.normal.partition("[")[0] in AWAITED)
