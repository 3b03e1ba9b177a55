"""What is of two types at once, where neither takes all of the other."""

import pytest

from tests.typing_of_pairs import mypys_cache
from virtapi_analyzer.checker.relation import relate
from virtapi_analyzer.model.relation import Place, PlaceKind, Relation, Verdict

PRELUDE = """\
from typing import *
class A: ...
class B: ...
@final
class Last: ...
class Reads(Protocol):
    def get(self) -> int: ...
class Texts(Protocol):
    def get(self) -> str: ...
class Pair(NamedTuple):
    a: int
"""

ROWS = [
    ("int | str", "str | bytes", "str"),
    ("int", "str", None),
    ("A", "B", "a class that is both A and B"),
    ("A", "Last", None),
    ("A | None", "B | None", "a class that is both A and B or None"),
    ("int | None", "str | None", "None"),
    ("list[int]", "list[str]", None),
    ("list[int]", "dict[int, int]", None),
    ("Literal['a', 'b']", "Literal['b', 'c']", "Literal['b']"),
    ("Reads", "Texts", None),
    ("Pair", "A", "a class that is both Pair and A"),
    ("list[Any]", "list[int]", "list[int]"),
]


def test_what_is_of_both_is_named() -> None:
    places = [
        Place(kind=kind, old=f"pkg.f{number}", new=f"pkg.f{number}", old_name=name, new_name=name)
        for number in range(len(ROWS))
        for kind, name in ((PlaceKind.RETURN, ""), (PlaceKind.PARAMETER, "a"))
    ]
    old, new = (
        PRELUDE + "".join(f"def f{number}(a: {row[side]}) -> {row[side]}: ...\n" for number, row in enumerate(ROWS))
        for side in (0, 1)
    )
    answers = relate({"pkg/__init__.pyi": old}, {"pkg/__init__.pyi": new}, places, cache=mypys_cache())
    told = [answer.common if isinstance(answer, Verdict) else answer for answer in answers]
    assert told == [common for _, _, common in ROWS for _ in ("returned", "taken")]


@pytest.mark.parametrize(("old", "new"), [("int", "int | str"), ("int | str", "int"), ("int", "int")])
def test_where_one_takes_the_other_nothing_has_to_be_named(old: str, new: str) -> None:
    (answer,) = relate(
        {"pkg/__init__.pyi": f"def f() -> {old}: ..."},
        {"pkg/__init__.pyi": f"def f() -> {new}: ..."},
        [Place(kind=PlaceKind.RETURN, old="pkg.f", new="pkg.f")],
        cache=mypys_cache(),
    )
    assert isinstance(answer, Verdict) and answer.relation is not Relation.UNRELATED and answer.common is None
