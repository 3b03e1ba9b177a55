"""What kind of attribute came or went, where its class decides it."""

from enum import Enum, auto

from virtapi_analyzer.model.element import Attribute, AttributeKind, Class, ClassKind
from virtapi_analyzer.model.pair import AttributePair

ATTRIBUTES = (AttributeKind.CLASS, AttributeKind.INSTANCE)
"""What a class or its objects simply have: no field, no enum member, no flag."""


class Field(Enum):
    """How the constructor takes a field."""

    NONE = auto()
    OPTIONAL = auto()
    INSERTED = auto()
    REQUIRED = auto()
    OPTIONAL_IN_TUPLE = auto()
    REQUIRED_IN_TUPLE = auto()


def new_field(pair: AttributePair) -> Field:
    """How the constructor of the new side takes this field; NONE where it is no field."""
    new = pair.new
    if new is None or new.kind is not AttributeKind.FIELD or pair.owner is None or pair.owner.new is None:
        return Field.NONE
    kind = pair.owner.new.kind
    required = demanded(pair.owner.new, new)
    if kind is ClassKind.NAMED_TUPLE:
        return Field.REQUIRED_IN_TUPLE if required else Field.OPTIONAL_IN_TUPLE
    if required:
        return Field.REQUIRED
    return Field.INSERTED if _before_others(pair) else Field.OPTIONAL


def _before_others(pair: AttributePair) -> bool:
    """Whether a field that the old side has too stands behind this one where values are given by position."""
    if pair.owner is None or pair.owner.old is None or pair.owner.new is None:
        return False
    line = positional_fields(pair.owner.new)
    behind = line[line.index(pair.name) + 1 :] if pair.name in line else ()
    return any(name in positional_fields(pair.owner.old) for name in behind)


def positional_fields(owner: Class) -> tuple[str, ...]:
    """The fields that the constructor takes by position, those of the bases first."""
    if owner.kind not in (ClassKind.DATACLASS, ClassKind.NAMED_TUPLE):
        return ()
    fields = [
        (place, name)
        for name, member in owner.members.items()
        if isinstance(member.element, Attribute) and member.element.kind is AttributeKind.FIELD
        if member.element.in_constructor and not member.element.keyword_only
        for place in [-owner.mro.index(member.owner) if member.owner in owner.mro else 1]
    ]
    return tuple(name for _, name in sorted(fields, key=lambda field: field[0]))


def demanded(owner: Class | None, field: Attribute) -> bool:
    """Whether an object of this class cannot be made without the field."""
    if owner is None or field.kind is not AttributeKind.FIELD:
        return False
    if owner.kind is ClassKind.TYPED_DICT:
        return not field.optional_key
    return field.value is None and field.in_constructor


def left_to_drivers(pair: AttributePair) -> bool:
    """Whether the new side declares the attribute in an ordinary class and gives it no value."""
    new = pair.new
    if new is None or new.kind not in ATTRIBUTES or new.value is not None or new.type is None or new.class_variable:
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
    if value is None or pair.owner is None or pair.owner.old is None:
        return False
    others = {name: member.element for name, member in pair.owner.old.members.items()}
    values = {other.value.normal for other in others.values() if isinstance(other, Attribute) and other.value}
    return value.text in others or (value.normal is not None and value.normal in values)
