"""Whatever is wrong with a field of an object, one error says so: which object, which field, what was given, what fits."""

import dataclasses
import math
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, NewType, Union, get_args, get_origin, get_type_hints

import annotated_types as ranges
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.stubs.test_objects import OBJECTS
from virtapi.values import InvalidValue, JsonValue, Secret

NAIVE = datetime(2026, 1, 1)  # noqa: DTZ001 - that is the point


def wrong(kind: Any) -> Iterator[tuple[Any, str]]:
    """Values that do not fit a type, each with a part of what the error must say that it expects."""
    if kind is JsonValue:
        yield object, "what JSON can hold"
        return
    origin, arguments = get_origin(kind), get_args(kind)
    if isinstance(kind, NewType):
        yield from wrong(kind.__supertype__)
    elif origin is Annotated:
        yield from wrong(arguments[0])
        for limit in arguments[1:]:
            yield from outside(limit, plain(arguments[0]))
    elif origin in (Union, UnionType):
        others = [each for each in arguments if each is not NoneType]
        for value, expected in wrong(others[0]):
            yield value, expected if len(others) == 1 else ""
    elif origin in (Sequence, Set, frozenset, Mapping):
        yield from wrong_container(origin, arguments)
    elif origin is not type:
        yield from wrong_leaf(kind)


def wrong_leaf(kind: type) -> Iterator[tuple[Any, str]]:
    yield b"bytes" if kind is not bytes else "text", ""
    if kind in (int, float):
        expected = "a whole number" if kind is int else "a finite number"
        yield from ((True, expected), ("7", expected), (math.nan, expected), (math.inf, expected))
    elif kind is datetime:
        yield NAIVE, "a time with its zone"
    elif issubclass(kind, Enum):
        yield from ((next(iter(kind)).value, f"one of {kind.__name__} ("), ("no member", f"one of {kind.__name__} ("))
    elif kind is bool:
        yield from ((1, "a bool"), ("yes", "a bool"))
    elif kind is str:
        yield 7, "text"
    elif kind is not bytes:
        yield from (("text", f"a {kind.__name__}"), ({}, f"a {kind.__name__}"))


def wrong_container(origin: Any, arguments: tuple[Any, ...]) -> Iterator[tuple[Any, str]]:
    yield from ((7, ""), ("text", ""))
    if origin is Mapping:
        yield from (({key: None}, expected) for key, expected in wrong(arguments[0]) if not isinstance(key, dict))
        return
    for value, expected in wrong(arguments[0]):
        if origin is Sequence:
            yield (value,), expected
        elif not isinstance(value, dict):
            yield frozenset({value}), expected


def outside(limit: Any, kind: Any) -> Iterator[tuple[Any, str]]:
    """Values that are just outside of a range, or one that no pattern of the interface matches."""
    match limit:
        case ranges.Ge(ge=low):
            yield low - 1, f">= {low}"  # type: ignore[operator]
        case ranges.Gt(gt=low):
            yield low, f"> {low}"
        case ranges.Le(le=high):
            yield high + 1, f"<= {high}"  # type: ignore[operator]
        case ranges.MinLen(min_length=least):
            yield {str: "", bytes: b"", Sequence: (), frozenset: frozenset()}[kind], f"a length >= {least}"
        case ranges.MaxLen(max_length=most):
            yield "x" * (most + 1), f"a length <= {most}"
        case ranges.Predicate():
            yield "\n", "a match of "


def plain(kind: Any) -> Any:
    """A type without what is around it: a new type's own, a container's, an annotated one's."""
    if isinstance(kind, NewType):
        return plain(kind.__supertype__)
    return plain(get_args(kind)[0]) if get_origin(kind) is Annotated else get_origin(kind) or kind


@pytest.mark.parametrize("kind", [each for each in OBJECTS if dataclasses.fields(each)], ids=lambda kind: kind.__name__)
def test_an_object_refuses_what_does_not_fit_a_field(kind: type[Any]) -> None:
    hints = get_type_hints(kind, include_extras=True)

    @settings(max_examples=1, phases=[Phase.generate], database=None)
    @given(st.builds(kind))
    def refuses(made: Any) -> None:
        for each in dataclasses.fields(kind):
            for value, expected in wrong(hints[each.name]):
                with pytest.raises(InvalidValue) as caught:
                    dataclasses.replace(made, **{each.name: value})
                error = caught.value
                assert (error.owner, error.field) == (kind.__name__, each.name)
                assert expected in error.expected, value
                assert str(error) == f"{kind.__name__}.{each.name} is {error.value}: expected {error.expected}"
                shown = error.value.removesuffix("...")
                assert repr(value).startswith(shown) or shown == f"a {type(value).__name__} that is not shown"
                assert "\n" not in str(error)

    refuses()


def test_every_field_is_tried_with_something_wrong() -> None:
    assert [
        f"{kind.__name__}.{name}"
        for kind in OBJECTS
        for name, hint in get_type_hints(kind, include_extras=True).items()
        if not list(wrong(hint)) and not issubclass(kind, Secret)
    ] == []
