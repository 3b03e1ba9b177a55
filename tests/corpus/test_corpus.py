"""How cases are read and counted; and all of them, which is quick."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.corpus import corpus, figures
from tests.corpus.cases import Case, read_cases
from tests.corpus.figures import DRIVERS, GRIFFE, HOSTS, VIRTAPI, Figures, Outcome
from tests.corpus.page import page
from tests.corpus.verdicts import Verdict, griffes, ours, verdict
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.finding import Finding, Level

NOBODY = Verdict(drivers=False, hosts=False)
ONLY_DRIVERS = Verdict(drivers=True, hosts=False, told=("param-added-optional: it was added",))
BOTH = Verdict(drivers=True, hosts=True, told=("method-removed: it is gone",))


def case(name="m-case", *, drivers=False, hosts=False, contested="", needs_types=False) -> Case:
    return Case(
        id=name, category="method", description="something changed", breaks_drivers=drivers, breaks_hosts=hosts,
        contested=contested, needs_types=needs_types, implements=("pkg.Driver",), old=Path("old"), new=Path("new"),
    )  # fmt: skip


def outcome(of: Case, said: Verdict, *, griffe: Verdict = NOBODY) -> Outcome:
    return Outcome(case=of, ours=said, griffe=griffe)


FOUND = outcome(case("found", drivers=True), ONLY_DRIVERS, griffe=BOTH)
MISSED = outcome(case("missed", hosts=True), NOBODY)
FALSE = outcome(case("false", hosts=True), BOTH)
ALARM = outcome(case("alarm"), ONLY_DRIVERS)
QUIET = outcome(case("quiet"), NOBODY, griffe=BOTH)


def finding(*, host: Severity, driver: Severity) -> Finding:
    return Finding(
        rule="any", path="pkg.Driver.m", element="pkg.Driver.m", host=host, driver=driver, level=Level.ALLOW,
        message="something changed", instead=None, old="old", new="new", location=None,
    )  # fmt: skip


def test_only_what_breaks_for_sure_counts():
    perhaps = finding(host=Severity.POTENTIALLY_BREAKING, driver=Severity.BREAKING)
    said = verdict([perhaps])
    assert (said.drivers, said.hosts) == (True, False)
    assert said.told == ("any: something changed (drivers breaking, hosts potentially-breaking)",)


def test_what_breaks_is_found_or_missed_and_what_does_not_is_a_false_alarm():
    outcomes = (FOUND, MISSED, FALSE, QUIET)
    assert Figures.of(outcomes, DRIVERS, VIRTAPI) == Figures(broken=1, found=1, false=1)
    assert Figures.of(outcomes, HOSTS, VIRTAPI) == Figures(broken=2, found=1, false=0)
    assert Figures.of(outcomes, DRIVERS, GRIFFE) == Figures(broken=1, found=1, false=1)


def test_recall_and_precision_are_shares_and_all_of_nothing():
    figures_of_some = Figures(broken=4, found=3, false=1)
    assert (figures_of_some.recall, figures_of_some.precision) == (0.75, 0.75)
    none = Figures(broken=0, found=0, false=0)
    assert (none.recall, none.precision) == (1.0, 1.0)


def test_a_contested_case_is_in_no_figure_and_in_the_list():
    argued = replace(MISSED, case=replace(MISSED.case, contested="some call it a feature"))
    assert figures.counted([argued, FOUND]) == (FOUND,)
    assert figures.missed([argued, FOUND]) == []
    assert "Contested: some call it a feature. We say that it breaks nobody (recorded: hosts): no finding" in (
        page([argued, FOUND])
    )


def test_a_case_that_needs_types_counts_like_any_other():
    needs = case("types", drivers=True, needs_types=True)
    assert figures.missed([FOUND, outcome(needs, ONLY_DRIVERS)]) == []
    assert figures.missed([FOUND, outcome(needs, NOBODY)]) == ["recall for drivers 50 %, at least 98 % demanded"]
    assert figures.without_types([FOUND, outcome(needs, NOBODY)]) == (FOUND,)


def test_every_missed_target_is_told():
    assert figures.missed([FOUND, MISSED, ALARM]) == [
        "precision for drivers 50 %, at least 98 % demanded",
        "recall for hosts 0 %, at least 98 % demanded",
        "alarm breaks nobody and is told to",
    ]
    assert figures.missed([]) != []


def test_the_page_lists_what_is_wrong():
    text = page([FOUND, MISSED, FALSE, ALARM])
    assert "- hosts, `missed`: something changed. We say: no finding\n" in text
    assert "- drivers, `false`: something changed. We say: method-removed: it is gone\n" in text
    assert "## Breaking findings on cases that break nobody\n\n- `alarm`: " in text
    assert page([FOUND, QUIET]).count("Nothing.") == 4


@pytest.fixture
def written(tmp_path: Path) -> Case:
    """A case on disk: a driver's method takes one more argument."""
    for side, signature in (("old", "self"), ("new", "self, hot: bool = ...")):
        package = tmp_path / "added" / side / "pkg"
        package.mkdir(parents=True)
        package.joinpath("__init__.pyi").write_text(f"class Driver:\n    def boil({signature}) -> None: ...\n")
    said = {
        "id": "added", "category": "params", "description": "optional parameter added", "breaks_caller": False,
        "breaks_implementer": True, "contested": "", "implements": ["pkg.Driver"], "needs_types": False,
    }  # fmt: skip
    (tmp_path / "added" / "case.json").write_text(json.dumps(said))
    (read,) = read_cases(tmp_path)
    return read


def test_a_case_is_read_and_judged(written):
    assert (written.breaks_drivers, written.breaks_hosts) == (True, False)
    said = ours(written)
    assert (said.drivers, said.hosts) == (True, False)
    assert griffes(written) == NOBODY


@pytest.mark.slow
def test_all_cases_meet_the_targets(shared):
    outcomes = corpus.judged(read_cases(shared / "corpus"))
    assert len(outcomes) >= 152
    assert figures.missed(outcomes) == []
