"""What is superseded in a release has a deadline, told before it comes. The releases are made here, as there is only one
of `virtapi` yet."""

from pathlib import Path

import pytest

from virtapi_analyzer.model.diagnostic import DriverReport, Verdict, Weight
from virtapi_analyzer.policy.configuration import InterfaceConfiguration, configuration_of_run
from virtapi_analyzer.use_cases.driving import examined, prepared

CONTRACT = """
def driver_interface(cls): return cls
def host_interface(cls): return cls
def capability(flag): return lambda cls: cls
def superseded(*, by, since): return lambda what: what
def since(release): return lambda what: what
def raises(*errors): return lambda what: what
def superseded_members(**members): return lambda what: what
def since_members(**members): return lambda what: what
class Superseded:
    def __init__(self, by, since): ...
"""
HEAD = """
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Annotated
from typing_extensions import deprecated
from enum import Enum
from virtapi.contract import (
    Superseded, capability, driver_interface, host_interface, since, since_members, superseded, superseded_members,
)

"""
FIRST = (
    HEAD
    + """
@driver_interface
class Kettle(ABC):
    @abstractmethod
    def boil(self, litres: int, /) -> None: ...
"""
)
SECOND = (
    HEAD
    + """
@driver_interface
class Kettle(ABC):
    @superseded(by="Kettle.heat", since="2")
    @deprecated("use heat")
    def boil(self, litres: int, /) -> None: ...
    @since("2")
    def heat(self, litres: int, degrees: int, /) -> None: ...
    @abstractmethod
    def stop(self) -> None: ...

@superseded_members(HOT=Superseded(by="Mode.BOILING", since="2"))
@since_members(BOILING="2")
class Mode(Enum):
    HOT = "hot"
    BOILING = "boiling"

@dataclass(frozen=True, kw_only=True)
class Water:
    litres: int = 0
    degrees: Annotated[int, Superseded(by="Water.kelvin", since="2")] = 0
    salt: Annotated[int, Superseded(by=None, since="2")] = 0
    kelvin: int = 0
"""
)
THIRD = (
    HEAD
    + """
@driver_interface
class Kettle(ABC):
    @since("2")
    @abstractmethod
    def heat(self, litres: int, degrees: int, /) -> None: ...
    @abstractmethod
    def stop(self) -> None: ...
"""
)


@pytest.fixture
def releases(tmp_path: Path) -> dict[str, Path]:
    """Three releases of a small interface, on disk."""
    made = {}
    for number, text in enumerate((FIRST, SECOND, THIRD), start=1):
        package = tmp_path / f"release{number}" / "virtapi"
        package.mkdir(parents=True)
        (package / "__init__.pyi").write_text("")
        (package / "contract.pyi").write_text(CONTRACT)
        (package / "driver.pyi").write_text(text)
        made[str(number)] = package.parent
    return made


def beside(tmp_path: Path, releases: dict[str, Path], text: str) -> DriverReport:
    """The driver of this text beside all three."""
    file = tmp_path / "mine" / "mine.py"
    file.parent.mkdir(exist_ok=True)
    file.write_text("from virtapi.driver import Kettle\n" + text)
    configuration = configuration_of_run(package="virtapi")
    interface: InterfaceConfiguration = configuration.interface()
    return examined(prepared(configuration, interface, file.parent, against=tuple(map(str, releases.values()))))


def told(report: DriverReport, number: int) -> list[tuple[str, int, str]]:
    found = report.releases[number - 1].diagnostics
    return [(each.rule, each.location.line, each.message) for each in found]


OLD = """
class Mine(Kettle):
    def boil(self, litres: int, /) -> None: ...
    def stop(self) -> None: ...
"""
NEW = """
class Mine(Kettle):
    def boil(self, litres: int, /) -> None: ...
    def heat(self, litres: int, degrees: int, /) -> None: ...
    def stop(self) -> None: ...
"""
NEITHER = """
class Mine(Kettle):
    def stop(self) -> None: ...
"""
CALLS = """
class Mine(Kettle):
    def heat(self, litres: int, degrees: int, /) -> None:
        self.boil(litres)
    def stop(self) -> None: ...
"""


def test_the_old_method_alone_is_told_its_deadline(tmp_path: Path, releases: dict[str, Path]) -> None:
    report = beside(tmp_path, releases, OLD)
    assert [each.verdict for each in report.releases] == [Verdict.OK, Verdict.OK, Verdict.FAILS]
    (found,) = [each for each in report.releases[1].diagnostics if each.rule == "deadline-override"]
    assert found.location.line == 4
    assert "`boil` is superseded since 2" in found.message
    assert "define `heat`" in found.message
    assert found.weight is Weight.WARNING


def test_beside_the_release_in_which_it_is_gone_it_is_dead_and_its_successor_missing(
    tmp_path: Path, releases: dict[str, Path]
) -> None:
    report = beside(tmp_path, releases, OLD)
    assert {(rule, line) for rule, line, _ in told(report, 3)} == {("override-dead", 4), ("override-missing", 3)}


