"""A base of the driver class cannot be found: nobody can say what the driver inherits from it.

It may define what seems to be missing, or override what seems to fit.

## What to do instead

Install the package that is named into the environment, and name that with `--python`.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import DriverPart, Found, Rank
from virtapi_analyzer.drivers.wording import nowhere
from virtapi_analyzer.model.diagnostic import Weight


@check(summary="A base of the driver class is unknown.", rank=Rank.MISSING, weight=Weight.UNKNOWN)
def base_unresolved(part: DriverPart) -> Iterator[Found]:
    for base, module in part.unresolved:
        yield Found(
            key=f"{part.driver.path}:{base}",
            path=part.driver.path,
            location=part.location,
            message=f"the base `{base}` cannot be found: {nowhere(module)}",
        )
