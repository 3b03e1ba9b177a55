"""Every sentence of mypy's that is read is one that mypy still says: each is asked of mypy itself, with the names in
it."""

import re
from pathlib import Path

import pytest

from virtapi_analyzer.checker.building import Place, build
from virtapi_analyzer.checker.messages import _PATTERNS, read
from virtapi_analyzer.model.said import Said, SaidKind

LIBRARY = """
from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, Final, final, overload
from typing_extensions import deprecated

class Base(ABC):
    size: int = 0
    limit: Final = 3
    def plain(self, a: int, *, b: str = "") -> int: ...
    @property
    def state(self) -> int: ...
    @property
    def read_only(self) -> int: ...
    @property
    def kept(self) -> int: ...
    @kept.setter
    def kept(self, value: int) -> None: ...
    @abstractmethod
    def left(self) -> None: ...
    @final
    def sealed(self) -> None: ...
    @overload
    def several(self, a: int) -> int: ...
    @overload
    def several(self, a: str) -> str: ...
    @deprecated("use plain")
    def old(self) -> None: ...

class Other:
    def plain(self, a: str) -> str: ...

@final
class Sealed: ...

@dataclass(frozen=True, kw_only=True)
class Value:
    number: int
    marked: int = 0

class Mode(Enum):
    ON = "on"

def function(a: int) -> int: ...
_hidden: int
"""

