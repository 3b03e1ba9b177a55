"""What belongs together: an element of the old side and its counterpart on the new one.

Absent is None on one side. `compare/` makes the pairs once, and has already written on them what binding says, and what
the type checker says of types that differ; rules look at one pair at a time and look nothing up.
"""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from virtapi_analyzer.model.call import Practice
from virtapi_analyzer.model.charge import Charge
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.difference import Difference, FieldDifference, field_difference, parameter_difference
from virtapi_analyzer.model.element import (
    Attribute,
    Class,
    ClassMember,
    Export,
    Function,
    Module,
    Parameter,
    Property,
)
from virtapi_analyzer.model.guarding import Guarding, Handling, Removal
from virtapi_analyzer.model.interface import Flow
from virtapi_analyzer.model.relation import Verdict

E = TypeVar("E")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Generic[E]):
    """Two sides of one element, `path` being its public name on the side that people know (the old one, if there is
    one). `roles` and `flow` are those of the class that it belongs to."""

    path: str
    old: E | None
    new: E | None
    roles: frozenset[Role] = frozenset()
    flow: Flow = Flow.NOWHERE

    @property
    def both(self) -> tuple[E, E] | None:
        """Both sides, or None where one is absent."""
        return None if self.old is None or self.new is None else (self.old, self.new)

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition(".")[2]

    @property
    def private(self) -> bool:
        """Whether the name begins with an underscore and is not one of Python's own (`__init__`)."""
        return is_private(self.name)


def is_private(name: str) -> bool:
    """Whether a name says of itself that it is nobody else's: `_x`, `__x`, and not `__x__`."""
    return name.startswith("_") and not (name.startswith("__") and name.endswith("__"))


AnyPair = Pair[Any]


