"""The driver inherits a capability class and defines nothing of it: it cannot be instantiated.

A capability is declared by inheriting its class, and implemented by defining its methods; one without the other is an
ability that is not there.

## What to do instead

Define the methods of the capability class, or do not inherit it.
"""

from collections.abc import Iterable, Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import DriverPart, Found, Rank
from virtapi_analyzer.drivers.wording import listed


@check(summary="A capability class is inherited, and nothing of it is defined.", rank=Rank.NAME)
def capability_incomplete(part: DriverPart) -> Iterator[Found]:
    if not part.strict or part.driver.open:  # what cannot be seen may define it
        return
    for found in part.interfaces:
        abstract = part.nothing_of(found)
        if not abstract:
            continue
        are = "is" if len(abstract) == 1 else "are"
        short = found.path.rpartition(".")[2]
        yield Found(
            key=f"{part.driver.path}:{found.path}",
            path=part.driver.path,
            location=part.location,
            also=tuple(f"{part.driver.path}.{name}" for name in abstract),
            message=f"`{short}` is inherited, and {_listed(abstract)} of it {are} not defined",
        )


def _listed(names: Iterable[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return listed(quoted)
