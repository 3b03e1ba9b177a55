"""The superseded fields of data objects, for the cycle in which a field and its successor are both there.

The successor is the field that is kept. The superseded one is read through a converter, and given at construction it is
converted; so an object is made of either, and neither is required. Where neither is given it has the default of the
successor, if that has one. `dataclasses.replace` changes either: it hands over the fields that are kept, and what was
given by its superseded name counts before them.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass
from functools import cache, wraps
from typing import Any, get_type_hints

from virtapi.values import Converted

__all__ = ["FIELDS", "SupersededField", "accept_superseded", "set_aside", "superseded_fields", "superseded_hints"]

FIELDS = "_superseded_fields"
"""Where a class keeps its own."""


@dataclass(frozen=True, slots=True)
class SupersededField:
    """A field that is no longer kept, and how it becomes its successor and back."""

    annotation: str
    """The type of the field, as it is written."""
    by: str
    """Its successor."""
    to_new: Callable[[Any], Any]
    """What makes the value of the successor of that of this field."""
    to_old: Callable[[Any], Any]
    """What makes the value of this field of that of the successor."""


def set_aside(cls: type) -> Mapping[str, SupersededField]:
    """Take the superseded fields out of a class that is about to become a dataclass, and let them be read."""
    annotations: dict[str, str] = vars(cls).get("__annotations__", {})
    found: dict[str, SupersededField] = {}
    for name, value in list(vars(cls).items()):
        if isinstance(value, Converted):
            delattr(cls, name)
            if value.default is not MISSING:
                setattr(cls, name, value.default)
            elif value.to_new is not None and value.to_old is not None:
                found[name] = SupersededField(annotations.pop(name), value.by, value.to_new, value.to_old)
                setattr(cls, name, _reading(found[name]))
    return found


def accept_superseded(cls: Any, own: Mapping[str, SupersededField]) -> None:
    """Let a dataclass be constructed with its superseded fields, and those of its bases."""
    if own:
        setattr(cls, FIELDS, own)
    every = superseded_fields(cls)
    if not every:
        return
    construct = cls.__init__

    @wraps(construct)
    def __init__(self: Any, **given: Any) -> None:  # noqa: N807 - it is the one of the class
        for name in every.keys() & given.keys():
            given[every[name].by] = every[name].to_new(_fitted(cls, name, given.pop(name)))
        construct(self, **given)

    signature: Any = inspect.signature(construct)
    added = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=MISSING) for name in every]
    replaced = {old.by for old in every.values()}
    given = [
        each.replace(default=MISSING) if each.name in replaced and each.default is inspect.Parameter.empty else each
        for each in signature.parameters.values()
    ]
    made: Any = __init__
    made.__signature__ = signature.replace(parameters=[*given, *added])
    cls.__init__ = made


def superseded_fields(cls: type) -> Mapping[str, SupersededField]:
    """The superseded fields of a class and its bases, by name."""
    found: dict[str, SupersededField] = {}
    for base in reversed(cls.__mro__):
        found |= _own(base)
    return found


@cache
def superseded_hints(cls: Any) -> Mapping[str, Any]:
    """The types of the superseded fields of a class and its bases, with their metadata."""
    hints: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        written = {name: each.annotation for name, each in _own(base).items()}
        spoken = type("Written", (), {"__annotations__": written, "__module__": base.__module__})
        hints |= get_type_hints(spoken, include_extras=True)
    return hints


def _own(base: type) -> Mapping[str, SupersededField]:
    own: Mapping[str, SupersededField] = vars(base).get(FIELDS, {})
    return own


def _reading(field: SupersededField) -> property:
    return property(lambda self: field.to_old(getattr(self, field.by)))


def _fitted(cls: type, name: str, value: Any) -> Any:
    """A value that was given for a superseded field, where it fits."""
    from virtapi._checking import fit_value

    return fit_value(cls.__name__, name, superseded_hints(cls)[name], value)
