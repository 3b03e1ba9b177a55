"""`virtapi explain --type`: which way the values of a class flow, and by which method."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import Outcome, Project

TYPES = """
from dataclasses import dataclass
from enum import Enum

class Grade(Enum):
    FINE = 1

@dataclass
class Bean:
    grade: Grade

@dataclass(frozen=True)
class Brew:
    beans: list[Bean]

class Leaf: ...
class Kettles:
    class Leaf: ...

"""

Run = Callable[..., Outcome]


@pytest.fixture
def brewing(project: Project) -> Project:
    project.edit("class Driver:\n", f"{TYPES}class Driver:\n    def brew(self) -> Brew: ...\n")
    return project


def test_it_says_by_which_methods_and_fields_the_values_flow(brewing: Project, virtapi: Run) -> None:
    said = virtapi("explain", "--type", "Grade")
    assert said.status == 0
    assert "kettle.Grade, an enum" in said.out
    assert "Drivers and the host make" not in said.out
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    start = lines.index("It flows to the host:")
    assert lines[start + 1 : start + 4] == [
        "Driver.brew returns Brew to the host",
        "Brew.beans holds list[Bean] to the host",
        "Bean.grade holds Grade to the host",
    ]
    start = lines.index("It flows perhaps to drivers:")
    assert lines[start + 3] == "Bean.grade holds Grade perhaps to drivers"
    assert "A member was added to an enum that was not declared open." in said.out
    assert "may break drivers, breaks the host" in said.out


def test_a_dotted_path_is_as_good_as_a_name(brewing: Project, virtapi: Run) -> None:
    assert virtapi("explain", "--type", "kettle.Brew").out == virtapi("explain", "--type", "Brew").out


def test_of_a_class_with_a_role_it_says_who_implements_it(brewing: Project, virtapi: Run) -> None:
    said = virtapi("explain", "--type", "Driver").out
    assert "drivers implement it and the host calls it" in said
    assert "breaks drivers" in next(line for line in said.splitlines() if "method-added-abstract" in line)


def test_of_what_nobody_sends_it_says_so(brewing: Project, virtapi: Run) -> None:
    said = virtapi("explain", "--type", "kettle.Leaf")
    assert said.status == 0
    assert "No class with a role sends or takes its values" in said.out


def test_it_looks_into_a_release_too(released: Project, virtapi: Run) -> None:
    released.edit("class Driver:\n", f"{TYPES}class Driver:\n    def brew(self) -> Brew: ...\n")
    assert virtapi("explain", "--type", "Brew").status == 0
    said = virtapi("explain", "--type", "Brew", "--release", "2026.1")
    assert (said.status, said.out) == (2, "")
    assert "2026.1 has no class 'Brew'" in said.err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--type", "Beam"), "has no class 'Beam': did you mean Bean"),
        (("--type", "kettle.Beam"), "has no class 'kettle.Beam': did you mean Bean"),
        (("--type", "Zzz"), "has no class 'Zzz': name a class by its name or its dotted path"),
        (("--type", "Leaf"), "several classes are called 'Leaf': name one of kettle.Kettles.Leaf, kettle.Leaf"),
        (("--type", "Bean", "field-added"), "'field-added' is named beside it"),
        (("--type", "Bean", "--release", "2099.1"), "2099.1"),
        (("field-added", "--release", "2026.1"), "name it with --type"),
        ((), "name a rule (`virtapi rules` lists them), or a class with --type NAME"),
    ],
)
def test_what_cannot_be_explained_is_one_clear_line(
    brewing: Project, virtapi: Run, arguments: tuple[str, ...], complaint: str
) -> None:
    said = virtapi("explain", *arguments)
    assert said.status == 2
    assert said.out == ""
    assert complaint in said.err
    assert said.err.count("\n") == 1
