"""What an element of the interface declares beside its signature: the whole vocabulary, and how to read it back.

Each word sets one attribute on the class or function that it stands on and changes nothing else. `declared` reads what
stands on an element itself: nothing is inherited, so a subclass that says nothing has declared nothing.

On a method the words stand below `abstractmethod`, `classmethod`, `staticmethod` and `property`, next to the function:

    @abstractmethod
    @raises(InstanceNotFound)
    def pause(self, call: Call, instance: Instance, /) -> None: ...

`Since` and `Superseded` are the same words for what takes no decorator: they stand in `Annotated`, on a field, a
parameter or a constant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import FunctionType, MappingProxyType, MethodType
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeGuard, TypeVar

if TYPE_CHECKING:
    from virtapi.flags import Capability

__all__ = [
    "Declared",
    "Role",
    "Since",
    "Superseded",
    "capability",
    "concurrent",
    "declared",
    "default_for",
    "driver_interface",
    "experimental",
    "fallback_for",
    "host_interface",
    "implicit",
    "open_base",
    "open_enum",
    "raises",
    "requires",
    "since",
    "since_members",
    "superseded",
    "superseded_members",
]

_Class = TypeVar("_Class", bound=type)
_Function = TypeVar("_Function", bound=Callable[..., object])
_Element = TypeVar("_Element", bound=Callable[..., object])  # a class or a function
_Value = TypeVar("_Value")

_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})

_ROLE: Final = "_contract_role"
_CAPABILITY: Final = "_contract_capability"
_RAISES: Final = "_contract_raises"
_CONCURRENT: Final = "_contract_concurrent"
_SINCE: Final = "_contract_since"
_SINCE_MEMBERS: Final = "_contract_since_members"
_SUPERSEDED: Final = "_contract_superseded"
_SUPERSEDED_MEMBERS: Final = "_contract_superseded_members"
_EXPERIMENTAL: Final = "_contract_experimental"
_OPEN_ENUM: Final = "_contract_open_enum"
_OPEN_BASE: Final = "_contract_open_base"
_IMPLICIT: Final = "_contract_implicit"
_REQUIRES: Final = "_contract_requires"
_DEFAULT_FOR: Final = "_contract_default_for"
_FALLBACK_FOR: Final = "_contract_fallback_for"


class Role(Enum):
    """Who implements a class; the other side calls it."""

    DRIVER = "driver"
    """Drivers implement it, the host calls it."""
    HOST = "host"
    """The host implements it, drivers call it."""


@dataclass(frozen=True, slots=True)
class Since:
    """In `Annotated` on a field, a parameter or a constant: the release that brought it."""

    release: str
    """Such as `2026.2`."""
    essential: bool = field(default=False, kw_only=True)
    """Whether it can't be left out for an older release, unless it has its default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded:
    """In `Annotated` on a field or a constant, and for enum members: it goes after the next cycle."""

    by: str | None
    """What to use instead: a name beside this one, or `Class.name`. None: there is no successor."""
    since: str
    """The release that superseded it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What one class or function has declared itself. What was not declared is None, empty or False."""

    role: Role | None = None
    """Who implements the class."""
    capability: Capability | None = None
    """The flag that goes with the ability."""
    raises: tuple[type[Exception], ...] | None = None
    """None: nothing was declared. Empty: declared to let out only what every method may."""
    concurrent: bool = False
    """Whether the method may be called while another call for the same instance runs."""
    since: str | None = None
    """The release that brought the class or method."""
    since_members: Mapping[str, str] = field(default_factory=dict[str, str])
    """The releases that brought later members of the enum, by their names."""
    superseded: Superseded | None = None
    """What to use instead of the class or method."""
    superseded_members: Mapping[str, Superseded] = field(default_factory=dict[str, Superseded])
    """What to use instead of members of the enum, by their names."""
    experimental: bool = False
    """Whether the class or method may change at any time."""
    open_enum: bool = False
    """Whether members will be added to the enum."""
    open_base: bool = False
    """Whether subclasses of the class will be added."""
    implicit: bool = False
    """Whether every method may let out the exception."""
    requires: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """What members of the enum need of its other members, by their names."""
    default_for: str | None = None
    """The `Class.method` that the function is the body of."""
    fallback_for: str | None = None
    """The `Class.method`, or the field, that the function stands in for during a cycle."""


def driver_interface(cls: _Class, /) -> _Class:
    """Say that drivers implement this class and that the host calls it."""
    return _mark(cls, _ROLE, Role.DRIVER)


def host_interface(cls: _Class, /) -> _Class:
    """Say that the host implements this class and that drivers call it."""
    return _mark(cls, _ROLE, Role.HOST)


def capability(flag: Capability, /) -> Callable[[_Class], _Class]:
    """Say which flag goes with an ability. Each ability has exactly one, each flag at most one ability."""

    def mark(cls: _Class) -> _Class:
        return _mark(cls, _CAPABILITY, flag)

    return mark


def raises(*errors: type[Exception]) -> Callable[[_Function], _Function]:
    """Say all that a method may let out, subclasses included, beside what every method may.

    Every method may let out `HypervisorUnavailable`, `DriverFailure`, and whatever `HostError` the host's own services
    raised into it. `@raises()` says that there is nothing else.
    """

    def mark(function: _Function) -> _Function:
        return _mark(function, _RAISES, errors)

    return mark


