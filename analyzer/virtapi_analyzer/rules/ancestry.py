"""What a class derives from, and what that makes of it."""

from collections.abc import Iterable

from virtapi_analyzer.model.element import Class

MARKS = frozenset({"object", "builtins.object", "abc.ABC", "typing.Generic", "typing.Protocol"})
"""What these change of a class (a metaclass, type parameters, conformance) is judged for itself."""


def ordinary_bases(paths: Iterable[str]) -> tuple[str, ...]:
    """The classes among these that are more than a mark."""
    return tuple(path for path in paths if path.replace("typing_extensions.", "typing.") not in MARKS)


def is_exception(side: Class) -> bool:
    """Whether objects of the class can be raised, be it a dataclass or not."""
    return "BaseException" in side.mro


def runtime_checkable(protocol: Class) -> bool:
    """Whether `isinstance` may be asked of a protocol."""
    return any(path.rpartition(".")[2] == "runtime_checkable" for path in protocol.decorators)
