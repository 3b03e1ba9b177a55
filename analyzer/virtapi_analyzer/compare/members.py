"""The members of a class on both sides, as users of the class see them: inherited or not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from virtapi_analyzer.compare.fields import DATA
from virtapi_analyzer.compare.likeness import renames
from virtapi_analyzer.compare.signatures import charge
from virtapi_analyzer.model.element import (
    Attribute,
    AttributeKind,
    Class,
    ClassMember,
    Function,
    Member,
    Parameter,
    ParameterKind,
    Property,
    Signature,
)
from virtapi_analyzer.model.pair import (
    AnyPair,
    AttributePair,
    CallablePair,
    ClassPair,
    MemberPair,
    MethodPair,
    NestedClassPair,
    OverloadPair,
    ParameterPair,
    PropertyPair,
    is_private,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a class's members must be seen against.

    `before` and `after` are all classes of the two sides by path, and `counterparts` leads from the path of a class on
    the old side to that on the new one. `exported` are the classes of either side that people know, whose going and
    coming as a base is told of. `moved_up` are the class (new path) and name of members that a subclass defined before.
    """

    before: Mapping[str, Class]
    after: Mapping[str, Class]
    counterparts: Mapping[str, str]
    exported: frozenset[str]
    moved_up: frozenset[tuple[str, str]]


def moved_up(pair: ClassPair) -> Iterator[tuple[str, str]]:
    """The members that this class defined, and now inherits: the class that defines them now, and the name."""
    if pair.old is None or pair.new is None:
        return
    for name, member in pair.old.members.items():
        now = pair.new.members.get(name)
        if now is not None and member.owner == pair.old.path and now.owner != pair.new.path:
            yield now.owner, name


def member_pairs(pair: ClassPair, around: Surroundings) -> Iterator[AnyPair]:
    """Every member that this class is the one to tell of; what a base tells of is left to the base's own pair."""
    if pair.old is None or pair.new is None:
        return
    old_members, new_members = _without_fields(pair.old), _without_fields(pair.new)
    gone = {n: m for n, m in old_members.items() if n not in new_members and not _lost_above(pair, m, around)}
    came = {n: m for n, m in new_members.items() if n not in old_members and not _gained_above(pair, m, around)}
    gone = {n: m for n, m in gone.items() if not _moved_down(pair.old, n, around)}
    came = {n: m for n, m in came.items() if not _moved_up_from_all(pair.new, n, around)}
    renamed = renames(*([m.element for n, m in side.items() if _renamable(n, m)] for side in (gone, came)))
    for old, new in renamed:
        yield from _pair(pair, old.name, old, new, renamed=f"{pair.path}.{new.name}")
    told = {id(element) for both in renamed for element in both}
    for name, member in old_members.items():
        now = new_members.get(name)
        if now is not None:
            if not _told_above(pair, name, around):
                yield from _pair(pair, name, member.element, now.element)
        elif name in gone and id(member.element) not in told:
            yield from _pair(pair, name, member.element, None)
    for name, member in came.items():
        if id(member.element) not in told:
            yield from _pair(pair, name, None, member.element)


def _renamable(name: str, member: Member) -> bool:
    """Whether a rule tells of such a member under a new name; a property or a nested class goes, and another comes."""
    return not is_private(name) and isinstance(member.element, Function | Attribute)


def _without_fields(side: Class) -> Mapping[str, Member]:
    """The members that are no fields of a data class: those are compared by the constructor."""
    if side.kind not in DATA:
        return side.members
    return {
        name: member
        for name, member in side.members.items()
        if not (isinstance(member.element, Attribute) and member.element.kind is AttributeKind.FIELD)
    }


def _told_above(pair: ClassPair, name: str, around: Surroundings) -> bool:
    """Whether a base that is compared itself has the same member on the old side, and the same on the new one."""
    if pair.old is None or pair.new is None:
        return False
    owners = pair.old.members[name].owner, pair.new.members[name].owner
    for path in pair.old.mro:
        other = around.counterparts.get(path)
        if other is not None and other in pair.new.mro:
            first, second = around.before[path].members.get(name), around.after[other].members.get(name)
            if first is not None and second is not None and (first.owner, second.owner) == owners:
                return True
    return False


