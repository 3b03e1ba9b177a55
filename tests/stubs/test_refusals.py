"""Whatever is wrong with a field, one error says so: which object or exception, which field, what was given, what fits."""

import dataclasses
import math
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, NewType, Union, get_args, get_origin, get_type_hints

import annotated_types as ranges
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from tests.stubs.test_objects import EVERY
from virtapi.values import InvalidValue, JsonValue, Secret

NAIVE = datetime(2026, 1, 1)  # noqa: DTZ001 - that is the point


Wrong = Iterator[tuple[Any, Sequence[str]]]
"""Values that do not fit, each with parts of what the error must say that it expects."""


def wrong(kind: Any) -> Wrong:
    """Values that do not fit a type."""
    if kind is JsonValue:
        yield object, ["what JSON can hold"]
        return
    origin, arguments = get_origin(kind), get_args(kind)
    if isinstance(kind, NewType):
        yield from wrong(kind.__supertype__)
    elif origin is Annotated:
        beyond = list(outside(arguments[1:], plain(arguments[0])))
        told = [part for _, parts in beyond for part in parts]
        yield from ((value, [*parts, *told]) for value, parts in wrong(arguments[0]))
        yield from beyond
    elif origin in (Union, UnionType):
        others = [each for each in arguments if each is not NoneType]
        for value, parts in wrong(others[0]):
            yield value, parts if len(others) == 1 else []
    elif origin in (Sequence, Set, frozenset, Mapping):
        yield from wrong_container(origin, arguments)
    elif origin is not type:
        yield from wrong_leaf(kind)


def wrong_leaf(kind: type) -> Wrong:
    fits = {int: "a whole number", float: "a finite number", str: "text", datetime: "a time with its zone"}
    expected = f"one of {kind.__name__} (" if issubclass(kind, Enum) else fits.get(kind, f"a {kind.__name__}")
    values: list[Any] = [b"bytes" if kind is not bytes else "text", {}]
    if kind in (int, float):
        values += [True, "7", math.nan, math.inf]
    elif kind is datetime:
        values += [NAIVE, "2026-01-01T00:00:00Z"]
    elif issubclass(kind, Enum):
        values += [next(iter(kind)).value, "no member"]
    elif kind is bool:
        values += [1, "yes"]
    elif kind is not bytes:
        values.append(7 if kind is str else "text")
    yield from ((value, [expected]) for value in values)


def wrong_container(origin: Any, arguments: tuple[Any, ...]) -> Wrong:
    expected = [{Sequence: "a sequence", Mapping: "a mapping"}.get(origin, "a set")]
    yield from ((7, expected), ("text", expected))
    for value, parts in wrong(arguments[0]):
        if origin is Sequence:
            yield (value,), [*expected, *parts]
        elif not isinstance(value, dict):
            yield {value: None} if origin is Mapping else frozenset({value}), [*expected, *parts]
    if origin is Mapping:
        key = a_key(arguments[0])
        yield from (({key: value}, [*expected, *parts]) for value, parts in wrong(arguments[1]))


@cache
def a_key(kind: Any) -> Any:
    """A key that fits, so that only the value does not."""
    return find(st.from_type(kind), lambda _: True, settings=settings(database=None, max_examples=5))


def outside(limits: Sequence[Any], kind: Any) -> Wrong:
    """Values that are just outside of ranges, or one that no pattern of the interface matches."""
    for limit in limits:
        match limit:
            case ranges.Ge(ge=low):
                yield low - 1, [f">= {low}"]  # type: ignore[operator]
            case ranges.Gt(gt=low):
                yield low, [f"> {low}"]
            case ranges.Le(le=high):
                yield high + 1, [f"<= {high}"]  # type: ignore[operator]
            case ranges.MinLen(min_length=least):
                yield {str: "", bytes: b"", Sequence: (), frozenset: frozenset()}[kind], [f"a length >= {least}"]
            case ranges.MaxLen(max_length=most):
                yield "x" * (most + 1), [f"a length <= {most}"]
            case ranges.Predicate(func=holds):
                yield "\n", [f"a match of {re_of(holds)}"]


def re_of(fullmatch: Any) -> str:
    """The pattern that a range for text asks for, by its bound method."""
    return str(fullmatch.__self__.pattern)


def plain(kind: Any) -> Any:
    """A type without what is around it: a new type's own, a container's, an annotated one's."""
    if isinstance(kind, NewType):
        return plain(kind.__supertype__)
    return plain(get_args(kind)[0]) if get_origin(kind) is Annotated else get_origin(kind) or kind


@pytest.mark.parametrize("kind", [each for each in EVERY if dataclasses.fields(each)], ids=lambda kind: kind.__name__)
def test_an_object_refuses_what_does_not_fit_a_field(kind: type[Any]) -> None:
    hints = get_type_hints(kind, include_extras=True)
    tried = {each.name: list(wrong(hints[each.name])) for each in dataclasses.fields(kind)}

    @settings(max_examples=1, phases=[Phase.generate], database=None)
    @given(st.builds(kind))
    def refuses(made: Any) -> None:
        given = {each.name: getattr(made, each.name) for each in dataclasses.fields(kind)}
        for name, values in tried.items():
            for value, parts in values:
                with pytest.raises(InvalidValue) as caught:
                    kind(**given | {name: value})
                error = caught.value
                assert (error.owner, error.field) == (kind.__name__, name)
                assert [part for part in parts if part not in error.expected] == [], value
                assert str(error) == f"{kind.__name__}.{name} is {error.value}: expected {error.expected}"
                shown = error.value.removesuffix("...")
                assert repr(value).startswith(shown) or shown == f"a {type(value).__name__} that is not shown"
                assert "\n" not in str(error)

    refuses()


def test_every_field_is_tried_with_something_wrong() -> None:
    assert [
        f"{kind.__name__}.{name}"
        for kind in EVERY
        for name, hint in get_type_hints(kind, include_extras=True).items()
        if get_origin(hint) is not ClassVar and not list(wrong(hint)) and not issubclass(kind, Secret)
    ] == []
