"""The driver uses what is deprecated in this release: it goes in the next.

## What to do instead

Use what the message of the deprecation names.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, Rank, SaidPart
from virtapi_analyzer.model.diagnostic import Weight
from virtapi_analyzer.model.said import SaidKind


@check(summary="What is used is deprecated.", rank=Rank.HINT, weight=Weight.WARNING)
def deadline_use(part: SaidPart) -> Iterator[Found]:
    if part.said.kind is SaidKind.DEPRECATED:
        why = part.said.text.partition(" is deprecated: ")[2]
        yield Found(
            key=part.line_key,
            path=part.path,
            location=part.location,
            message=f"`{part.said.owner}` is deprecated, and goes after {part.release.label}: {why}",
        )
