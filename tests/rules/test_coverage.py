"""Every row of the shared catalogue has its rule, or its line in the committed table."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.shared import REPOSITORY
from virtapi_analyzer.rules import catalogue

TABLE = REPOSITORY / "docs" / "catalogue-coverage.md"
NAMES_RULES = {"merged": None, "open": True, "types": False, "history": False, "left out": False}
"""Whether a line of that kind names rules; None where it may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table."""

    row: str
    stands: str
    rules: tuple[str, ...]
    remark: str


def lines(text: str) -> Iterator[Line]:
    for line in text.splitlines():
        if line.startswith("| `"):
            row, stands, rules, remark = (cell.strip() for cell in line.strip("|").split("|"))
            yield Line(row=row.strip("`"), stands=stands, rules=tuple(re.findall(r"`([^`]+)`", rules)), remark=remark)


def rows(text: str) -> list[str]:
    """The ids in the first columns of the catalogue's tables."""
    return re.findall(r"^\| `([a-z0-9-]+)` \|", text, re.MULTILINE)


def problems(catalogued: Iterable[str], table: Iterable[Line], rules: frozenset[str]) -> Iterator[str]:
    catalogued, table = list(catalogued), list(table)
    listed = [line.row for line in table]
    for row in catalogued:
        if row in rules and row in listed:
            yield f"{row} has a rule of its own: delete its line"
        elif row not in rules and row not in listed:
            yield f"{row} has neither a rule nor a line"
    for line in table:
        if listed.count(line.row) > 1:
            yield f"{line.row} stands there twice"
        if line.row not in catalogued:
            yield f"{line.row} is no row of the catalogue"
        yield from (f"{line.row} names {rule}, which is no rule" for rule in line.rules if rule not in rules)
        if NAMES_RULES.get(line.stands, False) not in (None, bool(line.rules)):
            yield f"{line.row} is {line.stands}, and that does not go with its rules"
        if line.stands not in NAMES_RULES or not (line.rules or line.remark or line.stands in ("types", "history")):
            yield f"{line.row} does not say where it stands"


def own_rules() -> frozenset[str]:
    return frozenset(rule.id for rule in catalogue())


def test_every_row_has_its_rule_or_its_line(shared: Path) -> None:
    catalogued = rows((shared / "rules.md").read_text(encoding="utf-8"))
    assert len(catalogued) == 143
    assert list(problems(catalogued, lines(TABLE.read_text(encoding="utf-8")), own_rules())) == []


def test_the_rules_that_a_line_names_are_there() -> None:
    named = {rule for line in lines(TABLE.read_text(encoding="utf-8")) for rule in line.rules}
    assert named and named <= own_rules()


def test_the_table_is_in_alphabetical_order() -> None:
    listed = [line.row for line in lines(TABLE.read_text(encoding="utf-8"))]
    assert listed == sorted(listed)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("| `b` | merged | `a` | |", []),
        ("| `b` | types | | |", []),
        ("| `b` | merged | | silent, for a reason |", []),
        ("", ["b has neither a rule nor a line"]),
        ("| `b` | merged | `a` | |\n| `b` | types | | |", ["b stands there twice"] * 2),
        ("| `a` | types | | |\n| `b` | types | | |", ["a has a rule of its own: delete its line"]),
        ("| `b` | merged | `d` | |", ["b names d, which is no rule"]),
        ("| `b` | types | `a` | |", ["b is types, and that does not go with its rules"]),
        ("| `b` | left out | | |", ["b does not say where it stands"]),
        ("| `b` | later | | because |", ["b does not say where it stands"]),
        ("| `b` | types | | |\n| `c` | types | | |", ["c is no row of the catalogue"]),
    ],
)
def test_what_is_wrong_with_a_table_is_told(table: str, told: list[str]) -> None:
    assert list(problems(["a", "b"], lines(table), frozenset({"a"}))) == told
