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
    told = {"seen": 1, "failing": [place], "doubtful": [], "unfit": [], "decides": True}
    assert finding["calls"] == {"about": "arguments", **told}
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


REFUSING = "class Driver:\n    def boil(self, litres):\n        raise NotImplementedError()\n"
GUARDED = """\
def breakfast(driver):
    try:
        driver.boil(1)
    except NotImplementedError:
        pass
"""
BARE = "def breakfast(driver):\n    driver.boil(1)\n"


@pytest.fixture
def hosts(versions):
    """Writes both hosts beside their versions of an interface that stays as it is."""

    def write(old: str, new: str, kettle: str = REFUSING) -> None:
        for version, source in (("old", old), ("new", new)):
            versions.joinpath(version, "kettle", "__init__.py").write_text(kettle)
            versions.joinpath(version, "inn.py").write_text(source)

    return write


def test_a_guard_that_is_gone_breaks_drivers(hosts, virtapi):
    hosts(GUARDED, BARE)
    outcome = virtapi("diff", "old", "new", *DRIVERS, "--host", "new")
    assert outcome.status == 1
    assert "the host no longer expects that a driver leaves out `boil`" in outcome.out
    said = " ".join(outcome.out.split())
    assert "calls not guarded at new/inn.py:2 in breakfast; old guarded it at old/inn.py:4" in said
    found = json.loads(virtapi("diff", "old", "new", *DRIVERS, "--host", "new", "--format", "json").out)["findings"]
    assert [(each["rule"], each["calls"]["about"], each["calls"]["became"]) for each in found] == [
        ("guard-dropped", "guards", "mandatory")
    ]
    told = virtapi("diff", "old", "new", *DRIVERS, "--host", "new", "--format", "github").out
    assert "calls: not guarded at new/inn.py:2 in breakfast" in told


def test_the_old_host_may_be_somewhere_else(hosts, virtapi):
    hosts(GUARDED, BARE)
    assert virtapi("diff", "old", "new", *DRIVERS, "--host", "new/inn.py").status == 0
    outcome = virtapi("diff", "old", "new", *DRIVERS, "--host", "new/inn.py", "--old-host", "old/inn.py")
    assert outcome.status == 1 and "guard-dropped" in outcome.out


def test_an_old_host_alone_is_refused(hosts, virtapi):
    outcome = virtapi("diff", "old", "new", *DRIVERS, "--old-host", "old")
    assert (outcome.status, len(outcome.err.splitlines())) == (2, 1)
    assert "name the newer one with --host as well" in outcome.err


def test_a_call_that_fits_nothing_is_told_where_it_is(hosts, virtapi):
    hosts(BARE, "def breakfast(driver):\n    driver.boil()\n")
    outcome = virtapi("diff", "old", "new", *DRIVERS, "--host", "new")
    assert outcome.status == 0
    assert "new/inn.py:2\n" in outcome.out
    assert "fits no version: it does not pass `litres`" in " ".join(outcome.out.split())
    assert "1 fault is in the host." in outcome.out


def test_a_call_that_fits_only_the_old_version_is_no_fault_of_its_own(hosts, virtapi, versions):
    hosts(BARE, BARE)
    new = REFUSING.replace("litres", "litres, *, hot")
    versions.joinpath("new", "kettle", "__init__.py").write_text(new)
    outcome = virtapi("diff", "old", "new", *DRIVERS, "--host", "new")
    assert "call-misfit" not in outcome.out and "param-added-required" in outcome.out


REMOVED = "class Driver:\n    def tea(self): ...\n"


@pytest.mark.parametrize(
    ("body", "severity", "said"),
    [
        ("        return super().boil(litres)", "breaking", "a driver uses what it inherits at old/inn.py:4"),
        ("        return litres", "potentially-breaking", "the one driver in old does not use the `boil` it inherits"),
    ],
)
def test_drivers_in_the_old_host_say_whether_anybody_lives_off_what_is_gone(
    hosts, virtapi, versions, body, severity, said
):
    own = f"from kettle import Driver\nclass Own(Driver):\n    def boil(self, litres):\n{body}\n"
    hosts(own, "", "class Driver:\n    def tea(self): ...\n    def boil(self, litres):\n        return litres\n")
    versions.joinpath("new", "kettle", "__init__.py").write_text(REMOVED)
    outcome = virtapi("diff", "old", "new", *DRIVERS, "--host", "new", "--format", "json")
    (finding,) = json.loads(outcome.out)["findings"]
    assert finding["severity"]["driver"] == severity
    assert said in " ".join(virtapi("diff", "old", "new", *DRIVERS, "--host", "new").out.split())


@pytest.mark.parametrize(
    ("host", "severity", "said"),
    [
        (BARE, "breaking", "nothing handles it at new/inn.py:2 in breakfast, and leaves the host by inn.breakfast"),
        (GUARDED.replace("NotImplementedError", "OSError"), "non-breaking", "handled at new/inn.py:4: new calls `boil` once"),
        ("", "non-breaking", "no call: new does not call `boil`"),
    ],
)  # fmt: skip
def test_an_exception_that_came_hurts_a_host_that_does_not_handle_it(hosts, virtapi, versions, host, severity, said):
    raising = "from virtapi.contract import raises\nclass Driver:\n    @raises({})\n    def boil(self, litres):\n        return 1\n"
    hosts(host, host)
    for version, raised in (("old", "KeyError"), ("new", "KeyError, OSError")):
        versions.joinpath(version, "kettle", "__init__.py").write_text(raising.format(raised))
    outcome = virtapi("diff", "old", "new", *DRIVERS, "--host", "new", "--format", "json")
    (finding,) = json.loads(outcome.out)["findings"]
    assert (finding["rule"], finding["severity"]["host"]) == ("raises-widened", severity)
    assert said in " ".join(virtapi("diff", "old", "new", *DRIVERS, "--host", "new", "--all").out.split())
