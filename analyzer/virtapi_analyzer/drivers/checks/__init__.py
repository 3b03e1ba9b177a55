"""What can be wrong with a driver. One file a check: its name, its function and its id are one word, and the folder is
the registry."""

from collections.abc import Iterable, Iterator
from functools import cache

from virtapi_analyzer.drivers.declaration import Check
from virtapi_analyzer.drivers.part import Found, Part
from virtapi_analyzer.registry import registered


@cache
def checks() -> tuple[Check, ...]:
    """Every check of this folder, by id."""
    return registered(__name__, __path__, Check)


def findings(parts: Iterable[Part]) -> Iterator[tuple[Check, Found]]:
    """What every check says of these parts."""
    known = checks()
    for part in parts:
        for each in known:
            if isinstance(part, each.subject):
                yield from ((each, found) for found in each.find(part))
