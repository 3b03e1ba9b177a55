"""The driver calls a method above its own that is not there, or that does nothing.

`super()` reaches what the release defines. A method that it does not have, or leaves to the driver, cannot be called.

## What to do instead

Do the work in the driver. What the release leaves abstract has nothing to add.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, Rank, SaidPart
from virtapi_analyzer.model.said import SaidKind


@check(summary="A call through `super()` reaches nothing.", rank=Rank.USE)
def super_unfit(part: SaidPart) -> Iterator[Found]:
    said = part.said
    if said.kind is SaidKind.SUPER:
        what = "is not there" if said.code == "misc" else "is left to the driver, and does nothing"
        yield Found(key=part.line_key, path=part.path, location=part.location, message=f"`super().{said.name}` {what}")
