"""A method of the driver takes the arguments of the release in another order: calls bind, and the wrong object arrives.

Nothing raises at the call. What fails, fails later and elsewhere, or not at all.

## What to do instead

Put the parameters in the order that they have in the release.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.binding import refusals, swapped
from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, MemberPart, Rank
from virtapi_analyzer.drivers.practice import calls_decide, in_doubt, run
from virtapi_analyzer.model.charge import Failing
from virtapi_analyzer.model.diagnostic import Weight


@check(summary="Arguments land on other parameters than the release means.", rank=Rank.SIGNATURE)
def override_misdirected(part: MemberPart) -> Iterator[Found]:
    if part.theirs is None or part.theirs.signature is None or part.mine.signature is None:
        return
    ran = run(part) if calls_decide(part) else None
    if ran is not None and ran.failing is Failing.MISDIRECTED:
        message = f"`{part.mine.name}` gets the wrong object from {ran.words}"
        yield Found(key=part.path, path=part.path, location=part.location, message=message, weight=ran.weight)
    if ran is not None or (calls_decide(part) and not in_doubt(part)):
        return
    names = part.released.parameters if part.released is not None else ()
    refused = refusals(part.theirs.signature, part.mine.signature, names, part.names)
    wrong = [each for each in refused if each.misdirected]
    if not refused and part.outline is not None and not part.outline.annotations:
        moved = swapped(part.theirs.signature, names, part.names)
        if moved and part.strict:
            listed = " and ".join(f"`{name}`" for name in moved)
            message = f"`{part.mine.name}` takes {listed} in another place: calls bind, and the wrong object arrives"
            yield Found(key=part.path, path=part.path, location=part.location, message=message)
    if not wrong or len(wrong) < len(refused):  # what does not bind at all is told by `override-signature`
        return
    yield Found(
        key=part.path,
        path=part.path,
        location=part.location,
        message=(
            f"`{part.mine.name}` takes {' and '.join(f'`{each.parameter}`' for each in wrong)} in another place: "
            f"{part.mine.name}({wrong[0].call}) binds, and the wrong object arrives"
        ),
        weight=None if part.strict else Weight.WARNING,
    )
