"""Who implements a class."""

from collections.abc import Mapping, Sequence

from virtapi_analyzer.interface.patterns import matches
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Class


def roles(classes: Mapping[str, Class], *, driver: Sequence[str], host: Sequence[str]) -> Mapping[str, frozenset[Role]]:
    """The roles of every class: declared on it, or named by a pattern, and those of its subclasses.

    What a base defines is overridden by the drivers (or called on the hosts) of the classes below it.
    """
    found: dict[str, set[Role]] = {path: set() for path in classes}
    for path, kind in classes.items():
        own = {kind.contract.role} if kind.contract.role else set()
        own |= {Role.DRIVER for pattern in driver if matches(pattern, path)}
        own |= {Role.HOST for pattern in host if matches(pattern, path)}
        for above in (path, *kind.mro):
            if above in found:
                found[above] |= own
    return {path: frozenset(each) for path, each in found.items()}
