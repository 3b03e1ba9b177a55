"""How the classes of data objects are made, at a cost that importing them can bear."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

from virtapi._superseding import accept_superseded, set_aside

__all__ = ["data"]

_Object = TypeVar("_Object")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def data(cls: type[_Object]) -> type[_Object]:
    """Make a data object: what a stub says as `@dataclass(frozen=True, slots=True, kw_only=True)`, and no less.

    A dataclass gets methods of its own for comparing, hashing and showing, each compiled whenever the interface is
    imported. Here all classes share them: that is a fifth of the time that importing everything takes.
    """
    for name, method in _SHARED.items():
        setattr(cls, name, method)
    superseded = set_aside(cls)
    made = dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)(cls)
    accept_superseded(made, superseded)
    return made


def _equals(self: Any, other: Any, /) -> Any:
    """Whether it is an object of the same class with equal fields."""
    if other.__class__ is not self.__class__:
        return NotImplemented
    values = _reader(self.__class__)
    return values(self) == values(other)


def _hash_of(self: Any, /) -> int:
    """Of the fields."""
    return hash(_reader(self.__class__)(self))


def _shown(self: Any, /) -> str:
    """As it is constructed, without what may hold secrets."""
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{self.__class__.__qualname__}({shown})"


_SHARED: Mapping[str, Callable[..., object]] = {"__eq__": _equals, "__hash__": _hash_of, "__repr__": _shown}


@cache
def _reader(cls: Any) -> Callable[[Any], object]:
    """What reads at once all fields of an object of a class that count when it is compared."""
    names = [each.name for each in fields(cls) if each.compare]
    return attrgetter(*names) if names else lambda _: ()
