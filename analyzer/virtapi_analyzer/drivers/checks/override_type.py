"""A method of the driver takes less, or gives back something else, than the release says: a host's value does not fit.

An override may take more than the method that it overrides, and give back less; not the other way round.

## What to do instead

Annotate the parameter and the result as the release does. A type of your own is fine where it accepts all that the
release's accepts.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, Rank, SaidPart
from virtapi_analyzer.model.said import Said, SaidKind


@check(summary="The types of an override do not fit.", rank=Rank.TYPE)
def override_type(part: SaidPart) -> Iterator[Found]:
    said = part.said
    if said.kind is SaidKind.SIGNATURE and not part.strict:
        return  # of a foreign interface the host's calls decide, or the relation of two signatures
    if said.kind is SaidKind.ITEM and not (part.overrides and part.attribute):
        return
    told = _told(said, part.member or "it")
    if told is not None and (part.overrides or said.kind is not SaidKind.SIGNATURE):
        yield Found(key=part.path, path=part.path, location=part.location, message=told)


def _told(said: Said, member: str) -> str | None:
    match said.kind:
        case SaidKind.PARAMETER_TYPE:
            return f"`{said.name}` takes less than the release says: that is `{said.wanted}`"
        case SaidKind.RETURN_TYPE:
            return f"`{said.name}` returns `{said.given}`: the release says `{said.wanted}`"
        case SaidKind.ATTRIBUTE_TYPE:
            return f"`{member}` is `{said.given}`: the release says `{said.wanted}`"
        case SaidKind.ITEM:
            return f"an item of `{member}` is `{said.given}`: the release says `{said.wanted}`"
        case SaidKind.SIGNATURE:
            return f"`{said.name}` has another signature than the release says"
        case SaidKind.KIND:
            return said.text
        case SaidKind.FINAL:
            return f"`{said.name or said.owner}` is final in the release: no driver overrides it"
        case SaidKind.BASES:
            return said.text
    return None
