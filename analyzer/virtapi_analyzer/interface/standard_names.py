"""One name for what the standard library has under several."""

GENERIC_ALIASES = {
    "List": "list", "Dict": "dict", "Set": "set", "FrozenSet": "frozenset", "Tuple": "tuple", "Type": "type",
    "Text": "str", "Deque": "collections.deque", "DefaultDict": "collections.defaultdict",
    "OrderedDict": "collections.OrderedDict", "Counter": "collections.Counter", "ChainMap": "collections.ChainMap",
    "Pattern": "re.Pattern", "Match": "re.Match", "ContextManager": "contextlib.AbstractContextManager",
    "AsyncContextManager": "contextlib.AbstractAsyncContextManager", "AbstractSet": "collections.abc.Set",
}  # fmt: skip
ABSTRACT_COLLECTIONS = frozenset(
    [
        "Awaitable",
        "Coroutine",
        "AsyncIterable",
        "AsyncIterator",
        "AsyncGenerator",
        "Iterable",
        "Iterator",
        "Generator",
        "Reversible",
        "Container",
        "Collection",
        "Callable",
        "MutableSet",
        "Mapping",
        "MutableMapping",
        "Sequence",
        "MutableSequence",
        "ByteString",
        "MappingView",
        "KeysView",
        "ItemsView",
        "ValuesView",
        "Hashable",
        "Sized",
    ]
)
WRAPPERS = frozenset(f"typing.{name}" for name in ("ClassVar", "Final", "Required", "NotRequired", "ReadOnly"))
WRAPPERS |= {"dataclasses.InitVar"}
ERRORS = {
    "IOError": "OSError", "EnvironmentError": "OSError", "socket.error": "OSError", "select.error": "OSError",
    "socket.timeout": "TimeoutError", "asyncio.TimeoutError": "TimeoutError",
    "asyncio.exceptions.TimeoutError": "TimeoutError", "concurrent.futures.TimeoutError": "TimeoutError",
    "asyncio.CancelledError": "asyncio.exceptions.CancelledError",
}  # fmt: skip
TYPE_MAKERS = frozenset(f"typing.{name}" for name in ("TypeVar", "ParamSpec", "TypeVarTuple", "NewType"))


def standard(path: str) -> str:
    """One name for what the standard library has under several."""
    path = path.replace("typing_extensions.", "typing.", 1) if path.startswith("typing_extensions.") else path
    if path.startswith("typing."):
        name = path.removeprefix("typing.")
        if name in ABSTRACT_COLLECTIONS:
            return f"collections.abc.{name}"
        return GENERIC_ALIASES.get(name, path)
    path = path.removeprefix("builtins.")
    return ERRORS.get(path, path)
