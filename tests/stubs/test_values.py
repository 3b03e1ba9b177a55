"""A value that does not fit is refused where it is made; one that fits cannot change afterwards."""

import copy
import math
import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, ClassVar, Literal, NewType

import pytest
from annotated_types import Ge, Gt, Interval, Le, Len, Lt, MultipleOf
from hypothesis import given
from hypothesis import strategies as st

from virtapi.values import FieldError, FrozenMapping, InvalidValue, JsonValue, Secret, check_fields, matches, raisable

MiB = NewType("MiB", int)


class Colour(Enum):
    RED = "red"
    GREEN = "green"


class Number(int, Enum):
    ONE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    size: Annotated[MiB, Ge(1)] = MiB(1)

    def __post_init__(self) -> None:
        check_fields(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A field of every kind that the interface has."""

    text: str = ""
    short: Annotated[str, Len(1, 3)] = "a"
    mac: Annotated[str, matches("[0-9a-f]{2}")] = "0a"
    size: Annotated[MiB, Ge(1), Le(10)] = MiB(1)
    inside: Annotated[int, Interval(gt=0, lt=9)] = 1
    odd: Annotated[int, MultipleOf(3)] = 0
    share: Annotated[float, Gt(0), Lt(2)] = 1.0
    flag: bool = False
    data: bytes = b""
    colour: Colour = Colour.RED
    when: datetime | None = None
    inner: Inner | None = None
    maybe: Annotated[MiB, Ge(1)] | None = None
    names: Sequence[str] = ()
    pair: tuple[int, str] = (1, "a")
    colours: frozenset[Colour] = frozenset()
    sizes: Mapping[str, Annotated[MiB, Ge(1)]] = FrozenMapping({})
    json: JsonValue = None
    secret: Secret | None = None
    kinds: frozenset[type[Inner]] = frozenset()
    mode: Literal["r", "w"] = "r"

    def __post_init__(self) -> None:
        check_fields(self)


def thing(**fields: Any) -> Thing:
    return Thing(**fields)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("text", 1, "text"),
        ("text", None, "text"),
        ("short", "", "a length >= 1, a length <= 3"),
        ("short", "long", "a length >= 1, a length <= 3"),
        ("mac", "0A", r"a match of [0-9a-f]{2}"),
        ("size", 0, ">= 1, <= 10"),
        ("size", 11, ">= 1, <= 10"),
        ("size", True, "a whole number (>= 1, <= 10)"),
        ("size", "1", "a whole number (>= 1, <= 10)"),
        ("size", 1.0, "a whole number (>= 1, <= 10)"),
        ("size", Number.ONE, "a whole number (>= 1, <= 10)"),
        ("inside", 9, "> 0, < 9"),
        ("odd", 4, "a multiple of 3"),
        ("share", math.nan, "a finite number (> 0, < 2)"),
        ("share", math.inf, "a finite number (> 0, < 2)"),
        ("share", 10**400, "a finite number (> 0, < 2)"),
        ("share", True, "a finite number (> 0, < 2)"),
        ("share", Decimal(1), "a finite number (> 0, < 2)"),
        ("flag", 1, "a bool"),
        ("data", "text", "a bytes"),
        ("colour", "red", "one of Colour (RED, GREEN)"),
        ("when", datetime(2026, 1, 1), "a time with its zone or None"),  # noqa: DTZ001 - that is the point
        ("inner", {"size": 1}, "a Inner or None"),
        ("maybe", 0, ">= 1 or None"),
        ("names", "text", "a sequence"),
        ("names", ["a", 1], "a sequence with each item text"),
        ("names", {"a"}, "a sequence"),
        ("pair", (1,), "a tuple of 2"),
        ("pair", ("a", 1), "a tuple with each item a whole number"),
        ("colours", ["red"], "a set"),
        ("colours", {"red"}, "a set with each item one of Colour (RED, GREEN)"),
        ("sizes", [], "a mapping"),
        ("sizes", {"a": 0}, "a mapping with each value >= 1"),
        ("sizes", {1: 1}, "a mapping with each key text"),
        ("json", {1: 1}, "text"),
        ("json", math.inf, "a finite number"),
        ("json", object, "what JSON can hold"),
        ("kinds", {Thing}, "a set with each item a subclass of Inner"),
        ("mode", "x", "one of 'r', 'w'"),
    ],
)
def test_what_does_not_fit_is_named_with_its_field_and_what_would(field: str, value: object, expected: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        thing(**{field: value})
    assert caught.value.expected == expected
    assert str(caught.value) == f"Thing.{field} is {caught.value.value}: expected {expected}"
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_what_is_long_is_shortened_in_the_message() -> None:
    with pytest.raises(InvalidValue) as caught:
        thing(size="x" * 1000)
    assert len(caught.value.value) == 80


def test_what_is_held_cannot_change() -> None:
    names, sizes = ["a"], {"a": MiB(1)}
    made = thing(names=names, sizes=sizes, json={"a": [1, {"b": None}]}, colours={Colour.RED})
    names.append("b")
    sizes["b"] = MiB(2)
    assert made.names == ("a",)
    assert made.sizes == {"a": 1}
    assert made.json == FrozenMapping({"a": (1, FrozenMapping({"b": None}))})
    assert isinstance(made.colours, frozenset)
    assert hash(made) == hash(copy.deepcopy(made)) == hash(pickle.loads(pickle.dumps(made)))


def test_a_whole_number_becomes_a_float_where_one_is_asked_for() -> None:
    assert isinstance(thing(share=1).share, float)


def test_what_fits_is_kept_as_it_is() -> None:
    names, sizes, when = ("a",), FrozenMapping({"a": MiB(1)}), datetime.now(UTC)
    made = thing(names=names, sizes=sizes, when=when)
    assert made.names is names
    assert made.sizes is sizes
    assert made.when is when


def test_a_type_that_the_interface_does_not_allow_is_refused() -> None:
    @dataclass(frozen=True)
    class Wrong:
        anything: Any

        def __post_init__(self) -> None:
            check_fields(self)

    with pytest.raises(TypeError, match=r"a field cannot be of type typing\.Any"):
        Wrong(1)


@given(st.dictionaries(st.text(), st.integers()))
def test_a_frozen_mapping_is_the_mapping_that_it_was_made_of(items: dict[str, int]) -> None:
    frozen = FrozenMapping(items)
    assert frozen == items
    assert items == frozen
    assert list(frozen.items()) == list(items.items())
    assert hash(frozen) == hash(FrozenMapping(dict(reversed(items.items()))))
    for other in (copy.copy(frozen), copy.deepcopy(frozen), pickle.loads(pickle.dumps(frozen))):
        assert other == frozen
        assert hash(other) == hash(frozen)
    assert not hasattr(frozen, "__setitem__")


def test_a_mapping_of_what_cannot_be_hashed_cannot_be_hashed() -> None:
    with pytest.raises(TypeError):
        hash(FrozenMapping({"a": []}))


@given(st.text())
def test_a_secret_shows_itself_to_nobody(text: str) -> None:
    secret = Secret(text)
    assert [repr(secret), str(secret), f"{secret}", f"{secret:>5}", format(secret)] == [
        "Secret('***')", "***", "***", "  ***", "***",
    ]  # fmt: skip
    assert secret.reveal() == text
    assert secret == Secret(text) == pickle.loads(pickle.dumps(secret)) == copy.deepcopy(secret)
    assert hash(secret) == hash(Secret(text))
    assert secret != text


def test_a_wrong_secret_is_not_shown_either() -> None:
    for wrong in ("hush", 4711, ["hush"]):
        with pytest.raises(InvalidValue) as caught:
            thing(secret=wrong)
        assert "hush" not in str(caught.value)
        assert "4711" not in str(caught.value)
    with pytest.raises(InvalidValue, match=r"Secret\.text is a bytes: expected text"):
        Secret(b"hush")  # type: ignore[arg-type]


@raisable
class Failed(FieldError):
    """It failed."""

    MESSAGE: ClassVar[str] = "{what} failed"

    what: str
    details: str = ""


@raisable
class FailedTwice(Failed):
    """It failed again."""

    again: str = "again"


def test_an_exception_can_be_raised_and_its_fields_cannot_be_changed() -> None:
    error = FailedTwice(what="it")
    with pytest.raises(FailedTwice, match="it failed") as caught:
        raise error
    caught.value.add_note("seen")
    assert caught.value.__traceback__ is not None
    for field in ("what", "details", "again"):
        with pytest.raises(AttributeError, match=f"FailedTwice.{field} cannot be changed"):
            setattr(error, field, "other")
        with pytest.raises(AttributeError, match=f"FailedTwice.{field} cannot be deleted"):
            delattr(error, field)
    for other in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert repr(other) == repr(error) == "FailedTwice(what='it', details='', again='again')"
        assert other.__notes__ == ["seen"]


def test_an_exception_is_made_by_keyword_from_all_its_fields() -> None:
    wrong: Any
    for wrong in ({}, {"what": "it", "who": "me"}):
        with pytest.raises(TypeError):
            FailedTwice(**wrong)
    with pytest.raises(TypeError):
        FailedTwice("it")  # type: ignore[call-arg]
