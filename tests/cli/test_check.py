"""`virtapi check` and `virtapi release`: the life of a small project."""

import json
import shutil
from pathlib import Path

import pytest

ADDED = ("litres: int)", "litres: int, hot: bool = True)")


def test_without_a_release_it_says_how_to_make_the_first(project, virtapi):
    outcome = virtapi("check")
    assert outcome.status == 2
    assert outcome.err == "virtapi: kettle has no release yet: `virtapi release 2026.1` makes the first\n"


def test_the_first_release_holds_the_package_as_it_is(project, virtapi):
    outcome = virtapi("release", "2026.1")
    assert outcome.status == 0
    assert outcome.err == "virtapi: kettle 2026.1 is released: baselines/2026.1\n"
    frozen = project.root / "baselines" / "2026.1" / "kettle"
    assert sorted(file.name for file in frozen.iterdir()) == ["__init__.pyi", "py.typed"]
    assert virtapi("check").status == 0


def test_nothing_changed_is_compatible(released, virtapi):
    outcome = virtapi("check")
    assert outcome.status == 0
    assert outcome.out == "kettle (working tree) against 2026.1\n\nNothing changed.\n"
    assert outcome.err == ""


def test_what_breaks_drivers_is_denied(released, virtapi):
    released.edit(*ADDED)
    outcome = virtapi("check")
    assert outcome.status == 1
    assert "Driver.boil" in outcome.out
    assert "src/kettle/__init__.pyi:5\n" in outcome.out
    assert "  drivers   breaking " in outcome.out
    assert "param-added-optional, denied" in outcome.out
    assert outcome.err == ""


def test_it_can_be_compared_with_something_else(released, virtapi):
    shutil.copytree("src", "copy")
    released.edit(*ADDED)
    outcome = virtapi("check", "--against", "copy")
    assert outcome.status == 1
    assert outcome.out.startswith("kettle (working tree) against copy\n")


def test_what_is_accepted_passes_and_is_shown_with_its_reason(released, virtapi):
    released.edit(*ADDED)
    released.accept("param-added-optional", "kettle.Driver.boil")
    outcome = virtapi("check")
    assert outcome.status == 0
    assert "accepted  nobody has it yet" in outcome.out


def test_an_acceptance_that_covers_nothing_fails(released, virtapi):
    released.accept("param-added-optional", "kettle.Driver.boil")
    outcome = virtapi("check")
    assert outcome.status == 1
    assert "stale     param-added-optional at kettle.Driver.boil" in outcome.out
    assert "it covers no finding: delete it" in outcome.out


def test_an_acceptance_that_has_expired_fails(released, virtapi):
    released.edit(*ADDED)
    released.accept("param-added-optional", "kettle.Driver.boil", expires="2026.1")
    outcome = virtapi("check")
    assert outcome.status == 1
    assert "it held until 2026.1, this becomes 2026.2" in outcome.out


def test_acceptances_are_about_the_newest_release_alone(released, virtapi):
    released.accept("param-added-optional", "kettle.Driver.boil")
    assert virtapi("diff", "2026.1", "src").status == 0
    assert virtapi("check", "--against", "src").status == 0
    assert virtapi("check", "--against", "2026.1").status == 1


def test_the_project_can_allow_what_it_wants(released, virtapi):
    released.edit(*ADDED)
    released.configure('[tool.virtapi.levels]\n"param-*" = "warn"')
    outcome = virtapi("check")
    assert outcome.status == 0
    assert "param-added-optional, warned of" in outcome.out


def test_json_is_one_object(released, virtapi):
    released.edit(*ADDED)
    content = json.loads(virtapi("check", "--format", "json").out)
    (finding,) = content["findings"]
    assert finding["path"] == "kettle.Driver.boil(hot)"
    assert finding["severity"] == {"host": "non-breaking", "driver": "breaking"}
    assert finding["location"] == {"file": "src/kettle/__init__.pyi", "line": 5}
    assert content["release"] == "2026.2"


def test_github_annotates_the_line(released, virtapi):
    released.edit(*ADDED)
    first, *_ = virtapi("check", "--format", "github").out.splitlines()
    assert first.startswith("::error file=src/kettle/__init__.pyi,line=5,title=param-added-optional%3A kettle.")


def test_it_works_below_the_folder_of_the_configuration(released, virtapi, monkeypatch):
    released.edit(*ADDED)
    monkeypatch.chdir(released.root / "src" / "kettle")
    outcome = virtapi("check")
    assert outcome.status == 1
    assert "__init__.pyi:5\n" in outcome.out


def test_a_release_is_refused_while_something_is_denied(released, virtapi):
    released.edit(*ADDED)
    outcome = virtapi("release", "2026.2")
    assert outcome.status == 1
    assert "param-added-optional, denied" in outcome.out
    assert outcome.err == ("virtapi: 2026.2 was not released: mend what is denied, or accept it with a reason\n")
    assert [entry.name for entry in Path("baselines").iterdir()] == ["2026.1"]


def test_a_release_with_an_acceptance_says_that_it_has_served(released, virtapi):
    released.edit(*ADDED)
    released.accept("param-added-optional", "kettle.Driver.boil")
    outcome = virtapi("release", "2026.2")
    assert outcome.status == 0
    assert outcome.err.splitlines() == [
        "virtapi: kettle 2026.2 is released: baselines/2026.2",
        "virtapi: its notes: baselines/2026.2.md",
        "virtapi: its acceptances have served: delete them, or the next check calls them stale",
    ]