def test_both_methods_serve_every_release_within_the_cycle(tmp_path: Path, releases: dict[str, Path]) -> None:
    report = beside(tmp_path, releases, NEW)
    assert [each.verdict for each in report.releases] == [Verdict.OK, Verdict.OK, Verdict.OK]
    assert told(report, 2) == []


def test_neither_of_the_two_is_an_error_that_no_type_checker_sees(tmp_path: Path, releases: dict[str, Path]) -> None:
    report = beside(tmp_path, releases, NEITHER)
    ((rule, line, message),) = told(report, 2)
    assert (rule, line) == ("successor-missing", 3)
    assert message == "neither `heat` nor `boil`, which it supersedes, is defined"


def test_a_call_of_what_is_deprecated_is_told(tmp_path: Path, releases: dict[str, Path]) -> None:
    report = beside(tmp_path, releases, CALLS)
    rules = {(rule, line) for rule, line, _ in told(report, 2)}
    assert rules == {("deadline-use", 5)}


def test_a_superseded_member_of_an_enum_is_told_though_no_type_checker_knows(
    tmp_path: Path, releases: dict[str, Path]
) -> None:
    text = (
        "from virtapi.driver import Mode as M\nimport virtapi.driver\n"
        "def mode(): return M.HOT, virtapi.driver.Mode.HOT, M.BOILING\n"
    )
    report = beside(tmp_path, {"2": releases["2"]}, text + NEW)
    ((rule, line, message),) = told(report, 1)
    assert (rule, line) == ("deadline-use", 4)
    assert message.startswith("`Mode.HOT` is deprecated, and goes after ")
    assert message.endswith("release2: use Mode.BOILING")


def test_a_superseded_field_is_told_where_it_is_read_and_where_it_is_filled(
    tmp_path: Path, releases: dict[str, Path]
) -> None:
    text = (
        "from virtapi.driver import Water\n"
        "class Brine(Water): ...\n"
        "def warm(water: Water, more: Brine) -> int:\n"
        "    return water.degrees + more.degrees + water.kelvin\n"
        "def made():\n"
        "    return Water(litres=1, degrees=100), Water(kelvin=373)\n"
        "def salted():\n"
        "    return Brine(salt=3)\n"
    )
    report = beside(tmp_path, {"2": releases["2"]}, text + NEW)
    assert [(rule, line) for rule, line, _ in told(report, 1)] == [
        ("deadline-use", 5),
        ("deadline-use", 7),
        ("deadline-use", 9),
    ]
    assert [message.partition(" is deprecated")[0] for *_, message in told(report, 1)][1:] == [
        "`virtapi.driver.Water.degrees`",
        "`virtapi.driver.Water.salt`",
    ]
    assert told(report, 1)[0][2].endswith("use Water.kelvin")


def test_a_superseded_field_is_told_again_by_a_second_run_and_not_beside_a_release_before(
    tmp_path: Path, releases: dict[str, Path]
) -> None:
    text = "from virtapi.driver import Water\ndef warm(water: Water) -> int:\n    return water.degrees\n" + NEW
    for _ in range(2):
        assert [(rule, line) for rule, line, _ in told(beside(tmp_path, {"2": releases["2"]}, text), 1)] == [
            ("deadline-use", 4)
        ]


def test_what_only_another_release_has_is_told_where(tmp_path: Path, releases: dict[str, Path]) -> None:
    report = beside(tmp_path, releases, NEW)
    (dead,) = [each for each in told(report, 1) if each[0] == "override-dead" and "heat" in each[2]]
    assert "(release2, release3 has it)" in dead[2] or "has it" in dead[2]


def test_a_call_on_itself_of_what_the_driver_inherits_in_another_release_alone_is_told(
    tmp_path: Path, releases: dict[str, Path]
) -> None:
    text = NEW + "    def _warm(self) -> None:\n        self.boil(1)\n"
    report = beside(tmp_path, releases, text.replace("    def boil(self, litres: int, /) -> None: ...\n", ""))
    assert ("attribute-unknown", 7, "`Mine` has no `boil` in ") in [
        (rule, line, message[: len("`Mine` has no `boil` in ")]) for rule, line, message in told(report, 3)
    ]


def test_the_same_mistake_beside_two_releases_is_one_diagnostic_of_each(
    tmp_path: Path, releases: dict[str, Path]
) -> None:
    report = beside(
        tmp_path,
        releases,
        "class Mine(Kettle):\n    def heat(self, litres: int, /) -> None: ...\n    def stop(self) -> None: ...\n",
    )
    assert [rule for rule, *_ in told(report, 2)] == ["override-signature"]
    assert [rule for rule, *_ in told(report, 3)] == ["override-signature"]
