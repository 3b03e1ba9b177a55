"""What travels with the values of a class: the types of its members, each with the way that its values go.

All ways are told as if the class's own values went to drivers; for a class with a role, as if what its implementer
gives away did.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from virtapi_analyzer.compare.variance import BACK, DOUBLED, SAME
from virtapi_analyzer.model.element import (
    Attribute,
    AttributeKind,
    Class,
    ClassKind,
    Function,
    Property,
    Type,
)
from virtapi_analyzer.model.interface import Flow
from virtapi_analyzer.model.step import StepKind

BOTH = SAME | BACK
_CONSTRUCTORS = ("__init__", "__new__")
_VALUES = (ClassKind.DATACLASS, ClassKind.NAMED_TUPLE, ClassKind.TYPED_DICT, ClassKind.ENUM, ClassKind.EXCEPTION)
_NO_TYPE_ARGUMENTS = ("typing.Generic", "typing.Protocol")
"""Bases that only say which type variables a class has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Something that travels along: a type, or an exception (`raised`), at an element or a parameter of it."""

    kind: StepKind
    at: str
    way: Flow
    type: Type | None = None
    raised: str = ""
    parameter: str = ""


def sent(kind: Class, *, implemented: bool) -> Iterator[Sent]:
    """What the class itself defines; `implemented` says that a side implements it, and the other calls it."""
    for member in kind.members.values():
        if member.owner != kind.path:
            continue
        match member.element:
            case Function() as method:
                yield from _of_method(method, _taken(kind, method, implemented=implemented))
            case Property() as property_:
                both = BOTH if implemented else DOUBLED
                yield _held(property_, property_.type, both if property_.settable else SAME)
                yield from _raised(property_)
            case Attribute() as attribute:
                way = _of_attribute(kind, attribute, implemented=implemented)
                yield _held(attribute, attribute.type, way)
    for base in kind.base_types:
        if not base.normal.startswith(_NO_TYPE_ARGUMENTS):
            yield Sent(kind=StepKind.ARGUMENT, at=kind.path, way=SAME, type=base)


def _held(element: Property | Attribute, type_: Type | None, way: Flow) -> Sent:
    return Sent(kind=StepKind.HOLDS, at=element.path, way=way, type=type_)


def _of_attribute(kind: Class, attribute: Attribute, *, implemented: bool) -> Flow:
    """What its implementer sets once goes with it. A field is set by whoever constructs the object: the other side,
    where a side implements the class; of a mere value, the one that the object comes from, and the other may."""
    if attribute.final or attribute.class_variable:
        return SAME
    frozen = kind.kind is not ClassKind.DATACLASS or "frozen=True" in kind.options
    constant = frozen and attribute.kind in (AttributeKind.FIELD, AttributeKind.MEMBER)
    if implemented:
        return BACK if constant else BOTH
    return SAME if constant else DOUBLED


def _taken(kind: Class, method: Function, *, implemented: bool) -> Flow:
    """Which way the arguments of a method go: to who implements it. Those of a constructor come from where the object
    comes from. The methods of mere values are the interface's own code: who calls them may make the arguments."""
    if implemented:
        return BACK
    if method.name in _CONSTRUCTORS:
        return SAME
    return BACK.weakened if kind.kind in _VALUES else BACK


def _of_method(method: Function, taken: Flow) -> Iterator[Sent]:
    for signature in dict.fromkeys((method.signature, *method.overloads)):
        for parameter in signature.parameters:
            yield Sent(
                kind=StepKind.TAKES,
                at=method.path,
                way=taken,
                type=parameter.type,
                parameter=parameter.name,
            )
        yield Sent(kind=StepKind.RETURNS, at=method.path, way=SAME, type=signature.returns)
    yield from _raised(method)


def _raised(element: Function | Property) -> Iterator[Sent]:
    documented = element.raises_documented if isinstance(element, Function) else ()
    for raised in dict.fromkeys((*(element.contract.raises or ()), *documented)):
        yield Sent(kind=StepKind.RAISES, at=element.path, way=SAME, raised=raised)