def test_a_second_release_names_the_first(released, virtapi):
    assert virtapi("release", "2026.2").status == 0
    assert 'predecessor = "2026.1"' in Path("baselines/2026.2/release.toml").read_text()


@pytest.mark.parametrize(
    ("becomes", "name", "says"),
    [
        ("2026.2", "2027.1", "the tree says that it becomes 2026.2, not 2027.1: change its version first"),
        ("2026.1", "2026.1", "2026.1 does not come after 2026.1, the newest release: raise the tree's version"),
        ("2025.2", "2025.2", "2025.2 does not come after 2026.1, the newest release: raise the tree's version"),
        ("2026.2", "next", "'next' is no release: name a version such as 2026.1"),
    ],
)
def test_a_release_out_of_turn_is_refused(released, virtapi, becomes, name, says):
    released.becomes(becomes)
    outcome = virtapi("release", name)
    assert (outcome.status, outcome.out, outcome.err) == (2, "", f"virtapi: {says}\n")
    assert [entry.name for entry in Path("baselines").iterdir()] == ["2026.1"]


def test_a_first_release_that_cannot_be_read_is_refused(project, virtapi):
    project.edit("class Driver:", "class Driver")
    outcome = virtapi("release", "2026.1")
    assert outcome.status == 2
    assert "kettle/__init__.pyi" in outcome.err
    assert not Path("baselines").exists()


def test_two_runs_say_the_same(released, virtapi):
    released.edit(*ADDED)
    released.edit("    @abstractmethod\n    def pour(self) -> None: ...\n", "    def drip(self) -> None: ...\n")
    first = virtapi("check", "--all", "--format", "json")
    assert first.out == virtapi("check", "--all", "--format", "json").out


LIFE = (
    "from abc import abstractmethod\n"
    "from virtapi.contract import superseded\n\n"
    "class Driver:\n"
    "    @abstractmethod\n    def boil(self, litres: int) -> None: ...\n"
    '    @superseded(by="boil", since="{since}")\n    def heat(self) -> None: ...\n'
)


def test_it_says_which_transitions_are_under_way_and_which_end(project, virtapi):
    stub = project.root / "src" / "kettle" / "__init__.pyi"
    stub.write_text(LIFE.format(since="2026.1"))
    project.configure('[tool.virtapi.levels]\n"*" = "allow"')
    assert virtapi("release", "2026.1").status == 0
    project.becomes("2026.2")
    assert virtapi("check").out.endswith("Nothing changed. 1 transition is under way.\n")
    stub.write_text(LIFE.format(since="2026.2").replace("heat", "warm"))
    assert virtapi("check").out.endswith("1 transition is under way, 1 ends with this release.\n")
    assert json.loads(virtapi("check", "--format", "json").out)["summary"]["transitions"] == {
        "under-way": 1,
        "ended": 1,
    }


def test_a_point_release_follows_the_last_of_its_line(released, virtapi):
    assert virtapi("release", "2026.2").status == 0
    released.becomes("2026.1.1")
    assert virtapi("check").out.startswith("kettle (working tree) against 2026.1\n")
    assert virtapi("release", "2026.1.1").status == 0
    assert 'predecessor = "2026.1"\n' in Path("baselines/2026.1.1/release.toml").read_text()
    released.becomes("2026.1.1")
    assert "2026.1.1 does not come after 2026.1.1, the newest release of 2026.1" in virtapi("release", "2026.1.1").err
    released.becomes("2026.3.1")
    outcome = virtapi("release", "2026.3.1")
    assert (outcome.status, outcome.err) == (
        2,
        "virtapi: 2026.3.1 has nothing to follow on its line: release 2026.3 first\n",
    )


def test_a_point_release_brings_nothing_that_is_not_equivalent(released, virtapi):
    released.edit(
        "    @abstractmethod\n    def pour", "    def fill(self) -> None: ...\n    @abstractmethod\n    def pour"
    )
    released.becomes("2026.1.1")
    outcome = virtapi("release", "2026.1.1")
    assert outcome.status == 2
    assert outcome.err == (
        "virtapi: 2026.1.1 is not equivalent to 2026.1 (method-added-concrete at kettle.Driver.fill): "
        "take that back, or make it the next release\n"
    )
    assert [entry.name for entry in Path("baselines").iterdir()] == ["2026.1"]


def test_a_release_with_stale_modules_is_refused(project, virtapi):
    stub = Path("src/kettle/heat.pyi")
    stub.write_text(
        '"""Heats."""\n\nfrom enum import Enum\n\nclass Heat(Enum):\n    """How hot."""\n\n    LOW = "low"\n'
    )
    Path("src/kettle/__init__.pyi").write_text('"""Kettles."""\n\nclass Driver:\n    """A kettle."""\n')
    assert virtapi("runtime").status == 0
    stub.write_text(stub.read_text().replace("How hot.", "How warm."))
    outcome = virtapi("release", "2026.1")
    assert (outcome.status, outcome.err) == (
        2,
        "virtapi: src/kettle/heat.py is not as its stub says: run `virtapi runtime`, then release again\n",
    )
    assert not Path("baselines").exists()
    assert virtapi("runtime").status == 0
    assert virtapi("release", "2026.1").status == 0
