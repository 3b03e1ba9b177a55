"""What a host really calls decides what an override of a foreign interface must take."""

import json
from pathlib import Path

import pytest

from virtapi_analyzer.cli import main
from virtapi_analyzer.model.diagnostic import DriverReport, Verdict, Weight
from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.policy.configuration import configuration_of_run
from virtapi_analyzer.use_cases.driving import examined, prepared

KETTLE = "class Kettle:\n    def boil(self, litres, degrees=100): ...\n    def pour(self, context, cup): ...\n"
OVERRIDE = "from kettle.driver import Kettle\n\n\nclass Mine(Kettle):\n    def "
INN = "class Inn:\n    def breakfast(self):\n        "


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A release of the interface, and room for a driver and a host."""
    for name, text in {"release/kettle/__init__.py": "", "release/kettle/driver.py": KETTLE}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def report(override: str, *calls: str, hosts: tuple[str, ...] = ("inn.py",)) -> DriverReport:
    """A driver with one override beside a host that makes these calls."""
    Path("mine.py").write_text(f"{OVERRIDE}{override}: ...\n")
    Path("inn.py").write_text(INN + "\n        ".join(calls or ("pass",)) + "\n")
    configuration = configuration_of_run(package="kettle", driver_interfaces=("kettle.driver.Kettle",))
    asked = prepared(configuration, configuration.interface(), Path("mine.py"), against=("release",), host=hosts)
    return examined(asked)


def told(found: DriverReport) -> list[tuple[str, Weight, str]]:
    return [(each.rule, each.weight, each.message) for each in found.diagnostics]


def test_a_call_that_does_not_bind_is_an_error_at_its_line() -> None:
    found = report("boil(self, litres)", "self.driver.boil(1)", "self.driver.boil(1, degrees=80)")
    assert told(found) == [
        (
            "override-signature",
            Weight.ERROR,
            "`boil` does not take the call at inn.py:4 in Inn.breakfast: it passes `degrees`, which is not taken",
        )
    ]
    assert found.releases[0].verdict is Verdict.FAILS


def test_what_no_call_passes_is_no_mistake() -> None:
    assert told(report("boil(self, litres)", "self.driver.boil(1)")) == []
    assert told(report("boil(self, litres)")) == []


def test_a_call_that_binds_and_gives_the_wrong_object_is_told_as_such() -> None:
    found = report("pour(self, cup, saucer)", "self.driver.pour(self.context, cup)")
    ((rule, weight, message),) = told(found)
    assert (rule, weight) == ("override-misdirected", Weight.ERROR)
    assert message == (
        "`pour` gets the wrong object from the call at inn.py:3 in Inn.breakfast: what it passes as `context` arrives "
        "as `cup`"
    )


def test_a_call_that_may_pass_more_leaves_what_the_declaration_says() -> None:
    found = report("boil(self, litres)", "self.driver.boil(1, **options)")
    assert told(found) == [("override-signature", Weight.WARNING, "`boil` does not take `degrees`")]


def test_a_host_of_another_version_leaves_what_the_declaration_says() -> None:
    found = report("boil(self, litres)", "self.driver.boil(1, lid=True)")
    assert told(found) == [("override-signature", Weight.WARNING, "`boil` does not take `degrees`")]


def test_a_call_after_an_exception_of_the_method_may_fail() -> None:
    found = report(
        "boil(self, litres)",
        "try: self.driver.boil(1)",
        "except NotHot: self.driver.boil(1, 90)",
    )
    ((rule, weight, message),) = told(found)
    assert (rule, weight) == ("override-signature", Weight.WARNING)
    assert "at inn.py:4 in Inn.breakfast, after it raised NotHot: it passes 2 arguments by position" in message


def test_where_the_declaration_is_the_contract_a_call_is_told_and_decides_nothing(examine) -> None:
    driver = "from complete import Complete\n\n\nclass Mine(Complete):\n    def {}: ...\n"
    Path("inn.py").write_text(f"{INN}self.driver.stop(call)\n")
    (found,) = examine({"mine.py": driver.format("stop(self)")}, classes=("mine:Mine",), host=("inn.py",)).diagnostics
    assert (found.rule, found.weight) == ("override-signature", Weight.ERROR)
    assert found.message.endswith(
        "; that fails the call at inn.py:3 in Inn.breakfast: it passes 1 argument by position, and none can be taken"
    )
    Path("inn.py").write_text(f"{INN}pass\n")
    (found,) = examine({"mine.py": driver.format("stop(self)")}, classes=("mine:Mine",), host=("inn.py",)).diagnostics
    assert found.weight is Weight.ERROR and ";" not in found.message


def test_how_much_could_be_seen_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    report("boil(self, litres)", "self.driver.boil(1)", "getattr(self.driver, name)()")
    command = ["driver", "mine.py", "--package", "kettle", "--driver-interface", "kettle.driver.Kettle"]
    command += ["--against", "release", "--host", "inn.py"]
    assert main(command) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "inn.py has 1 call of drivers in 1 file. In 1 place it takes a method of a driver" in said
    main([*command, "--format", "json"])
    (seen,) = json.loads(capsys.readouterr().out)["hosts"].values()
    assert seen == {"label": "inn.py", "files": 1, "calls": 1, "dynamic": ["inn.py:4"], "unread": []}


def test_an_edited_host_is_looked_at_anew() -> None:
    assert told(report("boil(self, litres)", "self.driver.boil(1)")) == []
    assert told(report("boil(self, litres)", "self.driver.boil(1, 80)")) != []


def test_there_is_one_host_for_all_releases_or_one_for_each() -> None:
    with pytest.raises(ConfigurationError, match="there are 2 hosts for 1 releases: give one --host"):
        report("boil(self, litres)", hosts=("inn.py", "inn.py"))
