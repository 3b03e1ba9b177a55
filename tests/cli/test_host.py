"""`--host`: what a host really calls has a say in what breaks drivers."""

import json

import pytest

import virtapi_analyzer
from tests.cli.test_diff import DRIVERS, KETTLE, versions

__all__ = ["versions"]

MANAGER = """\
class Manager:
    def breakfast(self):
        self.driver.boil(1{arguments})
"""


@pytest.fixture
def host(versions):
    """Writes the host anew, its call with these further arguments."""

    def write(arguments: str = "", more: str = "") -> None:
        versions.joinpath("inn.py").write_text(MANAGER.format(arguments=arguments) + more)

    write()
    return write


def diff(virtapi, *options):
    return virtapi("diff", "old", "new", *DRIVERS, "--host", "inn.py", *options)


def test_what_the_host_passes_breaks_drivers_now(host, virtapi):
    host(", hot=False")
    outcome = diff(virtapi)
    assert outcome.status == 1
    assert "  drivers   breaking " in outcome.out
    assert "  calls     the host passes it at inn.py:3 in Manager.breakfast\n" in outcome.out
    assert outcome.out.endswith("inn.py has 1 call of drivers in 1 file.\n")


def test_what_no_call_passes_breaks_nobody(host, virtapi):
    outcome = diff(virtapi, "--all")
    assert outcome.status == 0
    assert "  drivers   non-breaking " in outcome.out
    assert "  calls     no call passes it: inn.py calls `boil` once\n" in outcome.out


def test_a_call_that_may_pass_more_may_break(host, virtapi):
    host(", **options")
    outcome = diff(virtapi)
    assert outcome.status == 0
    assert "  drivers   potentially-breaking " in outcome.out
    assert "the host may pass it at inn.py:3 in Manager.breakfast, with arguments that nobody can see" in outcome.out


def test_a_host_of_another_version_says_nothing(host, virtapi):
    host(", hot=True, lid=False")
    outcome = diff(virtapi)
    assert outcome.status == 1
    said = "the host is of another version: what it passes at inn.py:3 in Manager.breakfast is not taken here"
    assert said in " ".join(outcome.out.split())


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("    def f(self, name): getattr(self.driver, name)()\n", "In 1 place it takes a method of a driver by a name"),
        ("    def f(self): self.driver.boil(*self.args)\n", "the host may pass it at inn.py:4 in Manager.f"),
    ],
)
def test_what_cannot_be_seen_leaves_a_doubt(host, virtapi, more, said):
    host(more=more)
    outcome = diff(virtapi)
    assert outcome.status == 0
    assert "potentially-breaking" in outcome.out and said in outcome.out.replace("\n", " ")


def test_a_host_of_which_a_file_cannot_be_read_leaves_a_doubt(host, virtapi, versions):
    versions.joinpath("inn").mkdir()
    versions.joinpath("inn", "old.py").write_text("print driver.boil()\n")
    versions.joinpath("inn", "manager.py").write_text(MANAGER.format(arguments=""))
    outcome = virtapi("diff", "old", "new", *DRIVERS, "--host", "inn")
    assert "no call that could be seen passes it: inn calls `boil` once" in outcome.out
    assert "1 file of it cannot be read: inn/old.py:1: Missing parentheses" in outcome.out.replace("\n", " ")


def test_a_declared_role_is_a_contract_whatever_a_host_calls(versions, host, virtapi):
    for version in ("old", "new"):
        module = versions / version / "kettle" / "__init__.py"
        text = module.read_text().replace("class", "@driver_interface\nclass")
        module.write_text(f"from virtapi.contract import driver_interface\n{text}")
    outcome = virtapi("diff", "old", "new", "--package", "kettle", "--host", "inn.py")
    assert outcome.status == 1
    assert "no call passes it: inn.py calls `boil` once" in outcome.out


def test_the_same_is_a_function(host, versions):
    assert virtapi_analyzer.diff("old", "new", KETTLE, host=versions / "inn.py").denied is False
    host(", True")
    assert virtapi_analyzer.diff("old", "new", KETTLE, host=versions / "inn.py").denied is True


def test_programs_are_told_where(host, virtapi):
    host(", True")
    content = json.loads(diff(virtapi, "--format", "json").out)
    (finding,) = content["findings"]
    place = {"file": "inn.py", "line": 3, "function": "Manager.breakfast"}
    assert finding["calls"] == {"seen": 1, "failing": [place], "doubtful": [], "unfit": [], "decides": True}
    assert content["host"] == {"label": "inn.py", "files": 1, "calls": 1, "dynamic": [], "unread": []}
    assert json.loads(virtapi("diff", "old", "new", *DRIVERS, "--format", "json").out)["host"] is None


def test_github_is_told_where(host, virtapi):
    host(", True")
    assert "calls: the host passes it at inn.py:3 in Manager.breakfast" in diff(virtapi, "--format", "github").out


def test_the_working_tree_is_checked_against_a_host_too(released, virtapi):
    released.edit("litres: int)", "litres: int, hot: bool = True)")
    released.root.joinpath("inn.py").write_text(MANAGER.format(arguments=""))
    assert virtapi("check").status == 1
    outcome = virtapi("check", "--host", "inn.py", "--all")
    assert outcome.status == 0 and "no call passes it" in outcome.out


def test_the_project_names_the_modules_that_call_drivers_and_what_they_call_them(released, virtapi):
    released.edit("litres: int)", "litres: int, hot: bool = True)")
    released.configure('\ncallers = ["inn"]\nreceivers = ["pot"]')
    released.root.joinpath("inn.py").write_text("pot.boil(1, True)\ndriver.boil()\n")
    released.root.joinpath("pub.py").write_text("pot.boil(1, True)\n")
    outcome = virtapi("check", "--host", ".")
    assert outcome.status == 1
    assert "the host passes it at inn.py:1\n" in outcome.out
    assert "inn.py has" not in outcome.out and "1 call of drivers in 1 file." in outcome.out


def test_a_host_that_is_not_there_is_said_in_one_line(host, virtapi):
    outcome = virtapi("diff", "old", "new", *DRIVERS, "--host", "pub")
    assert outcome.status == 2
    assert outcome.err.startswith("virtapi: the host's source: pub is neither a path nor a release")
