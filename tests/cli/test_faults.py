"""What is wrong with one interface by itself: `check` and `release` say it, `diff` does not."""

import json
from pathlib import Path

import pytest

DECLARED = """\
\"\"\"A kettle.\"\"\"

from abc import abstractmethod
from typing import Any
from virtapi.contract import driver_interface, host_interface, raises

@host_interface
class Call:
    \"\"\"A call.\"\"\"

@driver_interface
class Driver:
    \"\"\"What every driver must do.\"\"\"

    @abstractmethod
    @raises()
    def boil(self, call: Call, /) -> None:
        \"\"\"Make it hot.

        Args:
            call: the call.
        State: it is as it was.
        Repeats: what is hot stays hot.
        \"\"\"
"""
RIGHT, WRONG = "call: Call, /) -> None:", "call: Call, water: Any, /) -> None:"


@pytest.fixture
def declared(project):
    """The project with an interface that declares its roles itself, as it should be."""
    (project.root / "src" / "kettle" / "__init__.pyi").write_text(DECLARED)
    return project


def test_a_first_release_is_refused_while_something_is_wrong(declared, virtapi):
    declared.edit(RIGHT, WRONG)
    outcome = virtapi("release", "2026.1")
    assert outcome.status == 1
    assert outcome.out.startswith("kettle (working tree)\n\nDriver.boil ")
    assert "opaque-type, denied" in outcome.out
    assert outcome.err == "virtapi: 2026.1 was not released: mend what is denied, or accept it with a reason\n"
    assert not Path("baselines").exists()


def test_a_first_release_may_be_taken_with_what_is_accepted(declared, virtapi):
    declared.edit(RIGHT, WRONG)
    Path("baselines").mkdir()
    declared.accept("*", "*")
    assert virtapi("release", "2026.1").status == 2
    declared.accept("opaque-type", "kettle.Driver.boil")
    assert virtapi("release", "2026.1").status == 1
    declared.configure('[tool.virtapi.levels]\n"args-undocumented" = "warn"')
    assert virtapi("release", "2026.1").status == 0


def test_what_is_right_is_released_and_checked_in_silence(declared, virtapi):
    assert virtapi("release", "2026.1").out == ""
    declared.becomes("2026.2")
    assert virtapi("check").out == "kettle (working tree) against 2026.1\n\nNothing changed.\n"


def test_a_check_says_what_is_wrong_and_fails(declared, virtapi):
    assert virtapi("release", "2026.1").status == 0
    declared.becomes("2026.2")
    declared.edit(RIGHT, WRONG)
    outcome = virtapi("check", "--format", "json")
    faults = [finding for finding in json.loads(outcome.out)["findings"] if finding["severity"] is None]
    assert outcome.status == 1
    assert {(finding["rule"], finding["path"]) for finding in faults} == {
        ("args-undocumented", "kettle.Driver.boil"),
        ("opaque-type", "kettle.Driver.boil(water)"),
    }


def test_what_was_wrong_before_is_wrong_still(declared, virtapi):
    declared.edit(RIGHT, WRONG)
    declared.configure('[tool.virtapi.levels]\n"*" = "allow"')
    assert virtapi("release", "2026.1").status == 0
    declared.becomes("2026.2")
    file = declared.root / "pyproject.toml"
    file.write_text(file.read_text().replace('"*" = "allow"', '"param-*" = "allow"'))
    outcome = virtapi("check")
    assert outcome.status == 1
    assert outcome.out.endswith("Nothing changed. 2 faults are in the interface itself.\n")


def test_a_comparison_of_two_sources_says_nothing_of_it(declared, virtapi):
    assert virtapi("release", "2026.1").status == 0
    declared.edit("    @raises()\n", "")
    assert "raises-missing" in virtapi("check").out
    assert "raises-missing" not in virtapi("diff", "2026.1", "src").out


def test_an_interface_whose_roles_are_only_configured_is_not_asked(project, virtapi):
    assert virtapi("release", "2026.1").status == 0
    project.becomes("2026.2")
    assert virtapi("check").status == 0
