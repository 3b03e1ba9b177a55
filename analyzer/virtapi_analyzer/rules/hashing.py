"""Whether the objects of a class can be keys of a dict and members of a set, as Python decides it."""

from virtapi_analyzer.model.element import Attribute, Class, ClassKind, Member
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.owners import changed_kind


def loses_hash(pair: ClassPair) -> bool:
    """Whether objects could be hashed and no longer can, because of what the class itself says.

    Of what changes the hash of a base's objects too, the base's pair speaks.
    """
    if pair.both is None or changed_kind(pair) or pair.both[1].kind is ClassKind.PROTOCOL:
        return False
    old, new = pair.both
    return _decides(old, new) and hashable(old) and not hashable(new)


def _decides(old: Class, new: Class) -> bool:
    """Whether a definition or an option of the class itself may have changed how its objects are hashed."""
    if new.kind is ClassKind.DATACLASS:
        return True
    owned = [(side, side.members.get(name)) for side, name in ((new, "__eq__"), (new, "__hash__"), (old, "__hash__"))]
    return any(member is not None and member.owner == side.path for side, member in owned)


def hashable(side: Class) -> bool:
    """Whether Python hashes the objects, as far as members and options say: `__eq__` without `__hash__` takes the hash
    away, and so does a dataclass that compares its fields and is not frozen."""
    hash_, eq = side.members.get("__hash__"), side.members.get("__eq__")
    if side.kind is ClassKind.DATACLASS and not _explicit(side, hash_, eq):
        if "unsafe_hash=True" in side.options:
            return True
        if "eq=False" not in side.options:
            return "frozen=True" in side.options
    if hash_ is None:
        return eq is None
    return not _is_none(hash_) and (eq is None or _place(side, hash_) <= _place(side, eq))


def _explicit(side: Class, hash_: Member | None, eq: Member | None) -> bool:
    """Whether a dataclass says itself how it is hashed; None beside an `__eq__` is what Python writes there anyway."""
    if hash_ is None or hash_.owner != side.path:
        return False
    return not _is_none(hash_) or eq is None or eq.owner != side.path


def _is_none(member: Member) -> bool:
    """Whether `__hash__` is set to None, or said to be None."""
    element = member.element
    if not isinstance(element, Attribute):
        return False
    given = element.value.normal if element.value is not None else element.type.normal if element.type else None
    return given == "None"


def _place(side: Class, member: Member) -> int:
    """How far away a member is defined, in the order in which Python looks for it."""
    order = (side.path, *side.mro)
    return order.index(member.owner) if member.owner in order else len(order)
