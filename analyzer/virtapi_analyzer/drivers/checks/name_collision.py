"""The driver has a public name that the interface does not have: a later release may take it for something else.

The interface grows by new methods and new capability classes. A method of the same name that means something else
would be called by the host.

## What to do instead

Let the driver's own names begin with `_`; the interface never does.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, MemberPart, Rank
from virtapi_analyzer.model.diagnostic import Weight


@check(summary="A public name of the driver is not the interface's.", rank=Rank.HINT, weight=Weight.WARNING)
def name_collision(part: MemberPart) -> Iterator[Found]:
    if part.mine.name.startswith("__"):
        return
    if not part.strict or part.theirs is not None or part.released is not None or part.open:
        return
    yield Found(
        key=part.path,
        path=part.path,
        location=part.location,
        message=f"`{part.mine.name}` is public and not the interface's: a later release may mean something else by it",
    )
