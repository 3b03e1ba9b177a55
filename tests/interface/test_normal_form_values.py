"""A value that is only respelled is equal, and one that is not is not."""

import pytest

from tests.compare.texts import told
from tests.interface.spelled import value_of

SAME_VALUE = [
    ("'a'", '"a"'),
    ("'it''s'", '"its"'),
    ("10", "0xA"),
    ("1000", "1_000"),
    ("1.50", "1.5"),
    ("{'a': 1, 'b': 2}", "{'b': 2, 'a': 1}"),
    ("{1, 2}", "{2, 1}"),
    ("(1, 2)", "(1, 2,)"),
    ("_SHORT", "5"),
    ("_LONG", "5"),
    ("-1", "- 1"),
    ("None", "None"),
]


@pytest.mark.parametrize(("one", "other"), SAME_VALUE)
def test_a_value_that_is_only_respelled_is_equal(one: str, other: str) -> None:
    assert value_of(one).normal == value_of(other).normal


@pytest.mark.parametrize(
    ("one", "other"),
    [("1", "2"), ("1", "'1'"), ("True", "'True'"), ("(1, 2)", "(2, 1)"), ("(1,)", "1"), ("[1]", "(1,)"), ("0", "False"),
     ("1", "1.0"), ("{}", "set()"), ("_SHORT", "6")],
)  # fmt: skip
def test_another_value_is_not_equal(one: str, other: str) -> None:
    assert value_of(one).normal != value_of(other).normal


def test_nobody_knows_the_value_of_three_dots() -> None:
    assert value_of("...").normal is None
    assert told("def f(x: int = ...) -> None: ...", "def f(x: int = 5) -> None: ...") == []
    assert told("def f(x: int = 5) -> None: ...", "def f(x: int = ...) -> None: ...") == []