class ModulePair(Pair[Module]):
    """A public module; its roles and its flow are those of all classes that it exports."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPair(Pair[Export]):
    """A name that a module exports on one side or on both.

    `hidden` says that the side without the export still defines the name; `module_kept` that the module itself is on
    both sides (else the module's own pair says it all). `renamed` is the new export's path where the element was
    found again under another name; `same_element` that both sides lead to matched elements. `made_up` says that the
    module of the side without the export makes up names itself (`__getattr__`).
    """

    module_kept: bool = True
    hidden: bool = False
    renamed: str | None = None
    same_element: bool = True
    made_up: bool = False

    @property
    def gone(self) -> bool:
        """Whether the module, which is still there, neither defines the name any more nor makes it up."""
        absent = self.new is None and self.renamed is None and not self.hidden and not self.made_up
        return self.old is not None and absent and self.module_kept


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassPair(Pair[Class]):
    """A class on both sides. `lost` and `gained` are the paths in the order of resolution that went and came.

    `undefined` are the abstract members that keep the class from being instantiated now, where nothing did before and
    no base says so itself; `metaclasses` are the old one and the new one, where they differ and no base says so.
    `bound` is what the type checker says of what its type parameters accept, `variances` of how these vary, by name,
    and `retyped` of the type arguments of bases, by path.
    """

    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    undefined: tuple[str, ...] = ()
    metaclasses: tuple[str | None, str | None] | None = None
    bound: Verdict | None = None
    variances: tuple[tuple[str, Verdict], ...] = ()
    retyped: tuple[tuple[str, Verdict], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallablePair(Pair[Function]):
    """A function or a method. `owner` is the class's pair for a method, None for a function.

    `renamed` is the new path where an old method was found again under another name. `raises_gone` and `raises_came`
    are the declared exceptions that the other side does not cover, and the other two the documented ones, where neither
    side declares any. `returns` is what the type checker says of the two results, `bound` of what type variables
    accept; None where nobody had to ask.
    """

    owner: ClassPair | None = None
    renamed: str | None = None
    raises_gone: tuple[str, ...] = ()
    raises_came: tuple[str, ...] = ()
    documented_gone: tuple[str, ...] = ()
    documented_came: tuple[str, ...] = ()
    returns: Verdict | None = None
    bound: Verdict | None = None


class FunctionPair(CallablePair):
    """A function of a module, on both sides (where it came or went, its export's pair says so)."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPair(CallablePair):
    """A method of a class; absent on one side where it came or went.

    What hosts say of it, None where none were looked at or where they say nothing: `guarding` of drivers that leave it
    out, `removal` of those that live off it, `handling` of the exceptions that it may newly raise.
    """

    guarding: Guarding | None = None
    removal: Removal | None = None
    handling: Handling | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterPair(Pair[Parameter]):
    """A parameter of a function or method that is there on both sides.

    `charge` is None where every call survives as far as this parameter is concerned. `practice` is what a host's own
    calls say of that, None where no host was looked at; `types` what the type checker says, here
    as everywhere None where nobody had to ask.
    """

    callable: CallablePair
    charge: Charge | None = None
    practice: Practice | None = None
    types: Verdict | None = None

    @property
    def difference(self) -> Difference:
        """The one name of what this parameter is charged with; NONE where it is charged with nothing that matters."""
        charge = self.charge
        if charge is None or self.callable.private:
            return Difference.NONE
        if charge.caller is None and self.callable.owner is None:  # nobody overrides a function
            return Difference.NONE
        return parameter_difference(self.old, self.new, charge)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPair(Pair[ClassMember]):
    """A member of a class whose kind changed (method, property, attribute, class)."""

    owner: ClassPair


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyPair(Pair[Property]):
    """A property of a class. `renamed` is the new path where an old property was found again under another name, and
    `takes` what the type checker says of what it may be set to."""

    owner: ClassPair
    renamed: str | None = None
    types: Verdict | None = None
    takes: Verdict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributePair(Pair[Attribute]):
    """An attribute, field, enum member or flag of a class, or a module's constant (then `owner` is None).

    `renamed` is the new path where it was found again under another name; `removal` is what an old host says of drivers
    that live off it.
    """

    owner: ClassPair | None
    renamed: str | None = None
    types: Verdict | None = None
    removal: Removal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPair(Pair[Attribute]):
    """A field of a dataclass that is one on both sides. `charge` is what the exact relation of the two constructors
    charges it with; `renamed` the new path where it was found again under another name."""

    owner: ClassPair
    charge: Charge | None = None
    renamed: str | None = None
    types: Verdict | None = None

    @property
    def difference(self) -> FieldDifference:
        """The one name of what became of it."""
        if self.both is not None and self.renamed is not None:
            return FieldDifference.RENAMED
        return field_difference(self.old, self.new, self.charge)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPair(Pair[Attribute]):
    """A field of a NamedTuple that is one on both sides; `moved` says that it has another place among the others."""

    owner: ClassPair
    moved: bool = False
    renamed: str | None = None
    types: Verdict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPair(Pair[Attribute]):
    """A key of a TypedDict that is one on both sides."""

    owner: ClassPair
    renamed: str | None = None
    types: Verdict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverloadPair(Pair[Function]):
    """A function or method that is an overload set on at least one side; its other facts are in its own pair.

    `owner` is the class's pair for a method, None for a function. `gone` and `came` are the forms, as text, with
    calls that the other side does not take, and `charge` is what the exact relation charges them with; `reordered`
    says that forms that both sides have are in another order, `by_parameter` that one of their parameters tells of
    the change, `rests_on_any` that what the type checker says would be otherwise, were every `Any` known.
    """

    owner: ClassPair | None = None
    gone: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    reordered: bool = False
    by_parameter: bool = False
    charge: Charge | None = None
    rests_on_any: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NestedClassPair(Pair[Class]):
    """A class inside a class that came or went, was found again under another name (then `renamed` is its new path), or
    is there under another condition."""

    owner: ClassPair
    renamed: str | None = None


def owner_of(pair: AnyPair) -> ClassPair | None:
    """The class that an element belongs to; for a parameter, that of its function; None for what is in no class."""
    match pair:
        case ParameterPair():
            return pair.callable.owner
        case CallablePair() | OverloadPair() | MemberPair() | PropertyPair() | AttributePair() | NestedClassPair():
            return pair.owner
        case FieldPair() | ItemPair() | KeyPair():
            return pair.owner
        case _:
            return None
