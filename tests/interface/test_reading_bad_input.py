"""What cannot be read: one line that says what to do."""

import sys
from typing import Any

import pytest

from tests.compare.texts import Sources, read, told
from virtapi_analyzer.model.element import Attribute
from virtapi_analyzer.model.errors import ReadingError

BROKEN = "def f(:\n"


def refused(sources: Sources, **asked: Any) -> str:
    with pytest.raises(ReadingError) as caught:
        read(sources, **asked)
    line = str(caught.value)
    assert "\n" not in line
    assert ": " in line
    return line


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="this Python knows the syntax")
def test_syntax_of_a_newer_python() -> None:
    line = refused({"__init__.pyi": "\nclass A[T]: ...\n"})
    assert line.startswith("pkg/__init__.pyi:2: ")
    assert line.endswith(
        "this Python cannot read it; run virtapi under the Python that the file is written for, or name modules that do "
        "not reach it"
    )


def test_syntax_of_no_python() -> None:
    assert refused({"__init__.pyi": BROKEN}).startswith("pkg/__init__.pyi:1: ")


def test_two_parameters_of_one_name() -> None:
    assert refused({"__init__.pyi": "class A:\n    def f(self, a, a): ...\n"}).startswith(
        "pkg/__init__.pyi:2: f has two"
    )


@pytest.mark.parametrize("end", ["py", "pyi"])
def test_two_modules_of_one_name(end: str) -> None:
    line = refused({"__init__.py": "", f"a.{end}": "", f"a/__init__.{end}": ""}, modules=["pkg.a"])
    assert line == f"pkg/a.{end}:1: pkg/a/__init__.{end} is the module pkg.a too: keep one of them"


def test_a_stub_beside_a_package_of_source_is_its_stub() -> None:
    assert list(read({"__init__.py": "", "a.pyi": "X: int", "a/__init__.py": ""}).modules["pkg.a"].names) == ["X"]


def test_syntax_of_python_2() -> None:
    assert refused({"__init__.py": "x = 1\nprint 'hello'\n"}).startswith("pkg/__init__.py:2: ")


def test_a_declared_encoding_works() -> None:
    text = "# -*- coding: latin-1 -*-\nNAME = 'Müller'\n".encode("latin-1")
    element = read({"__init__.py": text}).modules["pkg"].names["NAME"].element
    assert isinstance(element, Attribute)
    assert element.value is not None
    assert element.value.normal == "'Müller'"


def test_a_mark_of_utf_8_works() -> None:
    assert list(read({"__init__.py": b"\xef\xbb\xbfclass A: ...\n"}).classes) == ["pkg.A"]


def test_lines_may_end_as_on_windows() -> None:
    assert told({"__init__.py": b"class A:\r\n    x: int\r\n"}, {"__init__.py": "class A:\n    x: int\n"}) == []


@pytest.mark.parametrize(
    "text",
    [
        "NAME = 'Müller'\n".encode("latin-1"),
        b"# coding: nowhere\nx = 1\n",
        b"# coding: ascii\nx = '\xc3\xa9'\n",
        "class A: ...\n".encode("utf-16"),
    ],
)
def test_another_encoding_than_the_declared_one(text: bytes) -> None:
    line = refused({"__init__.py": text})
    assert line.startswith("pkg/__init__.py: ")
    assert line.endswith("save it as UTF-8, or declare its encoding in the first line")


def test_null_bytes() -> None:
    assert refused({"__init__.py": b"x = 1\n\x00\n"}).startswith("pkg/__init__.py")


@pytest.mark.parametrize(
    "text",
    [
        f"x = {'(' * 150}1{')' * 150}\n",
        f"x = {'-' * 20_000}1\n",
        f"x = {' + '.join(['1'] * 20_000)}\n",
        f"def f(x: {'list[' * 5_000}int{']' * 5_000}) -> None: ...\n",
        f"def f(x: {'list[' * 80}int{']' * 80}) -> None: ...\n",
        f"def f(x: {' | '.join(f'C{number}' for number in range(3_000))}) -> None: ...\n",
        f"x = {'a.' * 3_000}b\n",
    ],
    ids=["parentheses", "signs", "sum", "deep type", "less deep type", "long union", "long name"],
)
def test_what_is_nested_too_deeply_is_read_or_refused_in_one_line(text: str) -> None:
    line = ""
    try:
        read({"__init__.py": text})
    except ReadingError as error:
        line = str(error)
    assert not line or (line.startswith("pkg/__init__.py") and "\n" not in line)


