"""The driver overrides a superseded method and does not define its successor: it stops working with the release in
which the old method is gone.

Type checkers report calls of what is deprecated, never the overriding of it.

## What to do instead

Define the successor within the cycle. Once no release that you serve lacks it, delete the old method.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import DriverPart, Found, Rank
from virtapi_analyzer.drivers.transition import transitions
from virtapi_analyzer.model.diagnostic import Weight


@check(summary="A superseded method is overridden, its successor is not.", rank=Rank.HINT, weight=Weight.WARNING)
def deadline_override(part: DriverPart) -> Iterator[Found]:
    if not part.strict or part.driver.open:
        return
    for step in transitions(part):
        if not step.old_is_released and (step.new is None or step.new_is_released):
            instead = f"define `{step.new}`" if step.new else "it has no successor"
            yield Found(
                key=f"{step.definer}.{step.old}",
                path=f"{step.definer}.{step.old}",
                location=part.places.get(step.old, part.location),
                message=(
                    f"`{step.old}` is superseded since {step.since}, and goes with the release after that: {instead}"
                ),
            )
