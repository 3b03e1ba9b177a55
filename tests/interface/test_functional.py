"""Classes that a call makes are the classes that they would be if they were written as such."""

import sys

import pytest

from tests.compare.texts import read, told
from virtapi_analyzer.model.element import Attribute, Class, ClassKind

SAME = {
    "a NamedTuple": (
        "Point = NamedTuple('Point', [('x', int), ('y', 'Optional[str]')])",
        "class Point(NamedTuple):\n    x: int\n    y: Optional[str]",
    ),
    "a NamedTuple of a module, over several lines": (
        "Point = typing.NamedTuple(\n    'Point',\n    (\n        ['x', int],\n        ('y', str),\n    ),\n)",
        "class Point(NamedTuple):\n    x: int\n    y: str",
    ),
    "a namedtuple of names in a text": (
        "Point = collections.namedtuple('Point', 'x y')",
        "class Point(NamedTuple):\n    x: Any\n    y: Any",
    ),
    "a namedtuple of names with commas": (
        "Point = collections.namedtuple('Point', 'x, y')",
        "class Point(NamedTuple):\n    x: Any\n    y: Any",
    ),
    "a namedtuple of a list of names, with defaults": (
        "Point = collections.namedtuple('Point', ['x', 'y', 'z'], defaults=(1, None), module='pkg')",
        "class Point(NamedTuple):\n    x: Any\n    y: Any = 1\n    z: Any = None",
    ),
    "a base that is a namedtuple": (
        "class Point(collections.namedtuple('_Point', 'x y')):\n    '''A point.'''\n    def f(self) -> int: ...",
        "class Point(NamedTuple):\n    '''A point.'''\n    x: Any\n    y: Any\n    def f(self) -> int: ...",
    ),
    "an enum of names in a text": (
        "Color = Enum('Color', 'RED GREEN')",
        "class Color(Enum):\n    RED = 1\n    GREEN = 2",
    ),
    "an enum of a list of names, with a start": (
        "Color = IntEnum('Color', ['RED', 'GREEN'], start=5, module='pkg')",
        "class Color(IntEnum):\n    RED = 5\n    GREEN = 6",
    ),
    "an enum of pairs": (
        "Color = enum.Enum('Color', [('RED', 'r'), ('GREEN', 'g')])",
        "class Color(Enum):\n    RED = 'r'\n    GREEN = 'g'",
    ),
    "an enum of a dict, with a type": (
        "Color = Enum('Color', {'RED': 'r', 'GREEN': 'g'}, type=str)",
        "class Color(str, Enum):\n    RED = 'r'\n    GREEN = 'g'",
    ),
    "an enum of names by keyword": (
        "Color = Enum('Color', names='RED GREEN')",
        "class Color(Enum):\n    RED = 1\n    GREEN = 2",
    ),
    "texts": ("Color = StrEnum('Color', 'RED GREEN')", "class Color(StrEnum):\n    RED = 'red'\n    GREEN = 'green'"),
    "flags": (
        "Color = Flag('Color', 'RED GREEN BLUE')",
        "class Color(Flag):\n    RED = 1\n    GREEN = 2\n    BLUE = 4",
    ),
    "a TypedDict": (
        "Options = TypedDict('Options', {'force': Required[bool], 'retries': ReadOnly[int]}, total=False)",
        "class Options(TypedDict, total=False):\n    force: Required[bool]\n    retries: ReadOnly[int]",
    ),
    "one in a class": (
        "class A:\n    Point = NamedTuple('Point', [('x', int)])",
        "class A:\n    class Point(NamedTuple):\n        x: int",
    ),
    "one under a test": (
        "if sys.platform == 'linux':\n    Point = NamedTuple('Point', [('x', int)])",
        "if sys.platform == 'linux':\n    class Point(NamedTuple):\n        x: int",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("call", "written"), SAME.values(), ids=SAME)
def test_one_form_or_the_other_is_the_same(call: str, written: str) -> None:
    assert told(call, written) == told(written, call) == []
    name = "A" if written.startswith("class A") else written.partition("class ")[2].partition("(")[0]
    one, other = (read(text).modules["pkg"].names[name].element for text in (call, written))
    assert isinstance(one, Class) and isinstance(other, Class)
    assert list(one.members) == list(other.members)
    assert (one.kind, one.bases, one.options, one.docstring) == (
        other.kind,
        other.bases,
        other.options,
        other.docstring,
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Point = NamedTuple('Point', [('x', int)])",
            "Point = NamedTuple('Point', [('x', int), ('y', int)])",
            ["namedtuple-field-added-required Point.y"],
        ),
        (
            "Point = collections.namedtuple('Point', 'x y', defaults=[1])",
            "Point = collections.namedtuple('Point', 'x y', defaults=[2])",
            ["namedtuple-default-changed Point.y"],
        ),
        ("Color = Enum('Color', 'RED GREEN')", "Color = Enum('Color', 'RED')", ["enum-member-removed Color.GREEN"]),
        (
            "Color = Enum('Color', 'RED GREEN')",
            "Color = Enum('Color', 'RED BLACK GREEN')",
            ["enum-member-added Color.BLACK", "enum-value-changed Color.GREEN"],
        ),
        (
            "Options = TypedDict('Options', {'force': bool})",
            "Options = TypedDict('Options', {'force': bool, 'in': int})",
            ["key-added-required Options.in"],
        ),
        (
            "Point = NamedTuple('Point', [('x', int)])\nclass Sub(Point): ...",
            "Point = NamedTuple('Point', [('x', int)])\nclass Sub: ...",
            ["base-removed Sub", "data-class-kind-changed Sub"],
        ),
    ],
)
def test_their_changes_are_told_by_the_same_rules(old: str, new: str, expected: list[str]) -> None:
    assert [line for line in told(old, new) if "reorder" not in line] == expected