def concurrent(function: _Function, /) -> _Function:
    """Say that a method may be called while another call for the same instance runs. The host serialises all others."""
    return _mark(function, _CONCURRENT, True)


def since(release: str, /) -> Callable[[_Element], _Element]:
    """Say which release brought a class or method. What says nothing was there in the first."""

    def mark(element: _Element) -> _Element:
        return _mark(element, _SINCE, release)

    return mark


def since_members(**members: str) -> Callable[[_Class], _Class]:
    """Say which release brought a member of an enum: `@since_members(NEW="2026.2")`."""

    def mark(cls: _Class) -> _Class:
        return _mark(cls, _SINCE_MEMBERS, MappingProxyType(_members_of(cls, members)))

    return mark


def superseded(*, by: str | None, since: str) -> Callable[[_Element], _Element]:
    """Say that a method or class goes after the next cycle.

    Args:
        by: what to use instead, a name beside this one or `Class.name`; None where there is no successor.
        since: the release that superseded it.
    """

    def mark(element: _Element) -> _Element:
        return _mark(element, _SUPERSEDED, Superseded(by=by, since=since))

    return mark


def superseded_members(**members: Superseded) -> Callable[[_Class], _Class]:
    """Say which members of an enum go after the next cycle: `OLD=Superseded(by="NEW", since="2026.2")`."""

    def mark(cls: _Class) -> _Class:
        return _mark(cls, _SUPERSEDED_MEMBERS, MappingProxyType(_members_of(cls, members)))

    return mark


def experimental(element: _Element, /) -> _Element:
    """Say that a class or method may change at any time. No stable element may need it."""
    return _mark(element, _EXPERIMENTAL, True)


def open_enum(cls: _Class, /) -> _Class:
    """Say that members will be added: who reads a value of this enum needs a default branch."""
    return _mark(cls, _OPEN_ENUM, True)


def open_base(cls: _Class, /) -> _Class:
    """Say that subclasses will be added: who reads a value of this class needs a default branch."""
    return _mark(cls, _OPEN_BASE, True)


def implicit(error: _Class, /) -> _Class:
    """Say that every method may let out this exception, so that no `raises` has to name it."""
    return _mark(error, _IMPLICIT, True)


def requires(**members: tuple[str, ...]) -> Callable[[_Class], _Class]:
    """Say what members of an enum need of its other members: `@requires(VOLUME_MULTIATTACH=("VOLUME_ATTACH",))`."""

    def mark(cls: _Class) -> _Class:
        _members_of(cls, {name: None for needed in members.values() for name in needed})
        return _mark(cls, _REQUIRES, MappingProxyType(_members_of(cls, members)))

    return mark


def default_for(method: str, /) -> Callable[[_Function], _Function]:
    """In `virtapi.defaults`: name the `Class.method` that this function is the body of."""

    def mark(function: _Function) -> _Function:
        return _mark(function, _DEFAULT_FOR, method)

    return mark


def fallback_for(method: str, /) -> Callable[[_Function], _Function]:
    """In `virtapi.fallbacks`: name the `Class.method` (or field) that this function stands in for during a cycle."""

    def mark(function: _Function) -> _Function:
        return _mark(function, _FALLBACK_FOR, method)

    return mark


def declared(element: object, /) -> Declared:
    """Read what a class, function or property has declared itself; nothing that a base class declared is in it."""
    own = _own(element)
    return Declared(
        role=own.get(_ROLE),
        capability=own.get(_CAPABILITY),
        raises=own.get(_RAISES),
        concurrent=own.get(_CONCURRENT, False),
        since=own.get(_SINCE),
        since_members=own.get(_SINCE_MEMBERS, _NOTHING),
        superseded=own.get(_SUPERSEDED),
        superseded_members=own.get(_SUPERSEDED_MEMBERS, _NOTHING),
        experimental=own.get(_EXPERIMENTAL, False),
        open_enum=own.get(_OPEN_ENUM, False),
        open_base=own.get(_OPEN_BASE, False),
        implicit=own.get(_IMPLICIT, False),
        requires=own.get(_REQUIRES, _NOTHING),
        default_for=own.get(_DEFAULT_FOR),
        fallback_for=own.get(_FALLBACK_FOR),
    )


def _mark(element: _Element, name: str, value: object) -> _Element:
    """Set one mark. A property and the like have no place for it: the word must stand next to the function."""
    marked: object = element
    if not isinstance(marked, (type, FunctionType)):
        word = name.removeprefix("_contract_")
        raise TypeError(f"{word} stands on a {type(element).__name__}: put it directly above the function")
    setattr(element, name, value)
    return element


def _own(element: object) -> Mapping[str, Any]:
    """What stands on the element itself; a property, class method or static method stands for its function."""
    if isinstance(element, property):
        element = element.fget
    elif _is_wrapper(element):
        element = element.__func__
    return vars(element) if isinstance(element, (type, FunctionType)) else _NOTHING


class _Wrapper(Protocol):
    @property
    def __func__(self) -> object: ...


def _is_wrapper(element: object) -> TypeGuard[_Wrapper]:
    return isinstance(element, (classmethod, staticmethod, MethodType))


def _members_of(cls: type, named: Mapping[str, _Value]) -> dict[str, _Value]:
    """`named`, after a look that each name is a member of the enum `cls`."""
    members: Mapping[str, object] = getattr(cls, "__members__", {})
    for name in named:
        if name not in members:
            raise TypeError(f"{cls.__name__} has no member {name}")
    return dict(named)
