"""The map from Nova's driver interface to this one is whole, and leads nowhere that does not exist.

Names are looked up in the interface itself. Whether a row is missing says the inventory of Nova's interface, which lies
with the shared data.
"""

import inspect
import pkgutil
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

SECTIONS = {
    "Class attributes and module helpers": "1",
    "Methods": "2",
    "Opaque parameters": "3",
    "Capability flags": "4",
    "VirtAPI": "5",
    "Events": "6",
    "Objects": "7",
    "Where text and code disagree": "8",
}
"""The headings of the map, and the section of the inventory that each answers."""
NAME = re.compile(r"`(virtapi(?:\.\w+)+)(?:\((\w+)\))?`")


def tables(text: str) -> dict[str, list[list[str]]]:
    """The rows below each heading, as the texts of their cells; of the heads of tables nothing is left."""
    found: dict[str, list[list[str]]] = {}
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        lines = [line for line in body.splitlines() if line.startswith("|")]
        found[heading] = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]
    return found


def read_map() -> dict[str, list[list[str]]]:
    return tables((Path(__file__).parents[2] / "docs" / "interface-map.md").read_text())


def places(row: Sequence[str]) -> str:
    """The cell that says where something went: the last but one."""
    return row[-2]


ROWS = [(heading, row) for heading, rows in read_map().items() for row in rows]
NAMES = sorted({found.groups() for _, row in ROWS for cell in row for found in NAME.finditer(cell)}, key=str)


@pytest.mark.parametrize(("name", "parameter"), NAMES, ids=lambda part: part or "")
def test_what_the_map_names_exists(name: str, parameter: str | None) -> None:
    element = look_up(name)
    assert parameter is None or parameter in inspect.signature(element).parameters


def look_up(name: str) -> Any:
    """The element of that name. A field without a default is no attribute of its class, but it is annotated."""
    owner, _, last = name.rpartition(".")
    try:
        return pkgutil.resolve_name(name)
    except AttributeError:
        kind = pkgutil.resolve_name(owner)
        annotated = {each for base in getattr(kind, "__mro__", ()) for each in vars(base).get("__annotations__", {})}
        assert last in annotated, f"{owner} has no {last}"
        return None


@pytest.mark.parametrize(("heading", "row"), ROWS, ids=lambda part: part if isinstance(part, str) else part[0])
def test_a_row_says_where_something_went_or_why_it_went_nowhere(heading: str, row: list[str]) -> None:
    where = places(row)
    assert re.fullmatch(r"-|`[^`]+`(, `[^`]+`)*", where), "names in backquotes, or a dash"
    assert len(NAME.findall(where)) == where.count("`") // 2, "only names of the interface"
    assert where != "-" or row[-1], "nothing follows, and no reason is given"


def test_the_map_has_a_table_for_each_section_of_the_inventory() -> None:
    assert list(read_map()) == list(SECTIONS)


@pytest.mark.parametrize(("heading", "section"), SECTIONS.items())
def test_every_row_of_the_inventory_is_answered_once(shared: Path, heading: str, section: str) -> None:
    inventory = (shared / "nova" / "driver-interface.md").read_text()
    body = dict(re.findall(r"^## (\d)\.(.*?)(?=^## |\Z)", inventory, flags=re.MULTILINE | re.DOTALL))[section]
    expected = list(asked(section, body))
    assert expected
    assert sorted(key(section, row) for row in read_map()[heading]) == sorted(expected)


def asked(section: str, body: str) -> Iterator[str]:
    """The keys of the rows that the inventory has in one of its sections."""
    if section == "6":  # prose: classes and their methods, and the transitions with their numbers
        yield from re.findall(r"[`>]\s*`?(\w+)\(", body)
        yield from re.findall(r"\b([A-Z_]+) \d", body)
    elif section == "8":  # a list: its items are counted
        yield from map(str, range(1, 1 + len(re.findall(r"^- ", body, flags=re.MULTILINE))))
    else:
        for row in tables(f"## {body}").popitem()[1]:
            yield key(section, row)


def key(section: str, row: Sequence[str]) -> str:
    """How a row is told from others: by its first name; a parameter also by the first of the methods that have it."""
    return " of ".join(word(cell) for cell in row[: 2 if section == "3" else 1])


def word(cell: str) -> str:
    found = re.search(r"\w+", cell)
    return found[0] if found else ""
