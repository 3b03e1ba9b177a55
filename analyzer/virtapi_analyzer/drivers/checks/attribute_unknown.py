"""The driver uses an attribute of the interface that this release does not have.

That is a field of an object, a member of an enumeration, a service of the host, or a name that the value has only where
it is not `None`.

## What to do instead

Use what the release has. What came later is not there in an older release.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, Rank, SaidPart
from virtapi_analyzer.model.said import SaidKind


@check(summary="An attribute of the interface is not there.", rank=Rank.USE)
def attribute_unknown(part: SaidPart) -> Iterator[Found]:
    said = part.said
    if said.kind is SaidKind.ATTRIBUTE and said.optional is not None:
        told = f"`{_short(said.optional)}` may be `None`, which has no `{said.name}`"
        yield Found(key=part.line_key, path=part.path, location=part.location, message=told)
    elif said.kind is SaidKind.ATTRIBUTE and said.given is not None:
        told = f"what is `{said.owner}` may be `{said.given}`, which has no `{said.name}`"
        yield Found(key=part.line_key, path=part.path, location=part.location, message=told)
    elif said.kind is SaidKind.ATTRIBUTE:
        near = f"; it has `{said.near}`" if said.near else ""
        told = f"`{said.owner}` has no `{said.name}` in {part.release.label}{near}"
        yield Found(key=part.line_key, path=part.path, location=part.location, message=told)
    elif said.kind is SaidKind.READ_ONLY:
        told = f"`{said.name}` of `{said.owner}` is read-only: objects of the interface do not change"
        yield Found(key=part.line_key, path=part.path, location=part.location, message=told)


def _short(attribute: str) -> str:
    return ".".join(attribute.split(".")[-2:])
