"""How a value of each type is written and read.

Each type is looked at once; what comes out are two functions, from a value to what JSON has for it, and back. What is
read is not judged here but for its shape: constructing the object does that.
"""

from __future__ import annotations

import json
import types
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from ipaddress import IPv4Address, IPv6Address
from typing import Annotated, Any, NewType, Union, get_args, get_origin
from uuid import UUID

from virtapi._checking import Fit, Unfit, fit_of, is_mapping, is_sequence
from virtapi._history import RELEASES, REMOVED
from virtapi._wire.journey import Journey
from virtapi.contract import declared
from virtapi.values import JsonValue, Secret

__all__ = ["Codec", "codec_of"]


@dataclass(frozen=True, slots=True)
class Codec:
    """How a value of one type becomes what JSON has, and back: `read` raises `Unfit` or `ValueError` of another."""

    write: Callable[[Any, Journey], Any]
    read: Callable[[Any, Journey], Any]


def codec_of(kind: Any) -> Codec:
    """The codec of a type that a field of the interface may have.

    Raises:
        TypeError: it is none.
    """
    return _codec_of(kind)


@cache
def _codec_of(kind: Any) -> Codec:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return codec_of(arguments[0])
    if isinstance(kind, NewType):
        return codec_of(kind.__supertype__)
    if origin in (Union, types.UnionType):
        return _one_of(arguments)
    if origin in _CONTAINERS:
        return _CONTAINERS[origin](*arguments)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _member(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        from virtapi._wire.objects import object_codec  # which needs this module

        return object_codec(kind)
    raise TypeError(f"a value of type {kind} cannot be written: use a type that the interface allows")


def _as_it_is(*kinds: type) -> Codec:
    """What JSON has itself."""

    def read(given: Any, _: Journey) -> Any:
        if type(given) not in kinds:
            raise Unfit(" or ".join(each.__name__ for each in kinds))
        return given

    return Codec(lambda value, _: value, read)


def _as_text(kind: type, write: Callable[[Any], str] = str, read: Callable[[str], Any] | None = None) -> Codec:
    """What is written as text."""
    made = read or kind

    def read_text(given: Any, _: Journey) -> Any:
        if not isinstance(given, str):
            raise Unfit(f"text of a {kind.__name__}")
        return made(given)

    return Codec(lambda value, _: write(value), read_text)


_PLAIN: dict[Any, Codec] = {
    bool: _as_it_is(bool),
    int: _as_it_is(int),
    float: _as_it_is(float, int),
    str: _as_it_is(str),
    type(None): _as_it_is(type(None)),
    None: _as_it_is(type(None)),
    JsonValue: Codec(lambda value, _: _thawed(value), lambda given, _: given),
    Secret: _as_text(Secret, Secret.reveal),
    UUID: _as_text(UUID),
    IPv4Address: _as_text(IPv4Address),
    IPv6Address: _as_text(IPv6Address),
    datetime: _as_text(datetime, datetime.isoformat, datetime.fromisoformat),
    bytes: _as_text(bytes, lambda value: b64encode(value).decode(), lambda text: b64decode(text, validate=True)),
}


def _thawed(value: Any) -> Any:
    """What was frozen, as JSON has it."""
    if is_mapping(value):
        return {key: _thawed(each) for key, each in value.items()}
    return [_thawed(each) for each in value] if is_sequence(value) else value


def _one_of(kinds: Sequence[Any]) -> Codec:
    """One of several types: the first that has the value."""
    arms = [(fit_of(each), codec_of(each)) for each in kinds]
    if sum(is_dataclass(each) for each in kinds) > 1:
        raise TypeError(f"{' | '.join(map(str, kinds))} cannot be told apart: use a base with a subclass a kind")

    def write(value: Any, journey: Journey) -> Any:
        return next(codec for fit, codec in arms if _fits(fit, value)).write(value, journey)

    def read(given: Any, journey: Journey) -> Any:
        expected: list[str] = []
        for _, codec in arms:
            try:
                return codec.read(given, journey)
            except (Unfit, ValueError) as unfit:
                expected.append(str(unfit))
        raise Unfit(" or ".join(expected))

    return Codec(write, read)


def _member(kind: type[Enum]) -> Codec:
    """A member of an enum, by its value: two names of one value are one member."""
    came = declared(kind).since_members
    brought = declared(kind).since
    written_as: set[type] = {type(each.value) for each in kind}

    def write(value: Any, journey: Journey) -> Any:
        since = came.get(value.name, brought)
        if not journey.knows(since):
            raise journey.lost(f"{kind.__name__}.{value.name}", f"it came with {since}")
        return value.value

    def read(given: Any, journey: Journey) -> Any:
        if type(given) not in written_as:
            raise Unfit(f"one of {kind.__name__}")
        for _ in range(len(RELEASES)):
            if given in kind._value2member_map_:
                return kind(given)
            release, successor = REMOVED.get(f"{kind.__name__}={given}", ("", None))
            if successor is None:
                why = f"it is gone since {release}" if release else "no such member is known"
                raise journey.strange(f"{kind.__name__}({given!r})", why)
            given = successor
        raise Unfit(f"one of {kind.__name__}")

    return Codec(write, read)


def _sequence(item: Any, *rest: Any) -> Codec:
    """Items in order; those of a `tuple[X, Y]` have a type each."""
    several = [codec_of(each) for each in (item, *rest) if each is not ...]
    same = not rest or rest == (...,)

    def write(value: Any, journey: Journey) -> Any:
        codecs = several * len(value) if same else several
        return [codec.write(each, journey) for codec, each in zip(codecs, value, strict=True)]

    def read(given: Any, journey: Journey) -> Any:
        if not is_sequence(given) or not (same or len(given) == len(several)):
            raise Unfit("a list" if same else f"a list of {len(several)}")
        codecs = several * len(given) if same else several
        return tuple(codec.read(each, journey) for codec, each in zip(codecs, given, strict=True))

    return Codec(write, read)


def _set(item: Any) -> Codec:
    """Items in no order; they are written in one, so that equal objects are written equally."""
    items = _sequence(item)

    def write(value: Any, journey: Journey) -> Any:
        return sorted(items.write(tuple(value), journey), key=json.dumps)

    return Codec(write, lambda given, journey: frozenset(items.read(given, journey)))


def _mapping(key: Any, value: Any) -> Codec:
    """Pairs, because JSON has no keys but text; in one order, so that equal objects are written equally."""
    pairs = _sequence(tuple[key, value], ...)

    def write(given: Any, journey: Journey) -> Any:
        return sorted(pairs.write(tuple(given.items()), journey), key=json.dumps)

    def read(given: Any, journey: Journey) -> Any:
        return dict(pairs.read(tuple(given.items()) if is_mapping(given) else given, journey))

    return Codec(write, read)


_CONTAINERS: dict[Any, Callable[..., Codec]] = {
    Mapping: _mapping,
    Sequence: _sequence,
    tuple: _sequence,
    frozenset: _set,
    Set: _set,
}


def _fits(fit: Fit, value: Any) -> bool:
    try:
        fit(value)
    except Unfit:
        return False
    return True