@pytest.mark.parametrize(
    "call",
    [
        "collections.namedtuple('X', fields)",
        "collections.namedtuple('X', 'a b', rename=True)",
        "collections.namedtuple('X', 'a', defaults=[1, 2])",
        "collections.namedtuple(name, 'a b')",
        "NamedTuple('X', [('a', int), *others])",
        "NamedTuple('X', [(name, int)])",
        "TypedDict('X', keys)",
        "TypedDict('X', {**others, 'a': int})",
        "TypedDict('X', {key: int})",
        "Enum('X', names)",
        "Enum('X', ['A', other])",
        "Enum('X', 'A B', start=first)",
        "Enum('X')",
        "Enum('X', 'A', boundary=KEEP, other=1)",
        "Other('X', 'A B')",
        "enum.unique('X', 'A B')",
    ],
)
def test_what_is_not_literal_stays_a_constant(call: str) -> None:
    assert isinstance(read(f"X = {call}\n").modules["pkg"].names["X"].element, Attribute)


def test_a_maker_is_known_by_what_it_is_imported_as() -> None:
    text = "import typing as t\nfrom collections import namedtuple as nt\nA = t.NamedTuple('A', [])\nB = nt('B', [])\n"
    found = read({"__init__.pyi": text}).classes
    assert {name: kind.kind for name, kind in found.items()} == {
        "pkg.A": ClassKind.NAMED_TUPLE,
        "pkg.B": ClassKind.NAMED_TUPLE,
    }


def test_a_class_of_the_name_of_an_enum_makes_no_enum() -> None:
    text = "from pkg.flags import Flag\nX = Flag('verbose', 'be verbose')\n"
    element = read({"__init__.pyi": text, "flags.pyi": "class Flag: ...\n"}).modules["pkg"].names["X"].element
    assert isinstance(element, Attribute)


def test_the_text_behind_the_call_is_its_docstring() -> None:
    text = "import typing\n\nA = typing.NamedTuple('A', [\n    ('x', int),\n])\n'''An A.'''\n"
    found = read({"__init__.pyi": text}).classes["pkg.A"]
    assert (found.docstring, found.location.line, found.members["x"].element.location.line) == ("An A.", 3, 4)


def test_nothing_of_a_call_is_executed(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Color = Enum('Color', {'RED': print('here'), 'GREEN': __import__('this')})"
    assert list(read(text).classes["pkg.Color"].members) == ["RED", "GREEN"]
    assert capsys.readouterr().out == ""
    assert "this" not in sys.modules
