"""A finding that breaks drivers shows the parallel addition, as code that the owner can put in its place."""

import ast
import json
import re
import textwrap
from pathlib import Path

import pytest

HEAD = """\
from abc import abstractmethod
from dataclasses import dataclass
from typing import Annotated
from typing_extensions import deprecated
from virtapi.contract import Since, Superseded, driver_interface, since, superseded
from virtapi.values import converted

class Jug: ...
class TinJug(Jug): ...

"""
METHOD = """\
@driver_interface
class Driver:
    @abstractmethod
    {}
    @abstractmethod
    def pour(self, heat: Heat) -> Heat: ...

@dataclass(frozen=True, kw_only=True)
class Heat:
    {}
"""
FALLBACKS = "from kettle import Driver, Heat, Jug, TinJug\nfrom virtapi.contract import fallback_for\n\n"
BOIL = "def boil(self, litres: int, jug: TinJug) -> Jug: ..."
KIND = "degrees: int"

CHANGES = [
    ("param-added-optional", BOIL.replace("TinJug)", "TinJug, hot: bool = True)"), KIND),
    ("param-added-required", BOIL.replace("TinJug)", "TinJug, hot: bool)"), KIND),
    ("param-removed-required", BOIL.replace("litres: int, ", ""), KIND),
    ("param-renamed", BOIL.replace("litres", "pints"), KIND),
    ("param-type-widened", BOIL.replace("TinJug", "Jug"), KIND),
    ("return-type-narrowed", BOIL.replace("-> Jug", "-> TinJug"), KIND),
    ("async-changed", f"async {BOIL}", KIND),
    ("field-type-changed", BOIL, "degrees: str"),
]


def silence_what_the_first_release_lacks(project, virtapi):
    """Let the interface do without docstrings and the like, which are not what is asked here."""
    findings = json.loads(virtapi("release", "2026.1", "--format", "json").out)["findings"]
    levels = (f'"{rule}" = "allow"' for rule in sorted({each["rule"] for each in findings}))
    project.configure("\n".join(["[tool.virtapi.levels]", *levels]))


@pytest.mark.parametrize(("rule", "method", "field"), CHANGES, ids=[rule for rule, *_ in CHANGES])
def test_what_it_shows_can_be_put_in_its_place(project, virtapi, rule, method, field):
    stub = Path("src/kettle/__init__.pyi")
    stub.write_text(HEAD + METHOD.format(BOIL, KIND))
    silence_what_the_first_release_lacks(project, virtapi)
    assert virtapi("release", "2026.1").status == 0
    project.becomes("2026.2")
    stub.write_text(HEAD + METHOD.format(method, field))
    findings = json.loads(virtapi("check", "--format", "json").out)["findings"]
    code = next(each["parallel"] for each in findings if each["parallel"])
    assert rule in {each["rule"] for each in findings if each["parallel"] == code}
    shown = virtapi("check").out
    assert textwrap.indent(code.split("\n\n")[1], " " * 12) in shown
    assert shown.count("# in fallbacks.py") == 1

    members, functions = re.split(r"# in fallbacks\.py.*\n", code)
    ast.parse(members)
    ast.parse(functions)
    before = f"    {KIND}" if method == BOIL else textwrap.indent(f"@abstractmethod\n{BOIL}", "    ")
    whole = HEAD + METHOD.format(BOIL, KIND)
    assert before in whole
    stub.write_text(whole.replace(before, textwrap.indent(members, "    ")))
    Path("src/kettle/fallbacks.py").write_text(FALLBACKS + functions)
    outcome = virtapi("check")
    assert outcome.status == 0, outcome.out
    assert "1 transition is under way." in outcome.out


def test_what_breaks_no_driver_shows_none(released, virtapi):
    released.edit(
        "    @abstractmethod\n    def pour", "    def fill(self) -> None: ...\n    @abstractmethod\n    def pour"
    )
    assert all(each["parallel"] is None for each in json.loads(virtapi("check", "--format", "json").out)["findings"])


def test_a_name_that_is_taken_is_not_taken_again(released, virtapi):
    released.edit(
        "    @abstractmethod\n    def pour", "    def boil_2(self) -> None: ...\n    @abstractmethod\n    def pour"
    )
    released.edit("litres: int)", "litres: int, hot: bool = True)")
    findings = json.loads(virtapi("check", "--format", "json").out)["findings"]
    assert any(
        "def boil_3(self, litres: int, hot: bool = True) -> None: ..." in (each["parallel"] or "") for each in findings
    )
