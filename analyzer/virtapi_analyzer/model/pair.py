"""What belongs together: an element of the old side and its counterpart on the new one.

Absent is None on one side. `compare/` makes the pairs once, and has already written on them what binding says; rules
look at one pair at a time and look nothing up.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import (
    Attribute,
    Class,
    ClassMember,
    Export,
    Function,
    Module,
    Parameter,
    ParameterKind,
    Property,
)
from virtapi_analyzer.model.interface import Flow

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
    """A public module."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPair(Pair[Export]):
    """A name that a module exports on one side or on both.

    `hidden` says that the side without the export still defines the name; `module_kept` that the module itself is on
    both sides (else the module's own pair says it all). `renamed` is the new export's path where the element was
    found again under another name; `same_element` that both sides lead to matched elements.
    """

    module_kept: bool = True
    hidden: bool = False
    renamed: str | None = None
    same_element: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassPair(Pair[Class]):
    """A class on both sides. `lost` and `gained` are the paths in the order of resolution that went and came."""

    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallablePair(Pair[Function]):
    """A function or a method. `owner` is the class's pair for a method, None for a function.

    `renamed` is the new path where an old method was found again under another name.
    """

    owner: ClassPair | None = None
    renamed: str | None = None


class FunctionPair(CallablePair):
    """A function of a module, on both sides (where it came or went, its export's pair says so)."""

    __slots__ = ()


class MethodPair(CallablePair):
    """A method of a class; absent on one side where it came or went."""

    __slots__ = ()


class Failing(Enum):
    """How a call fails to survive the way from one signature to the other."""

    UNBOUND = "does not bind"
    MISDIRECTED = "binds, and an argument lands on another parameter"
    PERMUTED = "binds, and an argument lands where another parameter stood that nobody can pass by name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One call that does not survive: the arguments of the call, and how it fails."""

    call: str
    failing: Failing


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """What the exact relation charges one parameter with.

    `caller` is a call of the old signature that does not survive in the new one, `implementer` a call of the new
    signature that does not survive in the old one; None where all survive. `moved` says that the parameter itself
    changed its place among the others; `shifted` names the parameters whose place changed because of it.
    """

    caller: Failure | None = None
    implementer: Failure | None = None
    moved: bool = False
    shifted: tuple[str, ...] = ()


class Difference(Enum):
    """What a parameter is charged with, in the order in which one of several is chosen to name it."""

    ADDED_REQUIRED = "required parameter added"
    ADDED_OPTIONAL = "optional parameter added"
    INSERTED = "optional parameter inserted before others"
    REMOVED_REQUIRED = "required parameter removed"
    REMOVED_OPTIONAL = "optional parameter removed"
    VARIADIC_ADDED = "*args or **kwargs added"
    VARIADIC_REMOVED = "*args or **kwargs removed"
    RENAMED = "renamed"
    MOVED = "moved among the others"
    KIND_NARROWED = "a way of passing taken away"
    KIND_WIDENED = "a way of passing added"
    KIND_SWAPPED = "positional-only to keyword-only, or back"
    DEFAULT_ADDED = "required to optional"
    DEFAULT_REMOVED = "optional to required"
    NONE = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterPair(Pair[Parameter]):
    """A parameter of a function or method that is there on both sides.

    `charge` is None where every call survives as far as this parameter is concerned.
    """

    callable: CallablePair
    charge: Charge | None = None

    @property
    def difference(self) -> Difference:
        """The one name of what this parameter is charged with; NONE where it is charged with nothing that matters."""
        old, new, charge = self.old, self.new, self.charge
        if charge is None or self.callable.private:
            return Difference.NONE
        if charge.caller is None and self.callable.owner is None:  # nobody overrides a function
            return Difference.NONE
        if old is None or new is None:
            return _appeared(new, charge) if new is not None else _disappeared(old)
        if old.kind.variadic:
            return Difference.NONE
        if old.name != new.name and old.kind.named and new.kind.named:
            return Difference.RENAMED
        if charge.moved:
            return Difference.MOVED
        if old.kind is not new.kind:
            return _changed_kind(old.kind, new.kind)
        if old.required is not new.required:
            return Difference.DEFAULT_REMOVED if new.required else Difference.DEFAULT_ADDED
        return Difference.NONE


