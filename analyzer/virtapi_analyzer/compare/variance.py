"""Which way values pass through the type arguments of generic classes outside the interface.

Each is what becomes of a value where the whole goes to drivers: a `Sequence` hands out what it was given, a
`Generator` is sent something by whoever got it, and into a `list` its receiver may put something of his own.
"""

from virtapi_analyzer.model.interface import Flow

SAME, BACK = Flow.TO_DRIVER, Flow.TO_HOST
DOUBLED = SAME | BACK.weakened

_READ_ONLY = (
    "tuple", "frozenset", "type", "slice", "reversed", "zip", "BaseExceptionGroup", "ExceptionGroup",
    "collections.abc.AsyncIterable", "collections.abc.AsyncIterator", "collections.abc.Awaitable",
    "collections.abc.Collection", "collections.abc.Container", "collections.abc.Iterable", "collections.abc.Iterator",
    "collections.abc.Reversible", "collections.abc.Sequence", "collections.abc.Set",
    "collections.abc.KeysView", "collections.abc.ItemsView", "collections.abc.ValuesView",
    "contextlib.AbstractContextManager", "contextlib.AbstractAsyncContextManager",
    "contextlib.ExitStack", "contextlib.AsyncExitStack", "typing.SupportsAbs", "typing.SupportsRound",
    "typing.Unpack", "typing.TypeIs", "typing.TypeGuard", "typing.Concatenate",
    "typing.ClassVar", "typing.Final", "typing.Required", "typing.NotRequired", "typing.ReadOnly",
)  # fmt: skip
_MIXED = {
    "collections.abc.Mapping": (DOUBLED, SAME),
    "collections.abc.Generator": (SAME, BACK, SAME),
    "collections.abc.AsyncGenerator": (SAME, BACK),
    "collections.abc.Coroutine": (SAME, BACK, SAME),
}


def passing(generic: str, place: int, flow: Flow) -> Flow:
    """What becomes of values of the type argument at this place, where the whole goes this way. Of a class that is not
    known here, values may come back."""
    if generic in _READ_ONLY:
        return flow
    mixed = _MIXED.get(generic, ())
    return (mixed[place] if place < len(mixed) else DOUBLED).along(flow)