def test_an_empty_package() -> None:
    found = read({"__init__.py": b""})
    assert (list(found.modules), found.modules["pkg"].names) == (["pkg"], {})


def test_a_package_without_an_init() -> None:
    assert list(read({"sub.pyi": "class A: ...\n"}).modules) == ["pkg.sub"]


def test_no_package_at_all() -> None:
    assert refused({}) == "tree has no package pkg: name the folder that holds it"


def test_a_module_that_is_asked_for_and_is_not_there() -> None:
    line = refused({"__init__.pyi": ""}, modules=("pkg", "pkg.gone"))
    assert line == "tree has no module pkg.gone: correct `modules` in the configuration"


def test_a_module_that_is_asked_for_and_cannot_be_read() -> None:
    assert refused({"__init__.pyi": "", "a.pyi": BROKEN}, modules=("pkg.a",)).startswith("pkg/a.pyi:1: ")


def test_a_module_that_nothing_reaches_is_counted() -> None:
    found = read({"__init__.pyi": "class A: ...\n", "a.pyi": BROKEN, "b.pyi": "class B: ...\n"})
    assert (list(found.modules), found.skipped) == (["pkg", "pkg.b"], ("pkg/a.pyi",))


REACHING = {
    "a signature": "from pkg.a import A\ndef f(x: A) -> None: ...\n",
    "a quoted signature": "from pkg.a import A\ndef f(x: 'list[A]') -> None: ...\n",
    "a base": "from pkg.a import A\nclass B(A): ...\n",
    "a field": "from pkg.a import A\nclass B:\n    a: A\n",
    "an alias": "from pkg.a import A\nB = list[A]\ndef f(x: B) -> None: ...\n",
    "a declared exception": "from pkg.a import A\nfrom virtapi.contract import raises\n@raises(A)\ndef f() -> None: ...\n",
    "a star import": "from pkg.a import *\n",
    "an export": "from pkg.a import A as A\n",
}


@pytest.mark.parametrize("text", REACHING.values(), ids=REACHING)
def test_a_module_that_something_reaches_must_be_readable(text: str) -> None:
    assert refused({"__init__.pyi": text, "a.pyi": BROKEN}).startswith("pkg/a.pyi:1: ")


@pytest.mark.parametrize(
    "text", ["from pkg.a import x\ndef f(y: int = x) -> None: ...\n", "import pkg.a\n", "from pkg.a import A\n"]
)
def test_an_import_that_no_type_needs_reaches_nothing(text: str) -> None:
    assert read({"__init__.pyi": text, "a.pyi": BROKEN}).skipped == ("pkg/a.pyi",)


def test_modules_that_import_each_other_are_no_circle_of_names() -> None:
    files = {
        "__init__.pyi": "from pkg import a as a, b as b\n",
        "a.pyi": "from pkg.b import B\nclass A:\n    b: B\n",
        "b.pyi": "from pkg.a import A\nclass B:\n    a: A\n",
    }
    assert set(read(files).classes) == {"pkg.a.A", "pkg.b.B"}


def test_names_that_lead_to_each_other_are_refused_where_a_type_needs_them() -> None:
    files = {
        "__init__.pyi": "from pkg.a import X\ndef f(x: X) -> None: ...\n",
        "a.pyi": "from pkg.b import X\n",
        "b.pyi": "from pkg.a import X\n",
    }
    assert (
        refused(files) == "pkg.a.X and pkg.b.X import each other and nothing defines them: define the name in one place"
    )


def test_a_package_that_passes_an_unreadable_module_on_does_not_reach_it() -> None:
    found = read({"__init__.py": "from pkg import old as old\ndef f(a): ...", "old.py": "async = 1"})
    assert found.skipped == ("pkg/old.py",)
