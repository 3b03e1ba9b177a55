"""The driver overrides something with another kind of thing: a method with a property, or a coroutine.

The host uses it as what the release says that it is.

## What to do instead

Define it as the release does: a method as a method, a property as a property; nothing that the host calls is a
coroutine, unless the release says so.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, MemberPart, Rank
from virtapi_analyzer.model.checked import CheckedMember, MemberKind

_CALLED = frozenset({MemberKind.METHOD, MemberKind.CLASS_METHOD, MemberKind.STATIC_METHOD})
_READ = frozenset({MemberKind.PROPERTY, MemberKind.ATTRIBUTE})


@check(summary="An override is of another kind than what it overrides.", rank=Rank.KIND)
def override_kind(part: MemberPart) -> Iterator[Found]:
    if part.theirs is None or not _differs(part.theirs, part.mine):
        return
    yield Found(
        key=part.path,
        path=part.path,
        location=part.location,
        message=f"`{part.mine.name}` is {_told(part.mine)}: {part.release.label} has {_told(part.theirs)}",
    )


def _differs(theirs: CheckedMember, mine: CheckedMember) -> bool:
    if theirs.kind in _CALLED and mine.kind in _CALLED:
        lost = theirs.kind is not mine.kind and theirs.kind is not MemberKind.METHOD
        fewer = theirs.kind is MemberKind.METHOD and mine.kind is not MemberKind.METHOD and mine.signature is None
        return lost or fewer or theirs.asynchronous is not mine.asynchronous
    if theirs.kind in _READ and mine.kind in _READ:
        return theirs.class_variable and mine.kind is MemberKind.PROPERTY  # on the class, it is the property itself
    if theirs.kind in _CALLED and mine.kind is MemberKind.ATTRIBUTE:
        return False  # an attribute may hold something that can be called; its type is the type checker's to judge
    return theirs.kind is not mine.kind


def _told(member: CheckedMember) -> str:
    if member.asynchronous:
        return "a coroutine"
    article = "an" if member.kind is MemberKind.ATTRIBUTE else "a"
    return f"{article} {member.kind.value}"
