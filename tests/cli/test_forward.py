"""`--forward`: new drivers on old hosts, and whether one driver can serve both versions."""

import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import Outcome, Project

Run = Callable[..., Outcome]


@pytest.fixture
def changed(released: Project) -> Project:
    released.edit("litres: int)", "litres: int, hot: bool = True)")
    released.edit("def pour(self) -> None: ...", "def pour(self, cup: int) -> None: ...")
    return released


def test_each_change_says_how_one_driver_serves_both(changed: Project, virtapi: Run) -> None:
    said = virtapi("check", "--forward")
    assert said.status == 1
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    assert "source one can serve both: `def boil(self, litres: int, hot: bool = True) -> None`" in lines
    assert "source one can serve both: `def pour(self, cup: int | None = None) -> None`" in lines
    assert lines.count("forward breaking for a driver of the new version on an old host") == 1
    assert lines.count("forward non-breaking for a driver of the new version on an old host") == 1
    assert "1 change breaks new drivers on an old host; one source can serve both." in " ".join(said.out.split())


def test_without_it_nothing_is_said_of_both_ways(changed: Project, virtapi: Run) -> None:
    said = virtapi("check").out
    assert "forward" not in said and "serve both" not in said
    content = json.loads(virtapi("check", "--format", "json").out)
    assert content["summary"]["forward"] is None
    assert {finding["forward"] for finding in content["findings"]} == {None}


def test_json_has_the_way_back_and_the_answer(changed: Project, virtapi: Run) -> None:
    content = json.loads(virtapi("check", "--forward", "--format", "json").out)
    found = {finding["rule"]: finding["forward"] for finding in content["findings"]}
    how = "`def boil(self, litres: int, hot: bool = True) -> None`"
    assert found["param-added-optional"] == {
        "driver": "non-breaking",
        "one_source": {"answer": "can", "how": how},
    }
    assert found["param-added-required"]["driver"] == "breaking"
    assert content["summary"]["forward"] == {"breaking": 1, "without_source": 0, "source_unjudged": 0}


def test_an_annotation_on_github_has_it_too(changed: Project, virtapi: Run) -> None:
    said = virtapi("check", "--forward", "--format", "github").out
    assert "new drivers on an old host: breaking; one source can serve both: `def pour(" in said


def test_what_hurts_only_on_the_way_back_and_can_be_done_without_is_not_denied(released: Project, virtapi: Run) -> None:
    released.edit("class Driver:\n", "def heat() -> int: ...\n\nclass Driver:\n")
    assert virtapi("check").status == 0
    said = virtapi("check", "--forward", "--format", "json")
    (finding,) = json.loads(said.out)["findings"]
    assert (said.status, finding["rule"], finding["level"]) == (0, "symbol-added", "allow")
    assert finding["forward"]["one_source"]["answer"] == "can"


def test_what_nobody_asks_for_is_left_out_and_what_no_source_can_give_is_denied(
    released: Project, virtapi: Run
) -> None:
    released.edit("class Driver:\n", "class Level: ...\nclass Driver:\n    def level(self) -> Level: ...\n")
    optional = virtapi("check", "--forward", "--format", "json")
    found = {finding["rule"]: finding["forward"]["one_source"] for finding in json.loads(optional.out)["findings"]}
    assert found == {
        "class-added": {"answer": "can", "how": "where it does without `Level`"},
        "method-added-concrete": {"answer": "can", "how": "where it does not define `level`"},
    }
    assert optional.status == 0
    released.edit("    def level", "    @abstractmethod\n    def level")
    demanded = virtapi("check", "--forward")
    assert demanded.status == 1
    assert "none can serve both: `level` has to give `Level`, and only one version has `Level`" in demanded.out
    assert "for 1 no source can serve both." in " ".join(demanded.out.split())


def test_diff_has_it_as_well(changed: Project, virtapi: Run) -> None:
    assert "one can serve both" in virtapi("diff", "2026.1", "src", "--forward").out
