"""How data objects are written and read, and what becomes of a field, a class or a member that one release lacks."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, replace
from functools import cache
from typing import Any, get_type_hints

from virtapi import objects
from virtapi._checking import Unfit, is_mapping
from virtapi._history import REMOVED
from virtapi._releases import order_of
from virtapi._superseding import superseded_fields, superseded_hints
from virtapi._wire.codecs import Codec, codec_of
from virtapi._wire.journey import Journey
from virtapi.contract import Since, declared
from virtapi.values import InvalidValue

__all__ = ["TYPE", "object_codec"]

TYPE = "$type"
"""Where the class of an object stands that may be of several: no field has this name."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a data object."""

    name: str
    codec: Codec
    default: Callable[[], Any] | None
    since: str | None
    essential: bool
    stands_for: str | None = None
    """The successor, where the field is superseded: it is written for releases that do not know that one."""


def object_codec(kind: Any) -> Codec:
    """A data object: of the class itself, or of a subclass, which is then named."""

    def write(value: Any, journey: Journey) -> Any:
        own = _class_of(value)
        since = declared(own).since
        if own not in _classes(kind).values():
            raise journey.lost(own.__name__, "it is no class of the interface")
        if not journey.knows(since):
            raise journey.lost(own.__name__, f"it came with {since}")
        written = {
            each.name: each.codec.write(getattr(value, each.name), journey)
            for each in _fields_of(own)
            if _is_written(own, each, value, journey)
        }
        return written if own is kind else {TYPE: own.__name__, **written}

    def read(given: Any, journey: Journey) -> Any:
        if not is_mapping(given):
            raise Unfit(f"a {kind.__name__}")
        own = _named(kind, given.get(TYPE, kind.__name__), journey)
        return _made(own, {name: each for name, each in given.items() if name != TYPE}, journey)

    return Codec(write, read)


def _class_of(value: object) -> Any:
    return value.__class__


def _is_written(owner: Any, field: _Field, value: Any, journey: Journey) -> bool:
    """Whether the release that reads has the field. What must not be lost is not left out in silence."""
    known = {each.name: each for each in _fields_of(owner)}
    if field.stands_for is not None:
        return not journey.knows(known[field.stands_for].since)
    if journey.knows(field.since):
        return True
    covered = any(each.stands_for == field.name for each in known.values())
    if covered or (field.default is not None and field.default() == getattr(value, field.name)):
        return False
    name = f"{owner.__name__}.{field.name}"
    if field.essential:
        raise journey.lost(name, f"it came with {field.since}, and must not be lost")
    if field.name in _successors(owner):
        raise journey.too_far(name, f"it came with {field.since}, in the place of what is gone")
    return False


def _made(owner: Any, given: Mapping[str, Any], journey: Journey) -> Any:
    """The object that the written fields make."""
    known = {each.name: each for each in _fields_of(owner)}
    for name in given.keys() - known.keys():
        if f"{owner.__name__}.{name}" not in REMOVED:
            raise journey.strange(f"{owner.__name__}.{name}", "no such field is known; write it with `target`")
    covered = {known[name].stands_for for name in given.keys() & known.keys()}
    for name in known.keys() - given.keys() - covered:
        if known[name].default is None and known[name].stands_for is None:
            since = known[name].since
            if since is not None and order_of(journey.written) < order_of(since):
                raise journey.too_far(f"{owner.__name__}.{name}", f"it came with {since}, and is needed")
            raise journey.strange(f"{owner.__name__}.{name}", "it is missing")
    values: dict[str, Any] = {}
    for name in given.keys() & known.keys():
        try:
            values[name] = known[name].codec.read(given[name], journey)
        except (Unfit, ValueError) as error:
            expected = f"expected {error}" if isinstance(error, Unfit) else "it does not fit"
            raise journey.strange(f"{owner.__name__}.{name}", expected) from None
    try:
        return owner(**values)
    except InvalidValue as error:
        raise journey.strange(f"{error.owner}.{error.field}", f"{error.value}: expected {error.expected}") from None


@cache
def _fields_of(owner: Any) -> tuple[_Field, ...]:
    """The fields of a class, with what they declare, and those that they supersede."""
    hints = get_type_hints(owner, include_extras=True)
    kept = [_field_of(each.name, hints[each.name], _default_of(each)) for each in fields(owner)]
    superseded = superseded_fields(owner)
    old = [
        replace(_field_of(name, hint, None), stands_for=superseded[name].by)
        for name, hint in superseded_hints(owner).items()
    ]
    return (*kept, *old)


def _field_of(name: str, hint: Any, default: Callable[[], Any] | None) -> _Field:
    said = next((each for each in getattr(hint, "__metadata__", ()) if isinstance(each, Since)), None)
    return _Field(
        name=name,
        codec=codec_of(hint),
        default=default,
        since=said.release if said else None,
        essential=said.essential if said else False,
    )


def _default_of(field: Field[Any]) -> Callable[[], Any] | None:
    if field.default_factory is not MISSING:
        return field.default_factory
    value = field.default
    return None if value is MISSING else lambda: value


@cache
def _successors(owner: Any) -> frozenset[str]:
    """The fields of a class that came in the place of others that are gone."""
    prefix = f"{owner.__name__}."
    return frozenset(by for name, (_, by) in REMOVED.items() if by is not None and name.startswith(prefix))


def _named(kind: Any, name: Any, journey: Journey) -> Any:
    """The class of a name, among `kind` and what derives from it."""
    for wanted in (name, REMOVED.get(str(name), ("", None))[1]):
        found = _classes(kind).get(wanted)
        if found is not None:
            return found
    removed = REMOVED.get(str(name))
    raise journey.strange(str(name), f"it is gone since {removed[0]}" if removed else f"it is no {kind.__name__} here")


@cache
def _classes(kind: Any) -> Mapping[Any, type[Any]]:
    """A class of the interface and all that derive from it, by their names."""
    for module in pkgutil.iter_modules(objects.__path__, f"{objects.__name__}."):
        importlib.import_module(module.name)
    found, left = dict[Any, type[Any]](), [kind]
    while left:
        each = left.pop()
        if each.__module__.partition(".")[0] == __name__.partition(".")[0]:
            found.setdefault(each.__name__, each)
        left.extend(each.__subclasses__())
    return found
