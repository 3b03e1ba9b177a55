"""The elements of an interface: module, class, method, parameter, property, attribute, and what they are made of.

Paths are dotted and public (`nova.virt.driver.ComputeDriver.spawn`); a parameter stands in parentheses behind its
function (`….spawn(flavor)`), a capability flag in brackets behind its dict (`….capabilities[supports_vtpm]`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from virtapi_analyzer.model.contract import NOTHING_DECLARED, Contract
from virtapi_analyzer.model.location import Location
from virtapi_analyzer.model.signature import Parameter, ParameterKind, Signature, Type, Value, values_differ
from virtapi_analyzer.model.type_variable import TypeVariable

__all__ = [
    "Attribute",
    "AttributeKind",
    "Binding",
    "Body",
    "Class",
    "ClassKind",
    "Element",
    "Export",
    "Function",
    "Location",
    "Member",
    "Module",
    "Parameter",
    "ParameterKind",
    "Property",
    "Reference",
    "Signature",
    "Type",
    "Value",
    "values_differ",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """What every element has.

    `path` is public and dotted; `text` is its definition on one line, for people.
    """

    path: str
    text: str
    location: Location
    docstring: str | None = None
    contract: Contract = NOTHING_DECLARED

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition(".")[2]


class Binding(Enum):
    """What a function is bound to when it is called."""

    FREE = "function"
    INSTANCE = "method"
    CLASS = "classmethod"
    STATIC = "staticmethod"


class Body(Enum):
    """What a function does, as far as its caller can tell from the source."""

    CODE = "code"
    EMPTY = "empty"
    NOT_IMPLEMENTED = "raises NotImplementedError"


@dataclass(frozen=True, slots=True, kw_only=True)
class Function(Element):
    """A function or method.

    `overloads` holds the signatures of an overload set (then `signature` is the last of them); `decorators` the
    dotted paths of all its decorators. `raises_documented` holds the exceptions of the docstring's own section.
    """

    signature: Signature
    overloads: tuple[Signature, ...] = ()
    binding: Binding = Binding.FREE
    asynchronous: bool = False
    abstract: bool = False
    final: bool = False
    body: Body = Body.EMPTY
    decorators: tuple[str, ...] = ()
    raises_documented: tuple[str, ...] = ()

    @property
    def optional_by_convention(self) -> bool:
        """Whether a driver must define it itself to offer it: abstract, or nothing but `raise NotImplementedError`."""
        return self.abstract or self.body is Body.NOT_IMPLEMENTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Property(Element):
    """A property of a class; `body` is what reading it does, `takes` what it may be set to where it may be set."""

    type: Type | None = None
    takes: Type | None = None
    settable: bool = False
    deletable: bool = False
    abstract: bool = False
    body: Body = Body.CODE
    final: bool = False


class AttributeKind(Enum):
    """What an attribute is."""

    CONSTANT = "constant"
    CLASS = "class attribute"
    INSTANCE = "attribute"
    FIELD = "field"
    MEMBER = "enum member"
    FLAG = "capability flag"
    ALIAS = "type alias"
    TYPE_VARIABLE = "type variable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute(Element):
    """A constant, an attribute, a field of a data class, an enum member, a flag, a type alias or a type variable.

    For a field, `value` is its default; `in_constructor` and `keyword_only` say how the constructor takes it, and
    `init_only` that nothing else does (`InitVar`). `optional_key` is a TypedDict's NotRequired.
    """

    kind: AttributeKind
    type: Type | None = None
    value: Value | None = None
    final: bool = False
    class_variable: bool = False
    read_only: bool = False
    in_constructor: bool = True
    init_only: bool = False
    keyword_only: bool = False
    optional_key: bool = False


class ClassKind(Enum):
    """What a class is to those who read its values."""

    PLAIN = "class"
    DATACLASS = "dataclass"
    ENUM = "enum"
    TYPED_DICT = "TypedDict"
    NAMED_TUPLE = "NamedTuple"
    PROTOCOL = "protocol"
    EXCEPTION = "exception"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member as a user of the class sees it: the element, the path of the class that defines it, and the test on the
    version or the platform under which alone it is there."""

    element: "Function | Property | Attribute | Class"
    owner: str
    condition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Class(Element):
    """A class.

    `bases` are dotted paths as declared, `base_types` those of them that have type arguments, `mro` the linearised
    order after the class itself, as far as it is known (classes outside the package stand for themselves). `members` is
    the inherited table by name. `parameters` are the names of the type parameters, and `variables` what they are.
    `options` are a dataclass's options that differ from their defaults, an enum's or a TypedDict's keywords.
    """

    kind: ClassKind
    bases: tuple[str, ...] = ()
    base_types: tuple[Type, ...] = ()
    mro: tuple[str, ...] = ()
    members: Mapping[str, Member] = field(default_factory=dict)
    parameters: tuple[str, ...] = ()
    variables: tuple[TypeVariable, ...] = ()
    metaclass: str | None = None
    options: frozenset[str] = frozenset()
    slots: tuple[str, ...] | None = None
    final: bool = False
    decorators: tuple[str, ...] = ()

    @property
    def optional_parameters(self) -> int:
        """How many type parameters have a default; they stand at the end."""
        return sum(variable.default is not None for variable in self.variables)

    @property
    def abstract_members(self) -> tuple[str, ...]:
        """The names that a subclass must define before it can be instantiated."""
        return tuple(
            name
            for name, member in self.members.items()
            if isinstance(member.element, Function | Property) and member.element.abstract
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Element):
    """A public name for something outside the package: `target` is its dotted path there."""

    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Module(Element):
    """A public module: `names` is what it exports, `declared` is its `__all__` or None, `hidden` what it defines
    under a public name and does not export, `dynamic` says that it has a `__getattr__`."""

    names: Mapping[str, "Export"]
    declared: tuple[str, ...] | None = None
    hidden: frozenset[str] = frozenset()
    dynamic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One exported name of a module.

    `element` is what it leads to, under its own public path, which may be in another module; `condition` is the test
    under which alone the name is there; `location` is where the name is bound.
    """

    name: str
    element: "Symbol"
    location: Location
    condition: str | None = None


Symbol = Function | Attribute | Class | Reference | Module
ClassMember = Function | Property | Attribute | Class
