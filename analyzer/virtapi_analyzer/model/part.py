"""A part of one interface: an element, and what a rule that judges the interface alone must know of its surroundings.

`compare/surface.py` makes the parts once; rules look at one at a time. What spans the interface is in `Whole`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from virtapi_analyzer.model.call import Call, Misfit
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import (
    Attribute,
    AttributeKind,
    Binding,
    Class,
    Element,
    Function,
    Parameter,
    Property,
    Type,
)
from virtapi_analyzer.model.interface import Flow, Interface

E = TypeVar("E", bound=Element)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[E]):
    """An element that people may use: its public name, and itself.

    `leaks` are the experimental classes that it needs though it is not experimental itself, `hidden` the names in its
    type, or among the exceptions that it declares, that nobody can import.
    """

    path: str
    element: E
    leaks: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition(".")[2]


AnyPart = Part[Any]


class SymbolPart(Part[E]):
    """A module, what a module exports, or a member of a class."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassPart(SymbolPart[Class]):
    """A class. `role` is who implements it, as its own words, those of a base or those of a subclass say."""

    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPart(SymbolPart[E]):
    """A member of a class that defines it itself.

    `role` is that of the class; `documented_above` says that a base has a documented member of the same name, `given`
    that a function elsewhere is its body (`default_for`, `fallback_for`).
    """

    owner: Class
    role: Role | None = None
    documented_above: bool = False
    given: bool = False

    @property
    def special(self) -> bool:
        """Whether the name is one of Python's own (`__init__`)."""
        return is_special(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPart(MemberPart[Function]):
    """A method of a class.

    `asks_for_flags` says that it is about flags of abilities alone; `of_call` that its class is what other methods take
    as `call`; `named_call` is the class of its own parameter of that name, where it comes first.
    """

    asks_for_flags: bool = False
    of_call: bool = False
    named_call: str | None = None

    @property
    def operation(self) -> bool:
        """Whether one side implements it and the other calls it on an object."""
        return self.role is not None and self.element.binding is Binding.INSTANCE and not self.special

    @property
    def construction(self) -> bool:
        """Whether the host makes objects of a class with a role through it."""
        return self.role is not None and self.name == "__init__"


class PropertyPart(MemberPart[Property]):
    """A property of a class."""

    __slots__ = ()


class AttributePart(MemberPart[Attribute]):
    """An attribute, field or enum member of a class."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TypePart(Part[Element]):
    """A place where a type stands, or should: a parameter (`parameter`), what a function returns, an attribute.

    `element` is the function, property or attribute; `place` calls the place by its name, for people. `reached` says
    that values pass there between host and drivers, `flow` which way, `question` that it is the parameter of a
    question for a type (`TypeIs`). `mentioned` holds, of the elements of the package that the type mentions, all
    classes and what a module exports.
    """

    place: str
    type: Type | None
    parameter: Parameter | None = None
    role: Role | None = None
    reached: bool = False
    flow: Flow = Flow.NOWHERE
    question: bool = False
    package: str
    mentioned: Mapping[str, Element]

    @property
    def inferred(self) -> bool:
        """Whether the value says what the missing type would."""
        return isinstance(self.element, Attribute) and self.element.value is not None

    @property
    def recursive(self) -> frozenset[str]:
        """The aliases that stand for a type which they are part of; all others are expanded."""
        return frozenset(
            path
            for path, element in self.mentioned.items()
            if isinstance(element, Attribute) and element.kind is AttributeKind.ALIAS
        )


class HostPart(Part[Function]):
    """A method that drivers implement, and something that a host does with it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPart(HostPart):
    """One call. `misfit` is why it does not survive in the method as it is now, `before` why it did not as the method
    was, each None where it does; without an older version both say the same."""

    call: Call
    misfit: Misfit | None = None
    before: Misfit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EscapePart(HostPart):
    """The calls in one function of a host of which declared exceptions reach its edge, and where."""

    calls: tuple[Call, ...]
    exceptions: tuple[str, ...]
    edges: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole(Part[Element]):
    """The interface as a whole; `roles` is who implements which class, `element` the package's module."""

    interface: Interface
    roles: Mapping[str, Role]


def is_special(name: str) -> bool:
    """Whether a name is one of Python's own (`__init__`). What calling an object does is its class's own affair."""
    return name.startswith("__") and name.endswith("__") and name != "__call__"
