"""What the class of a member makes of it: in a protocol bodies do not count, and every object has some methods."""

from virtapi_analyzer.model.element import Body, ClassKind, Function, Property
from virtapi_analyzer.model.pair import AttributePair, ClassPair, MemberPair, MethodPair, PropertyPair

Membership = MethodPair | PropertyPair | AttributePair | MemberPair

DATA = (ClassKind.DATACLASS, ClassKind.ENUM, ClassKind.TYPED_DICT, ClassKind.NAMED_TUPLE)
"""Classes whose kind decides how their values are made and read."""

OF_EVERY_OBJECT = frozenset(dir(object))


def changed_kind(pair: ClassPair) -> bool:
    """Whether the values of the class are made and read in another way than before."""
    if pair.both is None:
        return False
    old, new = (side.kind for side in pair.both)
    return old is not new and (old in DATA or new in DATA)


def no_longer_frozen(pair: ClassPair) -> bool:
    """Whether a dataclass was frozen and is not any more."""
    if pair.both is None or any(side.kind is not ClassKind.DATACLASS for side in pair.both):
        return False
    old, new = (side.options for side in pair.both)
    return "frozen=True" in old - new


def protocol_before(pair: Membership) -> bool:
    """Whether the class was a protocol on the old side."""
    return pair.owner is not None and pair.owner.old is not None and pair.owner.old.kind is ClassKind.PROTOCOL


def protocol_now(pair: Membership) -> bool:
    """Whether the class is a protocol on the new side."""
    return pair.owner is not None and pair.owner.new is not None and pair.owner.new.kind is ClassKind.PROTOCOL


def newly_demanded(pair: Membership) -> bool:
    """Whether old subclasses lack something now without which they are no class of this kind: a member that became
    abstract, or one that came to a protocol. Python asks for it whatever its name begins with."""
    if protocol_now(pair):
        return pair.old is None
    before, now = (isinstance(side, Function | Property) and side.abstract for side in (pair.old, pair.new))
    return now and not before


def from_object(pair: MethodPair) -> bool:
    """Whether every object has a method of this name, whatever its class defines."""
    return pair.name in OF_EVERY_OBJECT


def refuses_now(pair: MethodPair) -> bool:
    """Whether a method that did something, if only nothing, now does nothing but raise `NotImplementedError`."""
    if pair.both is None or pair.renamed is not None or pair.private or protocol_now(pair):
        return False
    old, new = pair.both
    return not old.optional_by_convention and not new.abstract and new.body is Body.NOT_IMPLEMENTED


def replaces_constructor(pair: MethodPair) -> bool:
    """Whether this is a constructor in a dataclass, which takes the place of the one that the fields make."""
    sides = (pair.owner.old, pair.owner.new) if pair.owner is not None else ()
    return pair.name == "__init__" and all(side and side.kind is ClassKind.DATACLASS for side in sides)


def constructor_demands(pair: MethodPair) -> bool:
    """Whether this is the constructor of an ordinary class, and a call must pass it something."""
    new = pair.new
    if new is None or new.abstract or pair.name not in ("__init__", "__new__"):
        return False
    sides = pair.owner.both if pair.owner is not None else None
    ordinary = sides is not None and all(side.kind is ClassKind.PLAIN for side in sides)
    return ordinary and not _constructed_so_before(pair) and any(p.required for p in new.signature.parameters)


def _constructed_so_before(pair: MethodPair) -> bool:
    """Whether `__new__` was called as `__init__` is now, or the other way round."""
    other = "__new__" if pair.name == "__init__" else "__init__"
    before = pair.owner.old.members.get(other) if pair.owner is not None and pair.owner.old is not None else None
    called = [
        [(p.name, p.kind, p.required) for p in side.signature.parameters]
        for side in (before.element if before is not None else None, pair.new)
        if isinstance(side, Function)
    ]
    return len(called) == 2 and called[0] == called[1]
