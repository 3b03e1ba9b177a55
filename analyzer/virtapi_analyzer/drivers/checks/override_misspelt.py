"""A method is spelled nearly like one of the release that the driver does not define: nobody calls it.

## What to do instead

Correct the spelling. If it is meant to be the driver's own, let its name begin with `_`.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, MemberPart, Rank
from virtapi_analyzer.model.diagnostic import Weight


@check(summary="A method is spelled nearly like one that the driver lacks.", rank=Rank.NAME)
def override_misspelt(part: MemberPart) -> Iterator[Found]:
    if part.theirs is not None or not part.near or part.open:
        return
    yield Found(
        key=part.path,
        path=part.path,
        location=part.location,
        also=tuple(f"{heir}.{name}" for heir in part.heirs for name in part.near),
        message=f"`{part.mine.name}` overrides nothing: the release has `{'`, `'.join(part.near)}`",
        weight=None if part.strict else Weight.NOTE,
    )
