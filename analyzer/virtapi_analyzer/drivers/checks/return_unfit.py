"""A method of the driver returns something else than the release says: the host reads what is not there.

Where the method has no annotations, those of the release are taken for it.

## What to do instead

Return what the release says, in every branch.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, Rank, SaidPart
from virtapi_analyzer.model.said import SaidKind


@check(summary="A method returns another type than the release says.", rank=Rank.USE)
def return_unfit(part: SaidPart) -> Iterator[Found]:
    said = part.said
    if said.kind is SaidKind.ITEM and part.overrides and part.returned:
        told = f"returns an item that is `{said.given}` where the release says `{said.wanted}`"
    elif said.kind is not SaidKind.RETURNED:
        return
    elif said.given is not None:
        told = f"returns `{said.given}` where the release says `{said.wanted}`"
    elif "generator" in said.text:
        told = "is a generator, which is not what the release says"
    else:
        told = "does not return what the release says" if "Missing" in said.text else said.text.lower()
    yield Found(
        key=part.line_key, path=part.path, location=part.location, message=f"`{part.member or part.path}` {told}"
    )
