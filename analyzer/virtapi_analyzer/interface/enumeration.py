"""The values of enum members: what `auto()` stands for, and what decorators say of members."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from virtapi_analyzer.model.contract import Contract
from virtapi_analyzer.model.element import Attribute, AttributeKind, ClassMember, Value

AUTOMATIC = frozenset({"enum.auto()", "auto()"})


def enumerated(
    own: Mapping[str, ClassMember], order: Sequence[str], contracts: Mapping[str, Contract]
) -> Iterator[tuple[str, ClassMember]]:
    """The members of an enum with `auto()` worked out as Python does, and with their contracts."""
    last: object = 0
    for name, element in own.items():
        if not isinstance(element, Attribute) or element.kind is not AttributeKind.MEMBER:
            yield name, element
            continue
        value = element.value
        if value is not None and value.normal in AUTOMATIC:
            automatic = _automatic(name, last, order)
            value = Value(text=value.text, normal=None if automatic is None else repr(automatic))
            last = automatic
        else:
            last = _number(value)
        yield name, replace(element, value=value, contract=contracts.get(name, element.contract))


def _automatic(name: str, last: object, order: Sequence[str]) -> object:
    if "enum.StrEnum" in order:
        return name.lower()
    if not isinstance(last, int):
        return None
    if "enum.Flag" in order:
        return 1 << last.bit_length()
    return last + 1


def _number(value: Value | None) -> object:
    try:
        return int(value.normal or "") if value is not None else None
    except ValueError:
        return None