# What a driver writes, and what is made of what mypy says of it: kind, name, owner.
SENTENCES = [
    ("class D(Base):\n    def plain(self) -> int: return 0", SaidKind.SIGNATURE, "plain", "lib.Base"),
    (
        "class D(Base):\n    def plain(self, a: bool, *, b: str = '') -> int: return 0",
        SaidKind.PARAMETER_TYPE,
        "plain",
        "lib.Base",
    ),
    (
        "class D(Base):\n    def plain(self, a: int, *, b: str = '') -> str: return ''",
        SaidKind.RETURN_TYPE,
        "plain",
        "lib.Base",
    ),
    ("class D(Base):\n    size = ''", SaidKind.ATTRIBUTE_TYPE, None, "Base"),
    ("class D(Base):\n    size: bool = True", SaidKind.ATTRIBUTE_TYPE, None, "Base"),
    ("class D(Base):\n    limit = 4", SaidKind.FINAL, "limit", None),
    ("class D(Base):\n    def sealed(self) -> None: ...", SaidKind.FINAL, "sealed", "Base"),
    ("class D(Sealed): ...", SaidKind.FINAL, None, "Sealed"),
    ("class D(Base):\n    @override\n    def gone(self) -> None: ...", SaidKind.NO_BASE, "gone", None),
    ("class D(Base):\n    def m(self) -> None: super().gone()", SaidKind.SUPER, "gone", None),
    (
        (
            "class A(ABC):\n    @abstractmethod\n    def left(self) -> int: ...\n"
            "class D(A):\n    def left(self) -> int: return super().left()"
        ),
        SaidKind.SUPER,
        "left",
        "A",
    ),
    ("class D(Base, Other): ...", SaidKind.BASES, "plain", "Base"),
    ("class A: ...\nclass B(A): ...\nclass C(A, B): ...", SaidKind.BASES, "C", None),
    ("def m(v: Value) -> None: v.number = 3", SaidKind.READ_ONLY, "number", "Value"),
    ("import lib\nlib.gone", SaidKind.NAME, "gone", None),
    ("from lib import gone", SaidKind.NAME, "gone", "lib"),
    ("from lib import ABC", SaidKind.NAME, "ABC", "lib"),  # a stub exports what it imports under no other name
    ("def m(v: Value) -> None: v.gone", SaidKind.ATTRIBUTE, "gone", "Value"),
    ("Value.gone", SaidKind.ATTRIBUTE, "gone", "Value"),
    ("import lib\ndef m(v: lib.Gone) -> None: ...", SaidKind.NAME, "Gone", None),
    ("def m(v: Value | None) -> None: v.number", SaidKind.ATTRIBUTE, "number", "Value | None"),
    ("def m(v: Value) -> None:\n    for each in v: ...", SaidKind.ATTRIBUTE, "__iter__", "Value"),
    ("import nowhere", SaidKind.MODULE, "nowhere", None),
    ("import untyped", SaidKind.UNTYPED_MODULE, "untyped", None),
    ("import yaml", SaidKind.UNTYPED_MODULE, "yaml", None),
    ("Value(number=1, more=2)", SaidKind.CALL, "more", "Value"),
    ("Value()", SaidKind.CALL, "number", "Value"),
    ("Value(1)", SaidKind.CALL, None, "Value"),
    ("function()", SaidKind.CALL, "a", "function"),
    ("function(1, 2)", SaidKind.CALL, None, "function"),
    ("function(1, a=2)", SaidKind.CALL, "a", "function"),
    ("def m(b: Base) -> None: b.plain(1, c=2)", SaidKind.CALL, "c", "Base.plain"),
    ("def m(b: Base) -> None: b.several(b'')", SaidKind.CALL, None, "Base.several"),
    ("Value(number='')", SaidKind.ARGUMENT, "number", "Value"),
    ("def m(b: Base) -> None: b.plain('')", SaidKind.ARGUMENT, "1", "Base.plain"),
    ("def m() -> int: return ''", SaidKind.RETURNED, None, None),
    ("def m() -> int:\n    print()", SaidKind.RETURNED, None, None),
    ("def m() -> int: ...", SaidKind.RETURNED, None, None),
    ("def m() -> int: return", SaidKind.RETURNED, None, None),
    ("def m() -> None: return 1", SaidKind.RETURNED, None, None),
    ("Base()", SaidKind.ABSTRACT, None, "Base"),
    ("def m(b: Base) -> None: b.old()", SaidKind.DEPRECATED, None, "lib.Base.old"),
    ("class D(Base):\n    def size(self) -> int: return 0", SaidKind.SIGNATURE, "size", "Base"),
    ("class D(Base):\n    size: ClassVar[int] = 3", SaidKind.KIND, None, None),
    ("def m() -> int: yield 1", SaidKind.RETURNED, None, None),
    ("def m(b: Base) -> None: b.read_only = 3", SaidKind.READ_ONLY, "read_only", "Base"),
    ("class D(Base):\n    @property\n    def size(self) -> int: return 0", SaidKind.KIND, None, None),
    ("def m(v: Value) -> None: print(v.number + v.marked)", SaidKind.DEPRECATED, None, "lib.Value.marked"),
    ("Value(number=1, marked=2)", SaidKind.DEPRECATED, None, "lib.Value.marked"),
    ("def m(v: Valu) -> None: ...", SaidKind.NAME, "Valu", None),
    ("def m(v: 'Gone') -> None: ...", SaidKind.NAME, "Gone", None),
    ("class D(Base):\n    @property\n    def kept(self) -> int: return 0", SaidKind.KIND, None, None),
    ("x: Value = 3", SaidKind.ASSIGNED, None, None),
    ("x: dict[str, Value] = {}\nx['a'] = 3", SaidKind.ASSIGNED, None, None),
    ("def m(v: Value = None) -> None: ...", SaidKind.DEFAULT, "v", None),
    ("x: list[Value] = [3]", SaidKind.ITEM, None, None),
    ("x: set[Value] = {3}", SaidKind.ITEM, None, None),
    ("x: dict[str, Value] = {'a': 3}", SaidKind.ITEM, None, None),
    ("x: dict[str, Value] = {each: 3 for each in 'a'}", SaidKind.ITEM, None, None),
    ("x: list[Value] = [each for each in 'a']", SaidKind.ITEM, None, None),
    ("def m(v: Value) -> None: v()", SaidKind.NOT_CALLABLE, None, "Value"),
    ("def m(v: Value) -> None: v[0]", SaidKind.NOT_INDEXABLE, None, "Value"),
    ("def m(v: Value) -> None: v[0] = 1", SaidKind.NOT_INDEXABLE, None, "Value"),
    ("def m(v: Value) -> None: a, b = v", SaidKind.NOT_ITERABLE, None, "Value"),
    ("async def m(v: Value) -> None: await v", SaidKind.NOT_AWAITABLE, None, "Value"),
    ("def m(v: Value) -> None: v + 1", SaidKind.OPERATOR, "+", None),
    ("def m(v: Value) -> None: v < v", SaidKind.OPERATOR, "<", None),
    ("def m(v: Value) -> None: 1 in v", SaidKind.OPERATOR, "in", None),
    ("def m(v: Value) -> None: -v", SaidKind.OPERATOR, "unary -", None),
    ("def m(v: Mode) -> None: v == 'on'", SaidKind.COMPARED, None, None),
    ("def m(v: Mode) -> None: v in ('on', 'off')", SaidKind.COMPARED, None, None),
    ("def m(v: lib) -> None: ...", SaidKind.NAME, "lib", None),
    ("import lib\ndef m(v: lib) -> None: ...", SaidKind.OTHER, None, None),
]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[Said]]:
    """What mypy says of each, by its number: all in one build."""
    folder = tmp_path_factory.mktemp("messages")
    library, installed = folder / "library", folder / "installed"
    (library).mkdir()
    (installed / "untyped").mkdir(parents=True)
    (installed / "untyped" / "__init__.py").write_text("")
    (library / "lib.pyi").write_text(LIBRARY)
    modules = {}
    for number, (text, *_) in enumerate(SENTENCES):
        file = folder / f"m{number}.py"
        head = (
            "from lib import Base, Mode, Other, Sealed, Value, function\n"
            "from abc import ABC, abstractmethod\nfrom typing import ClassVar\nfrom typing_extensions import override\n"
        )
        file.write_text(head + text + "\n")
        modules[f"m{number}"] = file
    place = Place(
        package="lib",
        modules=modules,
        search=[library],
        installed=[installed],
        cache=folder / "cache",
        superseded={"lib.Value.marked": "use number"},
    )
    built = build(place, [])
    assert built.blocked is None
    found: dict[int, list[Said]] = {}
    for message in built.messages:
        if (stem := Path(message.file).stem).startswith("m"):
            found.setdefault(int(stem[1:]), []).append(read(message))
    return found


@pytest.mark.parametrize("number", range(len(SENTENCES)), ids=[text for text, *_ in SENTENCES])
def test_what_mypy_says_is_read(said: dict[int, list[Said]], number: int) -> None:
    _, kind, name, owner = SENTENCES[number]
    found = said.get(number, [])
    assert (kind, name, owner) in {(each.kind, each.name, each.owner) for each in found}, list(found)


def test_every_pattern_reads_something_that_mypy_says(said: dict[int, list[Said]]) -> None:
    told = [(each.code, each.text) for found in said.values() for each in found]
    unread = [
        pattern
        for code, _, pattern in _PATTERNS
        if not any(code == own and re.fullmatch(pattern, text) is not None for own, text in told)
    ]
    assert unread == []


def test_every_kind_of_message_is_asked_for() -> None:
    assert {kind for _, kind, *_ in SENTENCES} == set(SaidKind)
