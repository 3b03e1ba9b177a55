"""The driver defines neither a superseded method nor its successor: each falls back on the other, and neither works.

No type checker sees it, since both have a body. A driver that defines neither is refused when it is loaded.

## What to do instead

Define the successor.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import DriverPart, Found, Rank
from virtapi_analyzer.drivers.transition import transitions


@check(summary="Neither a superseded method nor its successor is defined.", rank=Rank.NAME)
def successor_missing(part: DriverPart) -> Iterator[Found]:
    if not part.strict or part.driver.open:
        return
    for step in transitions(part):
        if step.old_is_released and step.new_is_released and not step.new_is_abstract and step.falls_back:
            yield Found(
                key=f"{part.driver.path}.{step.old}",
                path=f"{part.driver.path}.{step.new}",
                location=part.location,
                message=f"neither `{step.new}` nor `{step.old}`, which it supersedes, is defined",
                also=(f"{part.driver.path}.{step.new}",),
            )
