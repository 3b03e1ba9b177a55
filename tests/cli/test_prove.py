"""`--prove`: what is breaking comes with the program that shows it."""

import json
from pathlib import Path

import pytest

import virtapi_analyzer
from virtapi_analyzer.model.proof import Status
from virtapi_analyzer.policy.configuration import InterfaceConfiguration

OLD = "class Driver:\n    def boil(self, litres: int) -> None: ...\n"
NEW = "class Driver:\n    def boil(self, litres: int, hot: bool = True) -> None: ...\n"
DRIVERS = ("--package", "kettle", "--driver-interface", "kettle.*Driver")
KETTLE = InterfaceConfiguration(name="kettle", package="kettle", driver_interfaces=("kettle.Driver",))


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for version, text in (("old", OLD), ("new", NEW)):
        package = tmp_path / version / "kettle"
        package.mkdir(parents=True)
        package.joinpath("__init__.pyi").write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_finding_says_that_it_is_proved_and_by_what(versions, virtapi):
    outcome = virtapi("diff", "old", "new", *DRIVERS, "--prove")
    assert outcome.status == 1
    assert "param-added-optional, proved, denied" in outcome.out
    assert (
        "  proof     a driver that type-checks with the old version:\n"
        "              class Witness(Driver):\n"
        "                  def boil(self, litres: int) -> None:\n"
        "                      raise NotImplementedError\n"
        '            mypy, with the new one: Signature of "boil" incompatible with supertype "kettle.Driver"\n'
    ) in outcome.out
    assert outcome.out.endswith("1 of 1 breaking changes is proved.\n")


def test_the_check_proves_too(released, virtapi):
    released.edit("litres: int)", "litres: int, hot: bool = True)")
    assert "param-added-optional, proved, denied" in virtapi("check", "--prove").out


def test_without_it_nothing_is_said_of_proofs(versions, virtapi):
    assert "prove" not in virtapi("diff", "old", "new", *DRIVERS).out


def test_where_nothing_is_breaking_there_is_nothing_to_prove(versions, virtapi):
    outcome = virtapi("diff", "old", "old", *DRIVERS, "--prove")
    assert outcome.out.endswith("Nothing changed.\n")


def test_programs_get_the_whole_witness(versions, virtapi):
    outcome = virtapi("diff", "old", "new", *DRIVERS, "--prove", "--format", "json")
    (finding,) = json.loads(outcome.out)["findings"]
    assert finding["proof"]["status"] == "proved"
    assert finding["proof"]["host"] is None
    assert finding["proof"]["driver"]["judge"] == "mypy"
    assert finding["proof"]["driver"]["witness"].startswith("from kettle import Driver\n")
    assert finding["proof"]["driver"]["answer"].startswith('Signature of "boil" incompatible')


def test_the_function_proves_too(versions):
    report = virtapi_analyzer.diff(versions / "old", versions / "new", KETTLE, prove=True)
    assert [proof.status for finding in report.findings for proof in finding.proofs] == [Status.PROVED]


def test_a_rule_is_explained_by_the_witness_of_its_example(virtapi):
    outcome = virtapi("explain", "param-added-optional")
    assert (
        "Proof: an override written for the old version, and a call as the new one allows it:\n"
        "    def get_info(instance): ...\n"
        '    get_info("instance", "use_cache")\n'
        "  Python: get_info() takes 1 positional argument but 2 were given\n"
    ) in outcome.out


def test_a_rule_of_types_is_explained_by_what_mypy_refuses(virtapi):
    assert "Proof: host code that type-checks with the old version:\n" in virtapi("explain", "return-type-widened").out


def test_a_rule_that_no_judge_sees_says_why(virtapi):
    assert "No proof: mypy does not look at exceptions\n" in virtapi("explain", "raises-widened").out
