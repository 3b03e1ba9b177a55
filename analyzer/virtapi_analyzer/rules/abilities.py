"""Which classes are abilities: a driver has one by inheriting its class, and a flag goes with it."""

from collections.abc import Iterator

from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.interface import Interface


def flagged(interface: Interface) -> tuple[Class, ...]:
    """The classes with `@capability`, by path."""
    return tuple(kind for _, kind in sorted(interface.classes.items()) if kind.contract.capability is not None)


def abilities(interface: Interface) -> Iterator[Class]:
    """The classes with `@capability`, and all others below the same root but what merely inherits one of those.

    A root is a base of theirs in the package that has no role of its own.
    """
    marked = flagged(interface)
    paths = {kind.path for kind in marked}
    roots = {base for kind in marked for base in kind.mro if base in interface.classes and not _own(interface, base)}
    for path, kind in sorted(interface.classes.items()):
        inherits = kind.contract.role is None and not paths.isdisjoint(kind.mro)
        if path in paths or (path not in roots and not roots.isdisjoint(kind.mro) and not inherits):
            yield kind


def _own(interface: Interface, path: str) -> bool:
    contract = interface.classes[path].contract
    return contract.role is not None or contract.capability is not None