def _appeared(new: Parameter, charge: Charge) -> Difference:
    if new.kind.variadic:
        return Difference.VARIADIC_ADDED
    if new.required:
        return Difference.ADDED_REQUIRED
    return Difference.INSERTED if charge.shifted else Difference.ADDED_OPTIONAL


def _disappeared(old: Parameter | None) -> Difference:
    if old is None:
        return Difference.NONE
    if old.kind.variadic:
        return Difference.VARIADIC_REMOVED
    return Difference.REMOVED_REQUIRED if old.required else Difference.REMOVED_OPTIONAL


def _changed_kind(old: ParameterKind, new: ParameterKind) -> Difference:
    if ParameterKind.POSITIONAL_OR_KEYWORD not in (old, new):
        return Difference.KIND_SWAPPED
    return Difference.KIND_WIDENED if new is ParameterKind.POSITIONAL_OR_KEYWORD else Difference.KIND_NARROWED


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPair(Pair[ClassMember]):
    """A member of a class whose kind changed (method, property, attribute, class)."""

    owner: ClassPair


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyPair(Pair[Property]):
    """A property of a class."""

    owner: ClassPair


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributePair(Pair[Attribute]):
    """An attribute, field, enum member or flag of a class, or a module's constant (then `owner` is None).

    `renamed` is the new path where it was found again under another name.
    """

    owner: ClassPair | None
    renamed: str | None = None


class FieldDifference(Enum):
    """What became of a field, seen by those who construct the object; the first that holds names it."""

    ADDED_REQUIRED = "field without default added"
    ADDED_OPTIONAL = "field with default added"
    INSERTED = "field with default added before others"
    REMOVED = "field removed"
    RENAMED = "field renamed"
    LEFT_CONSTRUCTOR = "field no longer taken by the constructor"
    ENTERED_CONSTRUCTOR = "field now taken by the constructor"
    MOVED = "field moved among the others"
    KEYWORD_ONLY_CHANGED = "field keyword-only, or no longer"
    DEFAULT_ADDED = "default added"
    DEFAULT_REMOVED = "default removed"
    NONE = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPair(Pair[Attribute]):
    """A field of a dataclass that is one on both sides. `charge` is what the exact relation of the two constructors
    charges it with; `renamed` the new path where it was found again under another name."""

    owner: ClassPair
    charge: Charge | None = None
    renamed: str | None = None

    @property
    def difference(self) -> FieldDifference:
        """The one name of what became of it."""
        old, new, charge = self.old, self.new, self.charge
        if old is None or new is None:
            return _field_came(new, charge) if new is not None else FieldDifference.REMOVED
        if self.renamed is not None:
            return FieldDifference.RENAMED
        if old.in_constructor is not new.in_constructor:
            left = old.in_constructor
            return FieldDifference.LEFT_CONSTRUCTOR if left else FieldDifference.ENTERED_CONSTRUCTOR
        if (old.value is None) is not (new.value is None) and new.in_constructor:
            return FieldDifference.DEFAULT_ADDED if new.value is not None else FieldDifference.DEFAULT_REMOVED
        if charge is not None and charge.moved:
            return FieldDifference.MOVED
        if old.keyword_only is not new.keyword_only and charge is not None:
            return FieldDifference.KEYWORD_ONLY_CHANGED
        return FieldDifference.NONE


def _field_came(new: Attribute, charge: Charge | None) -> FieldDifference:
    if new.value is None and new.in_constructor:
        return FieldDifference.ADDED_REQUIRED
    shifts = charge is not None and charge.caller is not None and bool(charge.shifted)
    return FieldDifference.INSERTED if shifts else FieldDifference.ADDED_OPTIONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPair(Pair[Attribute]):
    """A field of a NamedTuple that is one on both sides; `moved` says that it has another place among the others."""

    owner: ClassPair
    moved: bool = False
    renamed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPair(Pair[Attribute]):
    """A key of a TypedDict that is one on both sides."""

    owner: ClassPair
    renamed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverloadPair(Pair[Function]):
    """A function or method that is an overload set on at least one side; its other facts are in its own pair.

    `owner` is the class's pair for a method, None for a function. `gone` and `came` are the
    forms, as text in normal form, that one side alone has; `reordered` says that both have the same forms in another
    order.
    """

    owner: ClassPair | None = None
    gone: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    reordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NestedClassPair(Pair[Class]):
    """A class inside a class that came or went."""

    owner: ClassPair
