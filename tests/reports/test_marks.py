"""What differs between two definitions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtapi_analyzer.reports.marks import changed_parts


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("def f(self, a: int, /)", "def f(self, a: int, /, *, <b: bool = True>)"),
        ("def f(self, <a: int>, b)", "def f(self, b)"),
        ("def f(self, <a>: int)", "def f(self, <b>: int)"),
        ("def f(self, a: <int>) -> None", "def f(self, a: <str>) -> None"),
        ("def f(self, <a: int>) -> <None>", "def f(self, <b: str>) -> <int>"),
        ("def f(self, a, b)", "def f(self, a, </,> b)"),
        ("def f(self, a)", "def f(self, a, <*args>)"),
        ("@raises(A)", "@raises(A, <B>)"),
        ("class A(Base)", "class A(Base)"),
        ("x = <1>", "x = <2>"),
    ],
)
def test_what_changed_is_marked_and_what_separates_is_not(old: str, new: str) -> None:
    plain = [text.translate(str.maketrans("", "", "<>")) if "->" not in text else _plain(text) for text in (old, new)]
    lost, gained = changed_parts(*plain)
    assert [_marked(plain[0], lost), _marked(plain[1], gained)] == [old, new]


@given(old=st.text("ab,*/:() ="), new=st.text("ab,*/:() ="))
def test_marks_are_in_order_and_inside_and_empty_only_for_equals(old: str, new: str) -> None:
    lost, gained = changed_parts(old, new)
    for text, spans in ((old, lost), (new, gained)):
        places = [place for span in spans for place in span]
        assert places == sorted(places)
        assert all(0 <= start < end <= len(text) for start, end in spans)
    if old.split() == new.split():
        assert not lost
        assert not gained


def _plain(text: str) -> str:
    return text.replace("->", "\0").replace("<", "").replace(">", "").replace("\0", "->")


def _marked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]}<{text[start:end]}>{text[end:]}"
    return text
