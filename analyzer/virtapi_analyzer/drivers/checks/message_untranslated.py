"""The type checker says something of the driver's use of the interface that no check here has words for.

It is shown as it came.

## What to do instead

See what the message says of the line.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, Rank, SaidPart
from virtapi_analyzer.model.said import SaidKind


@check(summary="The type checker says something else of the interface.", rank=Rank.USE)
def message_untranslated(part: SaidPart) -> Iterator[Found]:
    if part.said.kind is SaidKind.OTHER:
        told = f"{part.said.text} [{part.said.code}]"
        yield Found(key=part.line_key, path=part.path, location=part.location, message=told)
