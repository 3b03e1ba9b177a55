"""The driver calls something of the interface with arguments that it does not take in this release.

That is a service of the host, the constructor of an object, or a method that the driver inherits.

## What to do instead

Pass what the release's signature says. A parameter or field that came later is not there in an older release: serve
that one with a newer package of the interface.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, Rank, SaidPart
from virtapi_analyzer.model.said import Said, SaidKind


@check(summary="A call of the interface does not fit.", rank=Rank.USE)
def call_unfit(part: SaidPart) -> Iterator[Found]:
    if part.said.kind is SaidKind.ITEM and part.overrides and (part.attribute or part.returned):
        return  # that is what the method returns, or what the attribute is
    told = _told(part.said)
    if told is not None:
        yield Found(key=part.line_key, path=part.path, location=part.location, message=told)


def _told(said: Said) -> str | None:
    callee = f"`{said.owner}`"
    match said.kind:
        case SaidKind.CALL if said.text.startswith("Unexpected"):
            near = f"; it has `{said.near}`" if said.near else ""
            return f"{callee} does not take `{said.name}`{near}"
        case SaidKind.CALL if said.text.startswith("Missing"):
            return f"{callee} asks for `{said.name}`, which is not passed"
        case SaidKind.CALL if said.text.startswith("Too"):
            amount = "more" if "many" in said.text else "fewer"
            return f"{callee} is passed {amount} arguments than it takes"
        case SaidKind.CALL:
            return f"{callee} does not take these arguments: {said.text}"
        case SaidKind.ARGUMENT:
            which = f"argument {said.name}" if said.name and said.name.isdigit() else f"`{said.name}`"
            return f"{callee} takes `{said.wanted}` as {which}, and is passed `{said.given}`"
        case SaidKind.ITEM:
            return f"an item of what is passed is `{said.given}`, and `{said.wanted}` is taken"
        case SaidKind.ABSTRACT:
            return f"{callee} cannot be instantiated: {said.text}"
    return None
