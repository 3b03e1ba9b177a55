"""Which way the values of each class travel, worked out from where the class is mentioned.

What a driver-implemented method takes flows to the driver, what it returns or lets out to the host; a host-implemented
one the other way round. What flows takes along its bases, its subclasses, and what its fields hold.
"""

from collections.abc import Iterator, Mapping

from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import (
    Attribute,
    AttributeKind,
    Class,
    ClassKind,
    Function,
    Property,
    Type,
)
from virtapi_analyzer.model.interface import Flow, Interface

BOTH = Flow.TO_DRIVER | Flow.TO_HOST


def mirrored(flow: Flow) -> Flow:
    """The other way."""
    return (Flow.TO_HOST if Flow.TO_DRIVER in flow else Flow.NOWHERE) | (
        Flow.TO_DRIVER if Flow.TO_HOST in flow else Flow.NOWHERE
    )


def flows(interface: Interface) -> Mapping[str, Flow]:
    """The flow of every class of the interface; a class with a role is used, not sent, and flows nowhere."""
    found = dict.fromkeys(interface.classes, Flow.NOWHERE)
    waiting = list(_sent(interface))
    while waiting:
        path, flow = waiting.pop()
        if path not in found or interface.roles.get(path) or flow in found[path]:
            continue
        found[path] |= flow
        kind = interface.classes[path]
        waiting += [(base, found[path]) for base in kind.mro]
        waiting += [(below.path, found[path]) for below in interface.classes.values() if path in below.mro]
        waiting += list(_inside(kind, found[path]))
    return found


def _sent(interface: Interface) -> Iterator[tuple[str, Flow]]:
    """What the classes with a role send and receive themselves."""
    for path, roles in interface.roles.items():
        for role in roles:
            outward = Flow.TO_HOST if role is Role.DRIVER else Flow.TO_DRIVER
            for member in interface.classes[path].members.values():
                if isinstance(member.element, Function):
                    yield from _of_method(member.element, outward)
                elif isinstance(member.element, Property):
                    yield from _of_type(member.element.type, BOTH if member.element.settable else outward)
                elif isinstance(member.element, Attribute):
                    yield from _of_type(
                        member.element.type, _of_attribute(interface.classes[path], member.element, outward)
                    )


def _of_attribute(kind: Class, attribute: Attribute, outward: Flow) -> Flow:
    """What its implementer sets once goes outward. A field is set by whoever constructs the object: the other side."""
    if attribute.final or attribute.class_variable:
        return outward
    return mirrored(outward) if _constant(kind, attribute) else BOTH


def _of_method(method: Function, outward: Flow) -> Iterator[tuple[str, Flow]]:
    for signature in (method.signature, *method.overloads):
        yield from _of_type(signature.returns, outward)
        for parameter in signature.parameters:
            yield from _of_type(parameter.type, mirrored(outward))
    for raised in (*(method.contract.raises or ()), *method.raises_documented):
        yield raised, outward


def _of_type(type_: Type | None, flow: Flow) -> Iterator[tuple[str, Flow]]:
    for name in type_.names if type_ is not None else ():
        yield name, flow


def _inside(kind: Class, flow: Flow) -> Iterator[tuple[str, Flow]]:
    """What travels with the values of a class: its fields' and its methods' types."""
    for member in kind.members.values():
        element = member.element
        if isinstance(element, Function):
            yield from _of_method(element, flow)
        elif isinstance(element, Property):
            yield from _of_type(element.type, flow)
        elif isinstance(element, Attribute):
            yield from _of_type(element.type, flow if _constant(kind, element) else BOTH)


def _constant(kind: Class, attribute: Attribute) -> bool:
    """Whether whoever receives the object only reads the field."""
    frozen = kind.kind is not ClassKind.DATACLASS or "frozen=True" in kind.options
    data = attribute.kind in (AttributeKind.FIELD, AttributeKind.MEMBER)
    return attribute.final or attribute.class_variable or (data and frozen)
