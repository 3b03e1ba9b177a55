"""The lives of all elements of an interface that declares roles: each with what every release before had of it."""

from collections.abc import Iterator, Mapping, Sequence

from virtapi_analyzer.model.element import Attribute, AttributeKind, Class, ClassMember, Element, Reference
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.life import Life, Stage, Successor
from virtapi_analyzer.model.pair import is_private
from virtapi_analyzer.model.part import is_special
from virtapi_analyzer.model.timeline import Course, Event, What

Release = tuple[str, Interface]
"""What a release is called, and what it has."""


def lives(earlier: Sequence[Release], now: Interface, *, release: str | None) -> Iterator[Life]:
    """The life of each public element of `now`; none where no class declares a role.

    Args:
        earlier: the releases before it, oldest first.
        now: the tree.
        release: what the tree will become, None where nothing says so.
    """
    if not any(kind.contract.role for kind in now.classes.values()):
        return
    own = elements(now)
    before = [(name, elements(interface)) for name, interface in earlier]
    for path, element in own.items():
        owner = path.rpartition(".")[0]
        yield Life(
            path=path,
            element=element,
            stages=tuple(Stage(release=name, element=found.get(path)) for name, found in before),
            release=release,
            successor=_successor(path, element, own, before),
            in_class=owner in own,
            owner_brought=_brought(owner, before) if owner in own else None,
            marked=_can_be_marked(element),
        )


def elements(interface: Interface) -> Mapping[str, Element]:
    """What an interface offers, by path: what its modules export of its own, and the members that classes define."""
    found: dict[str, Element] = {}
    for module in interface.modules.values():
        for name, export in module.names.items():
            element = export.element
            if isinstance(element, Reference) or element.path in interface.modules:
                continue
            flag = isinstance(element, Attribute) and element.kind is AttributeKind.FLAG
            if not (flag or is_private(name) or is_special(name)):
                found.setdefault(element.path, element)
    for kind in [each for each in found.values() if isinstance(each, Class)]:
        found |= {each.path: each for each in _members(kind)}
    return found


def timeline(releases: Sequence[Release]) -> Iterator[Course]:
    """What became of each element in these releases, oldest first, of those that are gone too; sorted by path."""
    known = [(name, elements(interface)) for name, interface in releases]
    for path in sorted({path for _, had in known for path in had}):
        found = next(had[path] for _, had in reversed(known) if path in had)
        yield Course(
            path=path,
            element=found,
            events=tuple(_events(path, known)),
            there=path in known[-1][1],
            first=path in known[0][1],
            with_owner=_goes_with_owner(path, known),
        )


def _events(path: str, known: Sequence[tuple[str, Mapping[str, Element]]]) -> Iterator[Event]:
    before: Element | None = None
    for name, had in known:
        now = had.get(path)
        old = before.contract.superseded if before is not None else None
        new = now.contract.superseded if now is not None else None
        if before is None and now is not None:
            yield Event(release=name, what=What.ADDED)
        if now is None and before is not None:
            by = resolved(old.by, path, had) if old is not None and old.by is not None else None
            yield Event(release=name, what=What.REMOVED, by=by)
        if new is not None and old is None:
            by = None if new.by is None else resolved(new.by, path, had) or new.by
            yield Event(release=name, what=What.SUPERSEDED, by=by, since=new.since)
        if now is not None and new is None and old is not None:
            yield Event(release=name, what=What.KEPT)
        before = now


def _goes_with_owner(path: str, known: Sequence[tuple[str, Mapping[str, Element]]]) -> bool:
    """Whether an element was in every release that had the class around it, and in no other."""
    owner = path.rpartition(".")[0]
    return any(owner in had for _, had in known) and all((path in had) == (owner in had) for _, had in known)


def _members(kind: Class) -> Iterator[ClassMember]:
    for name, member in kind.members.items():
        if member.owner == kind.path and not (is_private(name) or is_special(name)):
            yield member.element
            if isinstance(member.element, Class):
                yield from _members(member.element)


def _successor(
    path: str, element: Element, own: Mapping[str, Element], before: Sequence[tuple[str, Mapping[str, Element]]]
) -> Successor | None:
    superseded = element.contract.superseded
    if superseded is None or superseded.by is None:
        return None
    found = resolved(superseded.by, path, own)
    return Successor(
        path=found or superseded.by,
        element=own.get(found) if found is not None else None,
        brought=_brought(found, before) if found is not None else None,
    )


def resolved(name: str, path: str, known: Mapping[str, Element]) -> str | None:
    """The path that an element's word for its successor means: a name beside it, `Class.name`, or a dotted path.

    None where nothing has it. `Class.name` is looked for beside the class around the element, then anywhere.
    """
    place = path
    while place:
        place = place.rpartition(".")[0]
        candidate = f"{place}.{name}" if place else name
        if candidate in known:
            return candidate
    return next((each for each in known if each.endswith(f".{name}")), None)


def _brought(path: str, before: Sequence[tuple[str, Mapping[str, Element]]]) -> str | None:
    """The release from which on an element was always there."""
    found = None
    for name, had in reversed(before):
        if path not in had:
            break
        found = name
    return found


def _can_be_marked(element: Element) -> bool:
    """Whether there is a place for a word of the contract: a decorator, or `Annotated`.

    What is the body of a method elsewhere goes with that.
    """
    if element.contract.body_of is not None:
        return False
    if not isinstance(element, Attribute) or element.kind is AttributeKind.MEMBER:
        return True
    return element.kind not in (AttributeKind.ALIAS, AttributeKind.TYPE_VARIABLE) and element.type is not None
