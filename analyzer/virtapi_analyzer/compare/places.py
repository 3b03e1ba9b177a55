"""The places of one interface where a type stands or should: parameters, what functions return, attributes."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import (
    Attribute,
    AttributeKind,
    Class,
    Element,
    Function,
    Parameter,
    Property,
    Type,
)
from virtapi_analyzer.model.interface import Flow, Interface
from virtapi_analyzer.model.pair import is_private
from virtapi_analyzer.model.part import TypePart, is_special

_OUTWARD = {Role.DRIVER: Flow.TO_HOST, Role.HOST: Flow.TO_DRIVER}
_QUESTIONS = ("typing.TypeIs[", "typing.TypeGuard[")
_UNTYPED = (AttributeKind.MEMBER, AttributeKind.ALIAS, AttributeKind.TYPE_VARIABLE, AttributeKind.FLAG)
_GIVING = ("__enter__", "__aenter__", "__iter__", "__aiter__", "__next__", "__anext__")
"""Those of Python's own methods of which only the class says what they give."""
_TYPES = (AttributeKind.ALIAS, AttributeKind.TYPE_VARIABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a place must know of the interface: who implements which class, which way values travel, and what modules
    export, by the path of the element."""

    interface: Interface
    roles: Mapping[str, Role]
    flows: Mapping[str, Flow]
    exported: Mapping[str, Element]

    def known(self, names: Iterable[str]) -> Mapping[str, Element]:
        """Those of the names that are elements of the package, by path."""
        found = ((name, self.interface.classes.get(name) or self.exported.get(name)) for name in sorted(names))
        return {name: element for name, element in found if element is not None}

    def public(self, path: str) -> bool:
        """Whether people can name the class: a module exports it, or one around it. Of a module that was not asked
        for nobody knows what it exports; there its names say it."""
        module = path
        while module in self.interface.classes:
            if module in self.exported:
                return True
            module, _, name = module.rpartition(".")
            if is_private(name) and module in self.interface.classes:
                return False
        return module not in self.interface.modules and not any(is_private(part) for part in path.split("."))

    def hidden(self, names: Iterable[str]) -> Iterator[str]:
        """Those of the names that nobody can import: classes, and `NewType`s of modules that do not export them."""
        for name in names:
            module = name.rpartition(".")[0]
            unexported = module in self.interface.modules and name not in self.exported
            if not self.public(name) if name in self.interface.classes else unexported:
                yield name

    def experimental(self, path: str) -> bool:
        """Whether the class, or a class around it, may change at any time."""
        classes = self.interface.classes
        while path in classes:
            if classes[path].contract.experimental:
                return True
            path = path.rpartition(".")[0]
        return False

    def leaks(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those of the names that are experimental classes."""
        return tuple(sorted(name for name in names if self.experimental(name)))


def types_of(element: Element, owner: Class | None, around: Around) -> Iterator[TypePart]:
    """The places of one public function, property or attribute. Enum members, aliases and the like have none."""
    role = around.roles.get(owner.path) if owner is not None else None
    flow = around.flows.get(owner.path, Flow.NOWHERE) if owner is not None else Flow.NOWHERE
    outward = _OUTWARD.get(role, flow) if role is not None else flow
    special = is_special(element.name) and element.name not in _GIVING
    meant = not special or element.name == "__init__"
    place = _Place(
        element=element,
        around=around,
        role=role,
        reached=meant and (role is not None or flow is not Flow.NOWHERE),
        stable=not (element.contract.experimental or (owner is not None and around.experimental(owner.path))),
    )
    match element:
        case Function():
            yield from _of_function(element, place, outward)
        case Property():
            yield place.part(element.path, f"the property `{element.name}`", element.type, outward)
        case Attribute() if element.kind not in _UNTYPED:
            # A field of a class with a role is set by whoever constructs the object: the other side.
            constructed = role is not None and element.kind is AttributeKind.FIELD and not element.class_variable
            way = outward.mirrored if constructed else outward
            yield place.part(element.path, f"`{element.name}`", element.type, way)


def is_type(element: Element) -> bool:
    """Whether a name of a module stands for a type: an alias, a `NewType`, a type variable."""
    return isinstance(element, Attribute) and element.kind in _TYPES


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    element: Element
    around: Around
    role: Role | None
    reached: bool
    stable: bool

    def part(
        self,
        path: str,
        place: str,
        type_: Type | None,
        flow: Flow,
        *,
        parameter: Parameter | None = None,
        question: bool = False,
    ) -> TypePart:
        names = type_.names if type_ is not None else frozenset[str]()
        return TypePart(
            path=path,
            element=self.element,
            place=place,
            type=type_,
            parameter=parameter,
            role=self.role,
            reached=self.reached,
            flow=flow,
            question=question,
            leaks=self.around.leaks(names) if self.stable else (),
            package=self.around.interface.package,
            mentioned=self.around.known(names),
            hidden=tuple(sorted(_hidden(type_, self.around))),
        )


def _of_function(function: Function, place: _Place, outward: Flow) -> Iterator[TypePart]:
    for signature in function.overloads or (function.signature,):
        question = signature.returns is not None and signature.returns.normal.startswith(_QUESTIONS)
        for number, parameter in enumerate(signature.parameters):
            yield place.part(
                f"{function.path}({parameter.name})",
                f"the parameter `{parameter.name}`",
                parameter.type,
                outward.mirrored,
                parameter=parameter,
                question=question and number == 0,
            )
        if function.name != "__init__" or signature.returns is not None:
            yield place.part(function.path, f"what `{function.name}` returns", signature.returns, outward)


def _hidden(type_: Type | None, around: Around) -> Iterator[str]:
    """The names in a type that nobody can import: what no module exports, and aliases with a private name."""
    if type_ is None:
        return
    yield from around.hidden(type_.names)
    if type_.variables:  # a type variable's name is nobody's business, and may look like such an alias
        return
    resolved = {name.rpartition(".")[2] for name in type_.names}
    for name in _written(type_.text):
        if is_private(name) and name not in resolved:
            yield name


@lru_cache(maxsize=4096)
def _written(text: str) -> tuple[str, ...]:
    """The names in a type as it is written, each without the module before it."""
    try:
        nodes = list(ast.walk(ast.parse(text, mode="eval")))
    except SyntaxError:
        return ()
    return tuple(
        node.id if isinstance(node, ast.Name) else node.attr
        for node in nodes
        if isinstance(node, ast.Name | ast.Attribute)
    )
