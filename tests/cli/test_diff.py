"""`virtapi diff`, and the same as a function."""

import subprocess
import sys
from pathlib import Path

import pytest

import virtapi_analyzer
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.errors import ConfigurationError, SourceError
from virtapi_analyzer.policy.configuration import InterfaceConfiguration

OLD = "class Driver:\n    def boil(self, litres: int) -> None: ...\n"
NEW = "class Driver:\n    def boil(self, litres: int, hot: bool = True) -> None: ...\n"
KETTLE = InterfaceConfiguration(name="kettle", package="kettle", driver_interfaces=("kettle.Driver",))
DRIVERS = ("--package", "kettle", "--driver-interface", "kettle.*Driver")


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions of a package, and no configuration anywhere."""
    for version, text in (("old", OLD), ("new", NEW)):
        package = tmp_path / version / "kettle"
        package.mkdir(parents=True)
        package.joinpath("__init__.py").write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_driver_interface_can_be_named_for_one_run(versions, virtapi):
    outcome = virtapi("diff", "old", "new", *DRIVERS)
    assert outcome.status == 1
    assert "param-added-optional, denied" in outcome.out


def test_the_host_s_interface_is_hurt_the_other_way_round(versions, virtapi):
    outcome = virtapi("diff", "old", "new", "--package", "kettle", "--host-interface", "kettle.Driver")
    assert outcome.status == 0
    assert "  host      breaking " in outcome.out


def test_without_a_role_nobody_is_hurt(versions, virtapi):
    assert virtapi("diff", "old", "new", "--package", "kettle").status == 0


def test_a_version_against_itself_says_nothing(versions, virtapi):
    outcome = virtapi("diff", "old", "old", *DRIVERS)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.endswith("Nothing changed.\n")


def test_patterns_are_added_to_a_configured_interface(released, virtapi):
    released.configure('[tool.virtapi.interfaces.pot]\npackage = "kettle"\npath = "src"')
    released.edit("litres: int)", "litres: int, hot: bool = True)")
    sides = ("diff", "baselines/2026.1", "src", "--interface", "pot")
    assert virtapi(*sides).status == 0
    assert virtapi(*sides, "--driver-interface", "kettle.Driver").status == 1


def test_git_is_a_source(released, virtapi):
    def git(*arguments: str) -> None:
        name = ("-c", "user.name=n", "-c", "user.email=e@e", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *name, *arguments], check=True, capture_output=True)

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "one", "--no-verify")
    released.edit("litres: int)", "litres: int, hot: bool = True)")
    outcome = virtapi("diff", "git:HEAD", "src")
    assert outcome.status == 1
    assert outcome.out.startswith("kettle (working tree) against git:HEAD\n")


def test_the_same_is_a_function(versions):
    report = virtapi_analyzer.diff(versions / "old", "new", KETTLE)
    (finding,) = report.findings
    assert finding.path == "kettle.Driver.boil(hot)"
    assert (finding.host, finding.driver) == (Severity.NON_BREAKING, Severity.BREAKING)
    assert report.denied


def test_the_function_knows_configured_interfaces_by_name(released):
    assert virtapi_analyzer.diff("2026.1", "src", "kettle").findings == ()
    with pytest.raises(ConfigurationError, match="no interface 'kettel' is configured"):
        virtapi_analyzer.diff("2026.1", "src", "kettel")


def test_the_function_says_what_it_could_not_look_at(versions):
    with pytest.raises(SourceError, match="nowhere does not exist"):
        virtapi_analyzer.diff("./nowhere", "new", KETTLE)


def test_the_releases_of_virtapi_need_no_configuration(versions, virtapi):
    outcome = virtapi("diff", "1999.1", "1999.2")
    assert outcome.status == 2
    assert "1999.1 is neither a path nor a release" in outcome.err


def test_a_module_that_cannot_be_read_on_one_side_alone_is_no_removal(versions, virtapi):
    for version, text in (("old", "x = 1\n"), ("new", "x = = 1\n")):
        Path(version, "kettle", "lid.py").write_text(text)
    outcome = virtapi("diff", "old", "new", *DRIVERS)
    assert outcome.status == 2
    assert "lid.py" in outcome.err


def test_a_module_that_cannot_be_read_on_either_side_is_counted(versions, virtapi):
    for version in ("old", "new"):
        Path(version, "kettle", "lid.py").write_text("x = = 1\n")
    outcome = virtapi("diff", "old", "old", *DRIVERS)
    assert outcome.status == 0
    assert "1 file cannot be read, and nothing reaches it." in outcome.out


def test_a_package_of_which_nothing_can_be_read_is_not_compatible(versions, virtapi):
    Path("old", "kettle", "__init__.py").write_text("x = = 1\n")
    outcome = virtapi("diff", "old", "old", *DRIVERS)
    assert outcome.status == 2
    assert "__init__.py" in outcome.err


def test_importing_the_package_costs_next_to_nothing():
    heavy = "import sys, virtapi_analyzer, virtapi_analyzer.cli; print([n for n in ('griffe', 'tomllib') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", heavy], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
