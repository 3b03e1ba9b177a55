"""Overload sets of two versions: every old form is called on the new set, and an old override stands for the new one."""

from pathlib import Path

import pytest

from virtapi_analyzer.checker.relation import relate
from virtapi_analyzer.model.relation import Place, PlaceKind, Relation, Verdict

EQUAL, NARROWER, WIDER, UNRELATED = Relation
ROWS = {
    "the same forms": (("a: int) -> int", "a: str) -> str"), ("a: int) -> int", "a: str) -> str"), EQUAL),
    "a form that came": (("a: int) -> int",), ("a: int) -> int", "a: str) -> str"), WIDER),
    "a form that went": (("a: int) -> int", "a: str) -> str"), ("a: int) -> int",), NARROWER),
    "a result of another type": (("a: int) -> int", "a: str) -> str"), ("a: int) -> int", "a: str) -> bytes"), UNRELATED),
    "disjoint forms in another order, which a type checker refuses in an override": (
        ("a: int) -> int", "a: str) -> str"), ("a: str) -> str", "a: int) -> int"), WIDER,
    ),
    "overlapping forms in another order": (
        ("a: bool) -> bool", "a: int) -> int"), ("a: int) -> int", "a: bool) -> bool"), UNRELATED,
    ),
    "a form for each member of a union": (
        ("a: int | str) -> bytes",), ("a: int) -> bytes", "a: str) -> bytes"), EQUAL,
    ),
    "a keyword": (("*, a: int) -> int", "*, b: str) -> str"), ("*, a: int) -> int", "*, b: object) -> str"), WIDER),
}  # fmt: skip


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mypy")


def overloaded(forms: tuple[str, ...]) -> dict[str, str]:
    mark = "    @overload\n" if len(forms) > 1 else ""
    methods = "".join(f"{mark}    def m(self, {form}: ...\n" for form in forms)
    return {"pkg/__init__.pyi": f"from typing import overload\nclass Driver:\n{methods}"}


@pytest.mark.parametrize(("old", "new", "relation"), [pytest.param(*row, id=name) for name, row in ROWS.items()])
def test_sets_relate(old: tuple[str, ...], new: tuple[str, ...], relation: Relation, cache: Path) -> None:
    place = Place(kind=PlaceKind.FORMS, old="pkg.Driver.m", new="pkg.Driver.m")
    assert relate(overloaded(old), overloaded(new), [place], cache=cache) == (Verdict(relation=relation),)
