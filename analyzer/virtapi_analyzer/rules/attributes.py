"""What kind of attribute came or went, where its class decides it."""

from virtapi_analyzer.model.element import Attribute, AttributeKind, ClassKind, Member
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.owners import changed_kind

ATTRIBUTES = (AttributeKind.CLASS, AttributeKind.INSTANCE)
"""What a class or its objects simply have: no field, no enum member, no flag."""


def ordinary(pair: AttributePair) -> bool:
    """Whether this is what a class or its objects simply have: nothing private or Python's own, no enum member and no
    flag, and in a class that is of the same kind on both sides (else the class's own pair says it all)."""
    if pair.owner is None or pair.private or pair.name.startswith("__") or changed_kind(pair.owner):
        return False
    return all(side is None or side.kind in ATTRIBUTES for side in (pair.old, pair.new))


def left_to_drivers(pair: AttributePair) -> bool:
    """Whether the new side declares the attribute in an ordinary class and gives it no value."""
    new = pair.new
    if new is None or not ordinary(pair) or new.value is not None or new.type is None or new.class_variable:
        return False
    return pair.owner is not None and pair.owner.new is not None and pair.owner.new.kind is ClassKind.PLAIN


def told_by_keys(pair: AttributePair) -> bool:
    """Whether the value is a dict of capability flags, each of which is an element of its own."""
    sides = (pair.owner.old, pair.owner.new) if pair.owner is not None else ()
    return any(name.startswith(f"{pair.name}[") for side in sides if side is not None for name in side.members)


def open_before(pair: AttributePair) -> bool:
    """Whether those who read the old enum were told that members will be added."""
    return pair.owner is not None and pair.owner.old is not None and pair.owner.old.contract.open


def same_member(pair: AttributePair) -> bool:
    """Whether the new enum member is a second name of one that was there: the same value, or the other's name."""
    value = pair.new.value if pair.new is not None else None
    if value is None or pair.owner is None or pair.owner.both is None:
        return False
    old, new = (side.members for side in pair.owner.both)
    values = {_value(member) for name, member in old.items() if name not in new or _value(new[name]) == _value(member)}
    return value.text in old or (value.normal is not None and value.normal in values)


def _value(member: Member) -> str | None:
    value = member.element.value if isinstance(member.element, Attribute) else None
    return value.normal if value is not None else None
