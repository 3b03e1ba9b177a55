"""The order in which Python looks members up."""

import importlib
from collections.abc import Sequence

KNOWN = frozenset({"builtins", "abc", "collections.abc", "collections", "enum", "typing", "datetime", "decimal", "io"})
"""Modules of the standard library whose classes may be asked for their bases: plain, and imported by us anyway."""


def linearised(orders: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Python's C3 merge of the bases' orders, each beginning with the base itself.

    Where the bases contradict each other (Python itself would refuse the class) it is their order of appearance.
    """
    rows = [list(order) for order in orders] + [[order[0] for order in orders if order]]
    merged: list[str] = []
    while rows := [row for row in rows if row]:
        head = next((row[0] for row in rows if not any(row[0] in other[1:] for other in rows)), None)
        if head is None:
            return tuple(dict.fromkeys((*merged, *(path for row in rows for path in row))))
        merged.append(head)
        rows = [row[1:] if row[0] == head else row for row in rows]
    return tuple(merged)


def standard_order(path: str) -> tuple[str, ...]:
    """What stands behind a class of the standard library in its own order, `object` left out; () for others."""
    module, _, name = path.rpartition(".")
    if (module or "builtins") not in KNOWN:
        return ()
    found = getattr(importlib.import_module(module or "builtins"), name, None)
    if not isinstance(found, type):
        return ()
    return tuple(_path(base) for base in found.__mro__[1:] if base is not object)


def _path(kind: type) -> str:
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
