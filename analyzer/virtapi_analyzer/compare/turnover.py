"""Which members of a class came and went, where this class is the one to tell of it, and which of them were renamed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from virtapi_analyzer.compare.fields import DATA
from virtapi_analyzer.compare.likeness import renames
from virtapi_analyzer.model.element import Attribute, AttributeKind, Class, ClassMember, Function, Member, Property
from virtapi_analyzer.model.pair import ClassPair, is_private


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a class's members must be seen against.

    `before` and `after` are all classes of the two sides by path, and `counterparts` leads from the path of a class on
    the old side to that on the new one. `exported` are the classes of either side that people know, whose going and
    coming as a base is told of. `moved_up` are the class (new path) and name of members that a subclass defined before.
    `renamed` holds for each class, by its old path, the old names of the members that were renamed, with the new ones.
    """

    before: Mapping[str, Class]
    after: Mapping[str, Class]
    counterparts: Mapping[str, str]
    exported: frozenset[str]
    moved_up: frozenset[tuple[str, str]]
    renamed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def moved_up(pair: ClassPair) -> Iterator[tuple[str, str]]:
    """The members that this class defined, and now inherits: the class that defines them now, and the name."""
    if pair.old is None or pair.new is None:
        return
    for name, member in pair.old.members.items():
        now = pair.new.members.get(name)
        if now is not None and member.owner == pair.old.path and now.owner != pair.new.path:
            yield now.owner, name


def renamings(pairs: Iterable[ClassPair], around: Surroundings) -> Mapping[str, Mapping[str, str]]:
    """What `Surroundings` holds as `renamed`. A name that a base changed is changed in its subclasses too, however they
    define it."""
    found: dict[str, Mapping[str, str]] = {}
    for pair in sorted(pairs, key=lambda pair: len(pair.old.mro) if pair.old is not None else 0):  # bases first
        if pair.old is None or pair.new is None:
            continue
        above: dict[str, str] = {}
        for base in reversed(_kept_bases(pair, around)):
            above.update(found.get(base, {}))
        old, new = without_fields(pair.old), without_fields(pair.new)
        followed = {n: to for n, to in above.items() if n in old and n not in new and to in new and to not in old}
        found[pair.old.path] = followed | dict(_renamed_here(pair, followed, around))
    return found


def _renamed_here(pair: ClassPair, followed: Mapping[str, str], around: Surroundings) -> Iterator[tuple[str, str]]:
    went = [m.element for n, m in gone(pair, around).items() if n not in followed and not is_private(n)]
    came_ = [m.element for n, m in came(pair, around).items() if n not in followed.values() and not is_private(n)]
    for old, new in renames(*([e for e in side if not isinstance(e, Class)] for side in (went, came_))):
        yield old.name, new.name
    classes = {element.path: element.name for element in came_ if isinstance(element, Class)}
    for element in went:
        if isinstance(element, Class) and (now := around.counterparts.get(element.path)) in classes:
            yield element.name, classes[str(now)]


def renamed_above(pair: ClassPair, name: str, around: Surroundings) -> bool:
    """Whether a base that the class keeps renamed this member, and tells of it."""
    return any(name in around.renamed.get(base, {}) for base in _kept_bases(pair, around))


def _kept_bases(pair: ClassPair, around: Surroundings) -> list[str]:
    """The old paths of the classes that this one derives from on both sides."""
    old, new = pair.old, pair.new
    return [p for p in old.mro if around.counterparts.get(p) in new.mro] if old is not None and new is not None else []


def gone(pair: ClassPair, around: Surroundings) -> Mapping[str, Member]:
    """The members that are on the old side alone, and that no other class tells of. What is a field now is compared
    with the fields."""
    if pair.old is None or pair.new is None:
        return {}
    old, new = without_fields(pair.old), pair.new.members
    return {
        name: member
        for name, member in old.items()
        if name not in new and not _lost_above(pair, member, around) and not _moved_down(pair.old, name, around)
    }


def came(pair: ClassPair, around: Surroundings) -> Mapping[str, Member]:
    """The members that are on the new side alone, and that no other class tells of. What was a field is compared with
    the fields."""
    if pair.old is None or pair.new is None:
        return {}
    old, new = pair.old.members, without_fields(pair.new)
    return {
        name: member
        for name, member in new.items()
        if name not in old
        and not _gained_above(pair, member, around)
        and not _moved_up_from_all(pair.new, name, around)
    }


def without_fields(side: Class) -> Mapping[str, Member]:
    """The members that are no fields of a data class: those are compared by the constructor."""
    if side.kind not in DATA:
        return side.members
    return {
        name: member
        for name, member in side.members.items()
        if not (isinstance(member.element, Attribute) and member.element.kind is AttributeKind.FIELD)
    }


def told_above(pair: ClassPair, name: str, now: str, around: Surroundings) -> bool:
    """Whether a base that is compared itself has the same member on the old side, and the same on the new one, where
    it is called `now`."""
    if pair.old is None or pair.new is None:
        return False
    owners = pair.old.members[name].owner, pair.new.members[now].owner
    for path in _kept_bases(pair, around):
        first = around.before[path].members.get(name)
        second = around.after[around.counterparts[path]].members.get(now)
        if first is not None and second is not None and (first.owner, second.owner) == owners:
            return True
    return False


def _lost_above(pair: ClassPair, member: Member, around: Surroundings) -> bool:
    """Whether a member went from a base that is still one, or from above it, or with a base that people know: these say
    so themselves."""
    if pair.old is None or pair.new is None or member.owner == pair.old.path:
        return False
    above = any(member.owner in (path, *around.before[path].mro) for path in _kept_bases(pair, around))
    return above or member.owner in around.exported


def _moved_down(old: Class, name: str, around: Surroundings) -> bool:
    """Whether a member went from a base that nobody knows, and all classes known through it still have it."""
    below = [around.counterparts.get(path) for path, kind in around.before.items() if old.path in kind.mro]
    known = [path for path in below if path is not None]
    return old.path not in around.exported and bool(known) and all(name in around.after[path].members for path in known)


def _moved_up_from_all(new: Class, name: str, around: Surroundings) -> bool:
    """Whether a member came to a base that nobody knows, and all classes that people know through it had it before."""
    back = {now: path for path, now in around.counterparts.items()}
    known = [back[path] for path, kind in around.after.items() if new.path in kind.mro and path in back]
    return (
        new.path not in around.exported and bool(known) and all(name in around.before[path].members for path in known)
    )


def _gained_above(pair: ClassPair, member: Member, around: Surroundings) -> bool:
    """Whether a member came from a base that was one before, or with a base that people know, or was only moved up.

    What such a member demands is told here: an abstract one of every subclass, a constructor of who makes objects, an
    `__init_subclass__` of who derives from the class.
    """
    if pair.old is None or pair.new is None:
        return False
    if member.owner == pair.new.path:
        return (pair.new.path, member.element.name) in around.moved_up and not _demands(member.element)
    before = [around.counterparts[path] for path in pair.old.mro if path in around.counterparts]
    above = any(member.owner in (path, *around.after[path].mro) for path in before)
    return above or (member.owner in around.exported and not _demands(member.element))


def _demands(element: ClassMember) -> bool:
    if isinstance(element, Function) and element.name in ("__init__", "__new__", "__init_subclass__"):
        return element.abstract or any(parameter.required for parameter in element.signature.parameters)
    return isinstance(element, Function | Property) and element.abstract
