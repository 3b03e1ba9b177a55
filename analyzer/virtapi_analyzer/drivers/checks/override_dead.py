"""The driver overrides a method that the release does not have: nobody calls it.

With `@override` a type checker refuses it. Without, it is there and is never called: what it was to do is not done, or
is done elsewhere now.

## What to do instead

See what took its place in this release (`virtapi diff`); delete the method once no release that you serve has it.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, MemberPart, Rank
from virtapi_analyzer.model.diagnostic import Weight


@check(summary="A method overrides what the release does not have.", rank=Rank.NAME)
def override_dead(part: MemberPart) -> Iterator[Found]:
    if part.theirs is not None or part.released is not None or part.open or part.near:
        return
    if not part.mine.override and not part.elsewhere:
        return
    has = f" ({', '.join(part.elsewhere)} has it)" if part.elsewhere else ""
    marked = ", and says `@override`" if part.mine.override else ""
    weight = Weight.ERROR if part.mine.override else Weight.WARNING
    yield Found(
        key=part.path,
        path=part.path,
        location=part.location,
        message=f"`{part.mine.name}` overrides nothing in {part.release.label}{has}{marked}",
        weight=weight if part.strict else Weight.NOTE,
    )
