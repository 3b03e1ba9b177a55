"""What cannot be read gives one line that says what to do; what nothing needs is counted."""

from collections.abc import Mapping

import pytest

from tests.compare.texts import read
from virtapi_analyzer.model.errors import ReadingError


def refusal(files: Mapping[str, str | bytes], *modules: str) -> str:
    with pytest.raises(ReadingError) as caught:
        read(files, modules=modules)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_syntax_that_this_python_does_not_know_names_file_and_line() -> None:
    message = refusal({"__init__.pyi": "\nclass A:\n    def f(self) -> : ...\n"})
    assert message.startswith("pkg/__init__.pyi:3: ")
    assert "run virtapi under the Python" in message


def test_bytes_that_are_no_utf_8_say_how_to_mend_the_file() -> None:
    message = refusal({"__init__.py": 'NAME = "é"\n'.encode("latin-1")})
    assert message.startswith("pkg/__init__.py: ")
    assert "save it as UTF-8" in message


def test_an_encoding_that_the_file_declares_is_followed() -> None:
    found = read({"__init__.py": '# -*- coding: latin-1 -*-\nNAME = "é"\n'.encode("latin-1")})
    assert "NAME" in found.modules["pkg"].names


def test_a_null_byte_is_refused_in_one_line() -> None:
    assert refusal({"__init__.py": b"A = 1\0\n"}).startswith("pkg/__init__.py")


def test_names_that_import_each_other_are_told_as_a_circle() -> None:
    message = refusal(
        {
            "__init__.pyi": "from pkg._a import X as X",
            "_a.pyi": "from pkg._b import X as X",
            "_b.pyi": "from pkg._a import X as X",
        }
    )
    assert "pkg._a.X and pkg._b.X import each other" in message


def test_modules_that_import_each_other_and_define_their_names_are_read() -> None:
    found = read(
        {
            "__init__.pyi": "from pkg._a import A as A\nfrom pkg._b import B as B",
            "_a.pyi": "from pkg._b import B\nclass A:\n    b: B",
            "_b.pyi": "from pkg._a import A\nclass B:\n    a: A",
        }
    )
    assert set(found.modules["pkg"].names) == {"A", "B"}


def test_a_re_export_of_what_is_not_there_names_its_line() -> None:
    message = refusal({"__init__.pyi": "\nfrom pkg._a import Gone as Gone", "_a.pyi": "x: int"})
    assert message.startswith("pkg/__init__.pyi:2: `Gone` leads to pkg._a.Gone, which is not there")


def test_a_name_in_dunder_all_that_nothing_defines_is_refused() -> None:
    assert "`Gone` leads to pkg.Gone, which is not there" in refusal({"__init__.pyi": '__all__ = ["Gone"]'})


def test_a_module_that_is_named_in_full_must_be_there() -> None:
    assert "tree has no module pkg.gone" in refusal({"__init__.pyi": ""}, "pkg.gone")


def test_a_file_of_an_older_syntax_that_nothing_reaches_is_counted() -> None:
    found = read({"__init__.py": "def f(a): ...", "old.py": "print 'two'"})
    assert found.skipped == ("pkg/old.py",)


def test_a_file_of_an_older_syntax_that_the_interface_reaches_is_refused() -> None:
    message = refusal({"__init__.py": "from pkg.old import A\nclass B(A): ...", "old.py": "async = 1\nclass A: ..."})
    assert message.startswith("pkg/old.py:1: ")


def test_a_star_import_of_itself_ends() -> None:
    assert "A" in read({"__init__.pyi": "from pkg import *\nclass A: ..."}).modules["pkg"].names


def test_a_class_that_inherits_from_itself_ends() -> None:
    assert "A" in read({"__init__.pyi": "class A(A): ..."}).modules["pkg"].names
