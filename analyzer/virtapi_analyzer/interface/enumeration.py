"""The values of enum members: what `auto()` stands for, what decorators say of members, and what a flag stands for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import griffe

from virtapi_analyzer.interface.context import Context
from virtapi_analyzer.interface.values import value as worked_out
from virtapi_analyzer.model.contract import Contract
from virtapi_analyzer.model.element import Attribute, AttributeKind, ClassMember, Value

AUTOMATIC = frozenset({"enum.auto()", "auto()"})
NUMBERING = "_generate_next_value_"
"""The method by which an enum says itself what `auto()` stands for."""
NO_MEMBER = "enum.nonmember"


def enumerated(
    own: Mapping[str, ClassMember], order: Sequence[str], contracts: Mapping[str, Contract], *, counted: bool = True
) -> Iterator[tuple[str, ClassMember]]:
    """The members of an enum with `auto()` worked out as Python does, and with their contracts. Where the enum does
    not let Python count (`counted`), nobody knows what `auto()` stands for."""
    highest: object = 0
    values: dict[str, Value | None] = {}
    for name, element in own.items():
        if not isinstance(element, Attribute) or element.kind is not AttributeKind.MEMBER:
            yield name, element
            continue
        value = element.value
        if value is not None and value.normal in AUTOMATIC:
            automatic = _automatic(name, highest, order) if counted else None
            value = Value(text=value.text, normal=None if automatic is None else repr(automatic))
        elif value is not None and (same := values.get(value.text)) is not None:  # `NEW = OLD`: the same member
            value = Value(text=value.text, normal=same.normal)
        values[name] = value
        highest = _highest(highest, _number(value))
        yield name, replace(element, value=value, contract=contracts.get(name, element.contract))


def _highest(one: object, other: object) -> object:
    return max(one, other) if isinstance(one, int) and isinstance(other, int) else None


def _automatic(name: str, highest: object, order: Sequence[str]) -> object:
    if "enum.StrEnum" in order:
        return name.lower()
    if not isinstance(highest, int):
        return None
    return 1 << highest.bit_length() if "enum.Flag" in order else highest + 1


def _number(value: Value | None) -> object:
    try:
        return int(value.normal or "") if value is not None else None
    except ValueError:
        return None


def flag_of(context: Context, capability: str) -> str:
    """What all names of one flag have in common: the value of the member, or where that is not known the path of the
    first of its names."""
    seen = [capability]
    while True:
        node = context.names.target(seen[-1]).node
        if not isinstance(node, griffe.Attribute) or node.value is None or node.parent is None:
            return seen[-1]
        first = f"{seen[-1].rpartition('.')[0]}.{node.value}"  # `NEW = OLD`: the same member
        if str(node.value) not in node.parent.members or first in seen:
            break
        seen.append(first)
    value = worked_out(context.form, node.value, node.parent)
    known = value.normal if value is not None else None
    return seen[-1] if known is None or known in AUTOMATIC else known
