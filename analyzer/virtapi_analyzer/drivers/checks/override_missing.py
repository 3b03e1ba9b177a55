"""The driver does not define a method that the release asks of every driver: it cannot be instantiated.

Python refuses to make an object of a class that leaves a method abstract, so the host fails when it loads the driver.

## What to do instead

Define the method. What it must do stands in the docstring of the method that it overrides.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import DriverPart, Found, Rank


@check(summary="An abstract method is not defined.", rank=Rank.NAME)
def override_missing(part: DriverPart) -> Iterator[Found]:
    if part.driver.open:  # what cannot be seen may define it
        return
    whole = {found.path for found in part.interfaces if part.nothing_of(found)}
    for name, asks in part.driver.undefined:
        if asks not in whole:
            short = asks.rpartition(".")[2]
            yield Found(
                key=f"{part.driver.path}.{name}",
                path=f"{part.driver.path}.{name}",
                location=part.location,
                message=f"`{name}` of `{short}` is not defined: the driver cannot be instantiated",
            )
