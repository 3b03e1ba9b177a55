"""The driver uses a value of the interface as something that it is not: it calls it, takes an item of it, compares it
with what it never equals.

Objects of the interface have attributes, not keys; enumerations have members, not strings; a host's services answer at
once, and are not awaited.

## What to do instead

Read the attribute that has what is wanted. The release's stub says of each class what it has.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, Rank, SaidPart
from virtapi_analyzer.model.said import Said, SaidKind

_CANNOT = {
    SaidKind.NOT_CALLABLE: "cannot be called",
    SaidKind.NOT_INDEXABLE: "has no items: it has attributes",
    SaidKind.NOT_ITERABLE: "is no collection: it has attributes",
    SaidKind.NOT_AWAITABLE: "need not be awaited, and cannot be",
}


@check(summary="A value of the interface is used as what it is not.", rank=Rank.USE)
def use_unfit(part: SaidPart) -> Iterator[Found]:
    told = _told(part.said)
    if told is not None:
        yield Found(key=part.line_key, path=part.path, location=part.location, message=told)


def _told(said: Said) -> str | None:
    if said.kind in _CANNOT:
        return f"`{said.owner}` {_CANNOT[said.kind]}"
    if said.kind is SaidKind.COMPARED:
        return f"`{said.given}` never equals `{said.wanted}`"
    if said.kind is SaidKind.OPERATOR:
        return f"`{said.name}` does not know what it is given: {said.text}"
    if said.kind is SaidKind.ASSIGNED:
        return f"`{said.wanted}` is declared, and `{said.given}` is put there"
    return None
