"""Random types, as text, in the two spellings that a test needs: as an interface has them, and with a class of its own
in the place of each `Any`."""

from dataclasses import dataclass
from itertools import count

from hypothesis import strategies as st

NAMES = """\
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, Literal, NamedTuple, NewType, Protocol, TypedDict, TypeVar
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
class Base: ...
class Sub(Base): ...
class Other: ...
class Key(TypedDict):
    a: int
class LongKey(Key):
    b: int
class Row(NamedTuple):
    a: int
class Boiling(Protocol):
    def boil(self, hot: int) -> int: ...
class Kettle:
    def boil(self, hot: float) -> bool: ...
class Reading(Protocol):
    @property
    def size(self) -> object: ...
class Writing(Protocol):
    size: int
class Box(Generic[T]):
    def put(self, value: T) -> T: ...
class Source(Generic[T_co]):
    def get(self) -> T_co: ...
class Sink(Generic[T_contra]):
    def put(self, value: T_contra) -> None: ...
Id = NewType("Id", str)
"""
LEAVES = (
    "int", "bool", "str", "float", "object", "None", "Base", "Sub", "Other", "Key", "LongKey", "Row", "Boiling",
    "Kettle", "Reading", "Writing", "Id", "Literal['a']", "Literal['a', 'b']", "Literal[1]", "type[Base]", "type[Sub]",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """A type as text; `unknown` are the numbers of the classes that `apart` names instead of each `Any`."""

    text: str
    apart: str
    unknown: tuple[int, ...] = ()


_number = count(1).__next__


def _any(_: object) -> Spelled:
    number = _number()
    return Spelled(text="Any", apart=f"Unknown{number}", unknown=(number,))


def _leaf(text: str) -> Spelled:
    return Spelled(text=text, apart=text)


def _made(template: str, *parts: Spelled) -> Spelled:
    return Spelled(
        text=template.format(*(part.text for part in parts)),
        apart=template.format(*(part.apart for part in parts)),
        unknown=tuple(number for part in parts for number in part.unknown),
    )


def _of(template: str, *parts: st.SearchStrategy[Spelled]) -> st.SearchStrategy[Spelled]:
    return st.tuples(*parts).map(lambda drawn: _made(template, *drawn))


def types(depth: int) -> st.SearchStrategy[Spelled]:
    """Types of at most that depth."""
    leaves = st.one_of(st.sampled_from(LEAVES).map(_leaf), st.builds(_any, st.none()))
    if depth <= 1:
        return leaves
    inner = types(depth - 1)
    return st.one_of(
        leaves,
        *(
            _of(f"{name}[{{0}}]", inner)
            for name in ("list", "Sequence", "Box", "Source", "Sink", "frozenset")
        ),
        _of("tuple[{0}, ...]", inner),
        _of("tuple[{0}, {1}]", inner, inner),
        _of("dict[str, {0}]", inner),
        _of("Mapping[str, {0}]", inner),
        _of("Callable[[{0}], {1}]", inner, inner),
        _of("Callable[[], {0}]", inner),
        _of("{0} | {1}", inner, inner).filter(lambda spelled: not spelled.text.endswith("None | None")),
    )  # fmt: skip


def near(depth: int) -> st.SearchStrategy[tuple[Spelled, Spelled]]:
    """Pairs of types, half of them with the same outside, so that many are related."""
    inner = types(depth - 1)
    wrapped = st.sampled_from((
        "list[{0}]", "Sequence[{0}]", "Source[{0}]", "Sink[{0}]", "{0} | None", "Callable[[{0}], int]",
        "Callable[[], {0}]", "tuple[{0}, ...]", "Mapping[str, {0}]", "dict[str, {0}]", "Box[{0}]",
    ))  # fmt: skip
    alike = st.tuples(wrapped, inner, inner).map(lambda drawn: (_made(drawn[0], drawn[1]), _made(drawn[0], drawn[2])))
    return st.one_of(alike, st.tuples(types(depth), types(depth)))
