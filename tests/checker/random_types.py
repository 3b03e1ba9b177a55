"""Random types, as text, in the two spellings that a test needs: as an interface has them, and with a class of its own
in the place of each `Any`."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from hypothesis import strategies as st

NAMES = """\
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, Protocol, TypeAlias, TypedDict, TypeVar
from typing_extensions import NotRequired, ReadOnly
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
class LooseKey(TypedDict, total=False):
    a: int
class ReadKey(TypedDict):
    a: ReadOnly[object]
class Row(NamedTuple):
    a: int
class Pair(NamedTuple, Generic[T]):
    a: T
    b: T
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
class Giving(Protocol[T_co]):
    def get(self) -> T_co: ...
class Call(Protocol):
    def __call__(self, a: int, /) -> object: ...
class IntSource(Source[int]): ...
class Many(frozenset[Base]): ...
Id = NewType("Id", str)
Count = NewType("Count", int)
Size: TypeAlias = "int | None"
Tree: TypeAlias = "dict[str, Tree] | int"
"""
ALIASES = {"Size": "int"}
"""What an alias stood for on the old side."""
EDITS = (
    ("class Sub(Base): ...", "class Sub: ..."),
    ("class Other: ...", "class Other(Base): ..."),
    ("class LongKey(Key):\n    b: int", "class LongKey(TypedDict):\n    b: str"),
    ("class Row(NamedTuple):\n    a: int", "class Row(NamedTuple):\n    a: str\n    b: int"),
    ("def boil(self, hot: float) -> bool", "def boil(self, hot: str) -> bool"),
    ("def boil(self, hot: int) -> int", "def brew(self) -> None"),
    ("class Box(Generic[T]):\n    def put(self, value: T) -> T", "class Box(Generic[T]):\n    def get(self) -> T"),
    ("    def get(self) -> T_co: ...\nclass Sink", "    size: int\nclass Sink"),
    ("class IntSource(Source[int])", "class IntSource(Source[str])"),
    ("class Many(frozenset[Base])", "class Many(Base)"),
    ('Size: TypeAlias = "int | None"', 'Size: TypeAlias = "int"'),
)
"""What the classes and aliases of the old side may have been instead; an alias was it in any case."""
LEAVES = (
    "int", "bool", "str", "float", "object", "None", "Base", "Sub", "Other", "Key", "LongKey", "Row", "Boiling",
    "Kettle", "Reading", "Writing", "Id", "Literal['a']", "Literal['a', 'b']", "Literal[1]", "type[Base]", "type[Sub]",
    "LooseKey", "ReadKey", "Call", "IntSource", "Many", "Count", "Size", "Tree", "Literal[True, None]", "tuple[()]",
    "Pair[int]", "Pair[bool]", "bytes",
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
    return Spelled(text=text, apart=f"Old{text}" if text in ALIASES else text)


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
            for name in ("list", "Sequence", "Box", "Source", "Sink", "frozenset", "Giving", "Pair", "Iterator", "Awaitable")
        ),
        _of("tuple[{0}, ...]", inner),
        _of("tuple[{0}, {1}]", inner, inner),
        _of("dict[str, {0}]", inner),
        _of("Mapping[str, {0}]", inner),
        _of("Callable[[{0}], {1}]", inner, inner),
        _of("Callable[[], {0}]", inner),
        _of("Annotated[{0}, 'said']", inner),
        _of("Callable[[{0}, {1}], int]", inner, inner),
        _of("{0} | {1}", inner, inner).filter(lambda spelled: not spelled.text.endswith("None | None")),
    )  # fmt: skip


def near(depth: int) -> st.SearchStrategy[tuple[Spelled, Spelled]]:
    """Pairs of types, half of them with the same outside, so that many are related."""
    inner = types(depth - 1)
    wrapped = st.sampled_from((
        "list[{0}]", "Sequence[{0}]", "Source[{0}]", "Sink[{0}]", "{0} | None", "Callable[[{0}], int]",
        "Callable[[], {0}]", "Giving[{0}]", "Pair[{0}]", "Iterator[{0}]", "tuple[{0}, ...]", "Mapping[str, {0}]", "dict[str, {0}]", "Box[{0}]",
    ))  # fmt: skip
    alike = st.tuples(wrapped, inner, inner).map(lambda drawn: (_made(drawn[0], drawn[1]), _made(drawn[0], drawn[2])))
    return st.one_of(alike, st.tuples(types(depth), types(depth)))


def names_of_old(edits: Sequence[tuple[str, str]]) -> str:
    """The text of the names on the old side."""
    text = NAMES
    for before, after in (*edits, *(edit for edit in EDITS if edit[0].startswith(tuple(ALIASES)))):
        text = text.replace(before, after)
    return text
