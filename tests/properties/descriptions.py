"""Packages to compare, as small plain data: texts are rendered from it, edits are functions on it, and it shrinks well.

Names are unique in a package, so that `Driver.spawn(flavor)` says which element is meant, whatever module exports it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import ParameterKind
from virtapi_analyzer.model.interface import Flow

UNION = "|"


@dataclass(frozen=True, slots=True)
class Type:
    """A type: `int`, `list` of something, a union of several (`UNION`), a `Literal` (its texts are heads)."""

    head: str
    inner: tuple["Type", ...] = ()


INT = Type("int")


@dataclass(frozen=True, slots=True)
class Parameter:
    """`default` is source text, None for a required one."""

    name: str
    kind: ParameterKind = ParameterKind.POSITIONAL_OR_KEYWORD
    type: Type = INT
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Function:
    """A function or method. `forms` are the types of an overload set that takes and gives each of them (then there
    are no parameters); `refuses` says that its body is `raise NotImplementedError`; `raises` names built-in
    exceptions, None where nothing is declared; `binding` is the decorator; `marks` are words of the contract."""

    name: str
    parameters: tuple[Parameter, ...] = ()
    returns: Type = INT
    forms: tuple[Type, ...] = ()
    asynchronous: bool = False
    raises: tuple[str, ...] | None = None
    binding: str | None = None
    abstract: bool = False
    final: bool = False
    refuses: bool = False
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a class."""

    name: str
    type: Type = INT
    settable: bool = False
    deletable: bool = False
    abstract: bool = False


@dataclass(frozen=True, slots=True)
class Variable:
    """A constant of a module or an attribute of a class; `value` is source text, None where there is none."""

    name: str
    type: Type = INT
    value: str | None = None
    final: bool = False


Member = Function | Property | Variable


@dataclass(frozen=True, slots=True)
class Class:
    """An ordinary class; its base, if any, stands in the same module."""

    name: str
    members: tuple[Member, ...] = ()
    role: Role | None = None
    base: str | None = None
    final: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a dataclass or NamedTuple, or a key of a TypedDict (`optional`: NotRequired)."""

    name: str
    type: Type = INT
    default: str | None = None
    keyword_only: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Data:
    """A class of values: `kind` is `dataclass`, `NamedTuple` or `TypedDict`, `options` the dataclass's own.

    `flow` is where a driver sends it; `tag` names the driver's methods that do, and outlives a new name.
    """

    name: str
    kind: str
    fields: tuple[Field, ...]
    tag: str
    flow: Flow = Flow.NOWHERE
    options: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Choice:
    """An enum; its members are variables with values. `flow` and `tag` as those of `Data`."""

    name: str
    members: tuple[Variable, ...]
    tag: str
    flow: Flow = Flow.NOWHERE
    base: str = "Enum"
    open: bool = False


@dataclass(frozen=True, slots=True)
class Error:
    """An exception with a built-in base."""

    name: str
    base: str = "Exception"


@dataclass(frozen=True, slots=True)
class Alias:
    """A public name of a type."""

    name: str
    type: Type


@dataclass(frozen=True, slots=True)
class Import:
    """A public name of something in the standard library: `collections.OrderedDict`."""

    name: str
    target: str


Part = Member | Field
Definition = Function | Variable | Class | Data | Choice | Error | Alias | Import


@dataclass(frozen=True, slots=True)
class Package:
    """`pkg` and `pkg.sub`; of what the latter defines, the former exports `reexported` too. What is `hidden` does not
    stand in the `__all__` of its module."""

    root: tuple[Definition, ...]
    sub: tuple[Definition, ...] = ()
    reexported: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    def definitions(self) -> Iterator[Definition]:
        """Everything that stands in a module."""
        yield from (*self.root, *self.sub)

    def flowing(self) -> Iterator[Data | Choice]:
        """What the driver named `Carrier` gives and takes."""
        return (d for d in self.definitions() if isinstance(d, Data | Choice) and d.flow)

    def named(self, name: str) -> Definition:
        """The definition of that name, which must be there."""
        return next(each for each in self.definitions() if each.name == name)

    def with_part(self, owner: str, name: str, part: Part | None) -> "Package":
        """The package with a member or field of one class replaced, dropped (None), or added behind the others."""
        kind = self.named(owner)
        if isinstance(kind, Data):
            fields = _replaced(kind.fields, name, part if isinstance(part, Field) else None)
            return self.with_definition(owner, replace(kind, fields=fields))
        if isinstance(kind, Choice):
            values = _replaced(kind.members, name, part if isinstance(part, Variable) else None)
            return self.with_definition(owner, replace(kind, members=values))
        assert isinstance(kind, Class), f"{owner} has no parts"
        members = _replaced(kind.members, name, None if isinstance(part, Field) else part)
        return self.with_definition(owner, replace(kind, members=members))

    def with_definition(self, name: str, definition: Definition | None) -> "Package":
        """The package with the definition of that name replaced, dropped (None), or added."""
        if all(each.name != name for each in self.definitions()):
            return replace(self, root=(*self.root, definition)) if definition is not None else self
        root, sub = (
            tuple(new for each in module for new in [definition if each.name == name else each] if new is not None)
            for module in (self.root, self.sub)
        )
        now = definition.name if definition is not None else None
        reexported = tuple(
            new for each in self.reexported for new in [now if each == name else each] if new is not None
        )
        return replace(self, root=root, sub=sub, reexported=reexported)


N = TypeVar("N", Definition, Member, Variable, Field)


def _replaced(listed: tuple[N, ...], name: str, new: N | None) -> tuple[N, ...]:
    made: list[N] = []
    for each in listed:
        if each.name != name:
            made.append(each)
        elif new is not None:
            made.append(new)
    if new is not None and all(each.name != name for each in listed):
        made.append(new)
    return tuple(made)
