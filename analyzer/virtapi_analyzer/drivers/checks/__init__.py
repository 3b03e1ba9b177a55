"""What can be wrong with a driver. One file a check: its name, its function and its id are one word, and the folder is
the registry."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from virtapi_analyzer.drivers.declaration import Check
from virtapi_analyzer.drivers.part import Found, Part


@cache
def checks() -> tuple[Check, ...]:
    """Every check of this folder, by id."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    declared = (getattr(module, module.__name__.rpartition(".")[2], None) for module in modules)
    return tuple(sorted((each for each in declared if isinstance(each, Check)), key=lambda each: each.id))


def findings(parts: Iterable[Part]) -> Iterator[tuple[Check, Found]]:
    """What every check says of these parts."""
    known = checks()
    for part in parts:
        for each in known:
            if isinstance(part, each.subject):
                yield from ((each, found) for found in each.find(part))