def _lost_above(pair: ClassPair, member: Member, around: Surroundings) -> bool:
    """Whether a member went from a base that is still one, or from above it, or with a base that people know: these say
    so themselves."""
    if pair.old is None or pair.new is None or member.owner == pair.old.path:
        return False
    still = [path for path in pair.old.mro if around.counterparts.get(path) in pair.new.mro]
    above = any(member.owner in (path, *around.before[path].mro) for path in still)
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

    An abstract member that comes with a new base is told here: this class can no longer be instantiated.
    """
    if pair.old is None or pair.new is None:
        return False
    if member.owner == pair.new.path:
        return (pair.new.path, member.element.name) in around.moved_up and not _abstract(member.element)
    before = [around.counterparts[path] for path in pair.old.mro if path in around.counterparts]
    above = any(member.owner in (path, *around.after[path].mro) for path in before)
    return above or (member.owner in around.exported and not _abstract(member.element))


def _abstract(element: ClassMember) -> bool:
    return isinstance(element, Function | Property) and element.abstract


def _pair(
    owner: ClassPair, name: str, old: ClassMember | None, new: ClassMember | None, renamed: str | None = None
) -> Iterator[AnyPair]:
    path = f"{owner.path}.{name}"
    roles, flow = owner.roles, owner.flow
    match old or new, new or old:
        case Function(), Function():
            method = MethodPair(
                path=path, old=_function(old), new=_function(new), roles=roles, flow=flow, owner=owner, renamed=renamed
            )  # fmt: skip
            yield method
            yield from call_pairs(method)
        case Property(), Property():
            yield PropertyPair(path=path, old=_property(old), new=_property(new), roles=roles, flow=flow, owner=owner)
        case Attribute(), Attribute():
            yield AttributePair(
                path=path,
                old=_attribute(old),
                new=_attribute(new),
                roles=roles,
                flow=flow,
                owner=owner,
                renamed=renamed,
            )
        case Class(), Class():
            if old is None or new is None:
                yield NestedClassPair(path=path, old=_class(old), new=_class(new), roles=roles, flow=flow, owner=owner)
        case _:
            yield MemberPair(path=path, old=old, new=new, roles=roles, flow=flow, owner=owner)


def _function(side: ClassMember | None) -> Function | None:
    return side if isinstance(side, Function) else None


def _property(side: ClassMember | None) -> Property | None:
    return side if isinstance(side, Property) else None


def _attribute(side: ClassMember | None) -> Attribute | None:
    return side if isinstance(side, Attribute) else None


def _class(side: ClassMember | None) -> Class | None:
    return side if isinstance(side, Class) else None


def call_pairs(pair: CallablePair) -> Iterator[AnyPair]:
    """How calls of a function or method changed: by parameters, or by the forms of an overload set."""
    if pair.old is None or pair.new is None:
        return
    if not pair.old.overloads and not pair.new.overloads:
        yield from parameter_pairs(pair)
        return
    old, new = ([spelled(form) for form in side.overloads or (side.signature,)] for side in (pair.old, pair.new))
    yield OverloadPair(
        path=pair.path, old=pair.old, new=pair.new, roles=pair.roles, flow=pair.flow, owner=pair.owner,
        gone=tuple(form for form in old if form not in new),
        came=tuple(form for form in new if form not in old),
        reordered=old != new and sorted(old) == sorted(new),
    )  # fmt: skip


def spelled(form: Signature) -> str:
    """One form of an overload set in normal form: equal texts are equal forms."""
    parts = [_spelled(parameter) for parameter in form.parameters]
    return f"({', '.join(parts)}) -> {form.returns.normal if form.returns else ''}"


def _spelled(parameter: Parameter) -> str:
    name = parameter.name if parameter.kind.named else parameter.kind.name.lower()
    kind = "*, " if parameter.kind is ParameterKind.KEYWORD_ONLY else ""
    optional = " = …" if parameter.default is not None else ""
    return f"{kind}{name}: {parameter.type.normal if parameter.type else ''}{optional}"


def parameter_pairs(pair: CallablePair) -> Iterator[ParameterPair]:
    """The parameters of a function or method that is there on both sides, with what each is charged with."""
    if pair.old is None or pair.new is None:
        return
    for old, new, charged in charge(pair.old.signature, pair.new.signature):
        name = old.name if old is not None else new.name if new is not None else ""
        path = f"{pair.path}({name})"
        yield ParameterPair(
            path=path, old=old, new=new, roles=pair.roles, flow=pair.flow, callable=pair, charge=charged
        )  # fmt: skip
