"""What of one interface is judged by itself: its public elements, and every place where a type stands.

Only an interface that declares roles in its own words (`@driver_interface`, `@host_interface`) is asked: whoever writes
those has taken on the rest of the contract. Roles that a configuration gives to a foreign package do not count.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from virtapi_analyzer.compare.flow import flows
from virtapi_analyzer.compare.places import Around, is_type, types_of
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import (
    Attribute,
    AttributeKind,
    Class,
    ClassMember,
    Element,
    Function,
    Property,
    Reference,
)
from virtapi_analyzer.model.interface import Flow, Interface
from virtapi_analyzer.model.pair import is_private
from virtapi_analyzer.model.part import (
    AnyPart,
    AttributePart,
    ClassPart,
    MethodPart,
    PropertyPart,
    SymbolPart,
    Whole,
    is_special,
)

CALL = "call"
"""What the parameter is named that says for whom, and until when, something is done."""


def parts(interface: Interface) -> Iterator[AnyPart]:
    """The parts of an interface, each once; none of one that declares no role."""
    roles = _roles(interface.classes)
    if not roles:
        return
    declared = replace(interface, roles={path: frozenset({role}) for path, role in roles.items()})
    around = Around(interface=declared, roles=roles, flows=flows(declared), exported=_exported(interface))
    surface = _Surface(
        around=around,
        bodies=frozenset(each.contract.body_of for each in around.exported.values() if each.contract.body_of),
        flags=frozenset(
            each.contract.capability.rpartition(".")[0]
            for each in interface.classes.values()
            if each.contract.capability
        ),
        calls=frozenset(_call_classes(interface.classes, roles)),
    )
    for module in interface.modules.values():
        yield SymbolPart(path=module.path, element=module)
    root = interface.modules.get(interface.package) or next(iter(interface.modules.values()))
    yield Whole(path=interface.package, element=root, interface=declared, roles=roles)
    for element in surface.elements():
        yield from surface.of(element)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Surface:
    """`bodies` are the methods that have a function elsewhere as their body, `flags` the enums of flags, `calls` the
    classes of parameters named `call`."""

    around: Around
    bodies: frozenset[str]
    flags: frozenset[str]
    calls: frozenset[str]

    def elements(self) -> Iterator[Element]:
        """What modules export, and the classes beside that whose values pass between host and drivers."""
        exported = self.around.exported
        yield from exported.values()
        for path, kind in self.around.interface.classes.items():
            reached = self.around.flows[path] is not Flow.NOWHERE or path in self.around.roles
            if path not in exported and reached and path.rpartition(".")[0] not in self.around.interface.classes:
                yield kind

    def of(self, element: Element) -> Iterator[AnyPart]:
        """The parts of one element, and of what is in it."""
        if not isinstance(element, Class):
            yield SymbolPart(path=element.path, element=element)
            if not is_type(element):
                yield from types_of(element, None, self.around)
            return
        stable = not self.around.experimental(element.path)
        yield ClassPart(
            path=element.path,
            element=element,
            role=self.around.roles.get(element.path),
            leaks=self.around.leaks(element.bases) if stable else (),
        )
        for name, member in element.members.items():
            if member.owner != element.path or is_private(name):
                continue
            if isinstance(member.element, Class):
                yield from self.of(member.element)
            else:
                yield self._member(member.element, element)
                yield from types_of(member.element, element, self.around)

    def _member(self, member: ClassMember, owner: Class) -> AnyPart:
        role, path = self.around.roles.get(owner.path), member.path
        stable = not (member.contract.experimental or self.around.experimental(owner.path))
        above = self._documented_above(member.name, owner)
        given = ".".join(path.split(".")[-2:]) in self.bodies
        match member:
            case Function():
                return MethodPart(
                    path=path,
                    element=member,
                    owner=owner,
                    role=role,
                    documented_above=above,
                    given=given,
                    asks_for_flags=_asks(member, self.flags),
                    of_call=owner.path in self.calls,
                    named_call=_named_call(member, self.around.roles),
                    leaks=self.around.leaks(member.contract.raises or ()) if stable else (),
                    hidden=tuple(self.around.hidden(member.contract.raises or ())),
                )
            case Property():
                return PropertyPart(
                    path=path, element=member, owner=owner, role=role, documented_above=above, given=given
                )
            case Attribute():
                return AttributePart(path=path, element=member, owner=owner, role=role, documented_above=above)
            case _:
                return SymbolPart(path=path, element=member)

    def _documented_above(self, name: str, owner: Class) -> bool:
        classes = self.around.interface.classes
        above = (classes[base].members.get(name) for base in owner.mro if base in classes)
        return any(member is not None and bool(member.element.docstring) for member in above)


def _roles(classes: Mapping[str, Class]) -> Mapping[str, Role]:
    """Who implements each class: what it declares itself, else what its nearest base does, else a class below it."""
    found = {path: kind.contract.role for path, kind in classes.items() if kind.contract.role is not None}
    own = dict(found)
    for path, kind in classes.items():
        above = next((own[base] for base in kind.mro if base in own), None)
        if above is not None:
            found.setdefault(path, above)
    for path, role in own.items():
        for base in classes[path].mro:
            if base in classes:
                found.setdefault(base, role)
    return found


def _exported(interface: Interface) -> Mapping[str, Element]:
    """What the modules export of the package's own, by its path; keys of dicts of flags are no names."""
    found: dict[str, Element] = {}
    for module in interface.modules.values():
        for name, export in module.names.items():
            element = export.element
            flag = isinstance(element, Attribute) and element.kind is AttributeKind.FLAG
            if not (flag or isinstance(element, Reference) or element.path in interface.modules) and not (
                is_private(name) or is_special(name)
            ):
                found.setdefault(element.path, element)
    return found


def _call_classes(classes: Mapping[str, Class], roles: Mapping[str, Role]) -> Iterator[str]:
    for path in roles:
        for member in classes[path].members.values():
            if isinstance(member.element, Function) and (named := _named_call(member.element, roles)) is not None:
                yield named


def _named_call(method: Function, roles: Mapping[str, Role]) -> str | None:
    """The class of a first parameter that is named `call` and always passed by place, where the host implements it."""
    first = next(iter(method.signature.parameters), None)
    if first is None or first.name != CALL or first.type is None or not (first.kind.positional and first.required):
        return None
    return first.type.normal if roles.get(first.type.normal) is Role.HOST else None


def _asks(method: Function, flags: frozenset[str]) -> bool:
    """Whether a method gives flags of abilities, or takes some, and takes nothing else."""
    taken = [parameter.type for parameter in method.signature.parameters]
    types = [method.signature.returns, *taken]
    about = [type_ is not None and not flags.isdisjoint(type_.names) for type_ in types]
    return any(about) and all(about[1:])
