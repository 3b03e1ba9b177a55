"""How a value is fitted to the type of its field: what `virtapi.values.check_fields` does, read on first use.

Each class is read once, at its first construction; what comes out is one function a field that returns the value as it
is kept (mappings, sequences and sets frozen, a whole number made a float where a float is asked for) or raises `Unfit`.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from math import isfinite
from typing import Annotated, Any, Literal, NewType, TypeGuard, Union, get_args, get_origin, get_type_hints

from virtapi._ranges import checks_of
from virtapi.values import FrozenMapping, InvalidValue, JsonValue, Secret

Fit = Callable[[Any], Any]


class Unfit(Exception):
    """A value does not fit; the message is what would."""


def fit_fields(owner: object) -> None:
    """Check and freeze each field of a dataclass instance that is being constructed."""
    kind: Any = owner.__class__
    for name, fit, shown_at_all, hint in _fits_of(kind):
        value = getattr(owner, name)
        kept = _kept(kind.__name__, name, hint, fit, value, shown_at_all=shown_at_all)
        if kept is not value:
            object.__setattr__(owner, name, kept)


def fit_value(owner: str, name: str, hint: Any, value: Any) -> Any:
    """Check and freeze a value that is given for a field of a class, by the name of both."""
    return _kept(owner, name, hint, fit_of(hint), value)


def _kept(owner: str, name: str, hint: Any, fit: Fit, value: Any, *, shown_at_all: bool = True) -> Any:
    try:
        return fit(value)
    except Unfit as unfit:
        hidden = not shown_at_all or _holds_secret(hint, set())
        shown = f"a {type(value).__name__} that is not shown" if hidden else _shown(value)
        raise InvalidValue(owner=owner, field=name, value=shown, expected=str(unfit)) from None


@cache
def _fits_of(owner: type[Any]) -> tuple[tuple[str, Fit, bool, Any], ...]:
    """The fields of a class: name, how a value is fitted, whether `repr` shows it, and the type."""
    hints = get_type_hints(owner, include_extras=True)
    return tuple((each.name, fit_of(hints[each.name]), each.repr, hints[each.name]) for each in fields(owner))


def fit_of(kind: Any) -> Fit:
    """The function that fits a value to a type.

    Raises:
        TypeError: the type is none that a field of the interface may have.
    """
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _within(fit_of(arguments[0]), arguments[1:])
    if isinstance(kind, NewType):
        return fit_of(kind.__supertype__)
    if origin in (Union, types.UnionType):
        return _any_of([fit_of(each) for each in arguments])
    if origin is Literal:
        return _one_of(arguments)
    if kind is JsonValue:
        return _json
    if origin in _CONTAINERS:
        return _CONTAINERS[origin](*arguments)
    if origin is type:
        return _subclass_of(get_origin(arguments[0]) or arguments[0])
    if kind in _NUMBERS:
        return _NUMBERS[kind]
    if isinstance(kind, type) and kind not in _REFUSED:
        return _instance_of(kind)
    raise TypeError(f"a field cannot be of type {kind}: use a type that the interface allows")


def _whole(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool) and not isinstance(value, Enum):
        return value
    raise Unfit("a whole number")


def _real(value: Any) -> Any:
    if isinstance(value, (int, float)) and not isinstance(value, (bool, Enum)):
        try:
            number = float(value)
        except OverflowError:
            raise Unfit("a finite number") from None
        if isfinite(number):
            return value if isinstance(value, float) else number
    raise Unfit("a finite number")


def _time(value: Any) -> Any:
    """A time is kept as that of UTC: a zone is read from what is installed, and that differs from host to host."""
    if isinstance(value, datetime) and value.utcoffset() is not None:
        try:
            return value if value.tzinfo is UTC else value.astimezone(UTC)
        except OverflowError:
            pass
    raise Unfit("a time with its zone")


def _nothing(value: Any) -> Any:
    if value is not None:
        raise Unfit("None")
    return None


def _json(value: Any) -> Any:
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, float):
        return _real(value)
    if isinstance(value, int):
        return value
    if is_mapping(value):
        return FrozenMapping({_text(key): _json(each) for key, each in value.items()})
    if is_sequence(value):
        return tuple(_json(each) for each in value)
    raise Unfit("what JSON can hold")


def _text(value: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        return value
    raise Unfit("text")


_NUMBERS: dict[Any, Fit] = {
    int: _whole,
    float: _real,
    datetime: _time,
    str: _text,
    None: _nothing,
    type(None): _nothing,
}


def _instance_of(kind: type) -> Fit:
    expected = f"one of {_members(kind)}" if issubclass(kind, Enum) else f"a {kind.__name__}"

    def fit(value: Any) -> Any:
        if not isinstance(value, kind):
            raise Unfit(expected)
        return value

    return fit


def _subclass_of(kind: type) -> Fit:
    def fit(value: Any) -> Any:
        if not (isinstance(value, type) and issubclass(value, kind)):
            raise Unfit(f"a subclass of {kind.__name__}")
        return value

    return fit


def _one_of(values: tuple[Any, ...]) -> Fit:
    def fit(value: Any) -> Any:
        if not any(type(value) is type(each) and value == each for each in values):
            raise Unfit("one of " + ", ".join(map(repr, values)))
        return value

    return fit


def _any_of(fits: Sequence[Fit]) -> Fit:
    def fit(value: Any) -> Any:
        expected: list[str] = []
        for each in fits:
            try:
                return each(value)
            except Unfit as unfit:
                expected.append(str(unfit))
        raise Unfit(" or ".join(expected))

    return fit


def _mapping(key: Any, value: Any) -> Fit:
    fit_key, fit_value = fit_of(key), fit_of(value)

    def fit(given: Any) -> Any:
        if not is_mapping(given):
            raise Unfit("a mapping")
        kept = {
            _inside("a mapping with each key", fit_key, key): _inside("a mapping with each value", fit_value, value)
            for key, value in given.items()
        }
        if isinstance(given, FrozenMapping) and all(kept[key] is value for key, value in given.items()):
            return given
        return FrozenMapping(kept)

    return fit


def _sequence(item: Any, *rest: Any) -> Fit:
    if rest and rest != (...,):
        return _fixed((item, *rest))
    fit_item = fit_of(item)

    def fit(given: Any) -> Any:
        if not is_sequence(given):
            raise Unfit("a sequence")
        kept = tuple(_inside("a sequence with each item", fit_item, each) for each in given)
        same = given.__class__ is tuple and all(a is b for a, b in zip(given, kept, strict=True))
        return given if same else kept

    return fit


def _fixed(items: tuple[Any, ...]) -> Fit:
    fit_items = [fit_of(each) for each in items]

    def fit(given: Any) -> Any:
        if not _is_tuple(given) or len(given) != len(fit_items):
            raise Unfit(f"a tuple of {len(fit_items)}")
        return tuple(
            _inside("a tuple with each item", fit_item, each) for fit_item, each in zip(fit_items, given, strict=True)
        )

    return fit


def _set(item: Any) -> Fit:
    fit_item = fit_of(item)

    def fit(given: Any) -> Any:
        if not _is_set(given):
            raise Unfit("a set")
        return frozenset(_inside("a set with each item", fit_item, each) for each in given)

    return fit


def is_mapping(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(value, Mapping)


def is_sequence(value: Any) -> TypeGuard[Sequence[Any]]:
    """Whether it is a sequence of values; text and bytes are values themselves."""
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray))


def _is_tuple(value: Any) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


def _is_set(value: Any) -> TypeGuard[Set[Any]]:
    return isinstance(value, Set)


_REFUSED: tuple[Any, ...] = (Any, object, dict, list, set)
"""What may hold anything, or may change."""

_CONTAINERS: dict[Any, Callable[..., Fit]] = {
    Mapping: _mapping,
    Sequence: _sequence,
    tuple: _sequence,
    frozenset: _set,
    Set: _set,
}


def _inside(prefix: str, fit: Fit, value: Any) -> Any:
    try:
        return fit(value)
    except Unfit as unfit:
        raise Unfit(f"{prefix} {unfit}") from None


def _within(fit: Fit, limits: Sequence[Any]) -> Fit:
    """A fit that checks the ranges as well."""
    checks = [check for limit in limits for check in checks_of(limit)]
    told = ", ".join(text for text, _ in checks)

    def fit_within(value: Any) -> Any:
        try:
            kept = fit(value)
        except Unfit as unfit:
            raise Unfit(f"{unfit} ({told})" if told else str(unfit)) from None
        if kept is not None and not all(holds(kept) for _, holds in checks):
            raise Unfit(told)
        return kept

    return fit_within


def _members(kind: type[Enum]) -> str:
    return f"{kind.__name__} ({', '.join(each.name for each in kind)})"


def _holds_secret(kind: Any, seen: set[Any]) -> bool:
    """Whether a value of this type may hold a secret, so that a wrong one must not be shown either.

    A mapping given for an object may hold in plain text what the object keeps as a secret, or does not show in `repr`.
    """
    if kind is Secret:
        return True
    if isinstance(kind, type) and is_dataclass(kind):
        if kind in seen:
            return False
        seen.add(kind)
        if not all(each.repr for each in fields(kind)):
            return True
        return any(_holds_secret(each, seen) for each in (*get_type_hints(kind).values(), *kind.__subclasses__()))
    return any(_holds_secret(each, seen) for each in get_args(kind))


def _shown(value: Any) -> str:
    """A value as an error may show it: at most eighty characters."""
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
