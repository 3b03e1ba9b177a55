"""A method of the driver refuses calls that the release allows: the host's call raises `TypeError`.

It is decided for all calls at once, whether the driver has annotations or not: what the release's signature accepts, by
position and by name, the override must accept.

## What to do instead

Take the parameters that the release has, of the same kind, and give what only you take a default.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.binding import refusals
from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, MemberPart, Rank
from virtapi_analyzer.drivers.practice import calls_decide, in_doubt, run
from virtapi_analyzer.drivers.wording import listed
from virtapi_analyzer.model.charge import Failing
from virtapi_analyzer.model.diagnostic import Weight


@check(summary="A method refuses calls that the release allows.", rank=Rank.SIGNATURE)
def override_signature(part: MemberPart) -> Iterator[Found]:
    if part.theirs is None or part.theirs.signature is None or part.mine.signature is None:
        return
    if part.mine.name in ("__init__", "__new__") and not part.strict:
        return
    ran = run(part) if part.host is not None else None
    if calls_decide(part):
        if ran is not None and ran.failing is Failing.UNBOUND:
            message = f"`{part.mine.name}` does not take {ran.words}"
            yield Found(key=part.path, path=part.path, location=part.location, message=message, weight=ran.weight)
        if ran is not None or not in_doubt(part):
            return
    names = part.released.parameters if part.released is not None else ()
    refused = [
        each for each in refusals(part.theirs.signature, part.mine.signature, names, part.names) if not each.misdirected
    ]
    if not refused:
        return
    words = list(dict.fromkeys(each.words for each in refused))
    told = listed(words)
    yield Found(
        key=part.path,
        path=part.path,
        location=part.location,
        message=f"`{part.mine.name}` {told}" + (f"; that fails {ran.words}" if ran is not None else ""),
        weight=None if part.strict else Weight.WARNING,
    )
