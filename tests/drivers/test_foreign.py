"""An interface of others, which declares no roles: its signatures are judged, and what is a habit there is no error."""

from pathlib import Path

import pytest

from virtapi_analyzer.model.diagnostic import DriverReport, Verdict, Weight
from virtapi_analyzer.policy.configuration import configuration_of_run
from virtapi_analyzer.use_cases.driving import examined, prepared

KETTLE = """
class Kettle:
    def boil(self, litres, degrees=100):
        raise NotImplementedError

    def stop(self):
        raise NotImplementedError
"""


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """The one release, without a type in it."""
    package = tmp_path / "release" / "kettle"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "driver.py").write_text(KETTLE)
    (package / "units.py").write_text("LITRE = 1\n")
    return package.parent


def report(folder: Path, release: Path) -> DriverReport:
    configuration = configuration_of_run(package="kettle", driver_interfaces=("kettle.driver.Kettle",))
    return examined(prepared(configuration, configuration.interface(), folder, against=(str(release),)))


def written(tmp_path: Path, files: dict[str, str]) -> Path:
    folder = tmp_path / "mine"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def told(found: DriverReport) -> list[tuple[str, Weight, str]]:
    return [(each.rule, each.weight, each.message) for each in found.diagnostics]


def test_what_a_driver_leaves_out_is_its_own_affair(tmp_path: Path, release: Path) -> None:
    folder = written(
        tmp_path, {"mine.py": "from kettle.driver import Kettle\nclass Mine(Kettle):\n    def stop(self): ...\n"}
    )
    found = report(folder, release)
    assert (told(found), found.releases[0].verdict) == ([], Verdict.OK)


def test_what_is_abstract_must_be_defined_whoever_declares_it(tmp_path: Path, release: Path) -> None:
    (release / "kettle" / "driver.py").write_text(
        "from abc import ABC, abstractmethod\nclass Kettle(ABC):\n    @abstractmethod\n    def boil(self): ...\n"
    )
    folder = written(tmp_path, {"mine.py": "from kettle.driver import Kettle\nclass Mine(Kettle): ...\n"})
    assert [(rule, weight) for rule, weight, _ in told(report(folder, release))] == [("override-missing", Weight.ERROR)]


def test_a_declaration_alone_proves_nothing_so_what_it_refuses_is_a_warning(tmp_path: Path, release: Path) -> None:
    folder = written(
        tmp_path,
        {"mine.py": "from kettle.driver import Kettle\nclass Mine(Kettle):\n    def boil(self, litres): ...\n"},
    )
    found = report(folder, release)
    assert told(found) == [("override-signature", Weight.WARNING, "`boil` does not take `degrees`")]
    assert found.releases[0].verdict is Verdict.OK


def test_a_method_that_the_interface_does_not_have_is_no_mistake(tmp_path: Path, release: Path) -> None:
    folder = written(
        tmp_path, {"mine.py": "from kettle.driver import Kettle\nclass Mine(Kettle):\n    def whistle(self): ...\n"}
    )
    assert told(report(folder, release)) == []


def test_an_import_of_what_is_gone_is_an_error(tmp_path: Path, release: Path) -> None:
    text = "from kettle.driver import Kettle\nfrom kettle.units import PINT\nclass Mine(Kettle): ...\n"
    found = report(written(tmp_path, {"mine.py": text}), release)
    ((rule, weight, message),) = told(found)
    assert (rule, weight) == ("import-missing", Weight.ERROR)
    assert message.startswith("`kettle.units` has no `PINT` in ")


def test_a_driver_inside_the_package_is_laid_over_it(tmp_path: Path, release: Path) -> None:
    folder = written(
        tmp_path,
        {
            "kettle/__init__.py": "",
            "kettle/mine/__init__.py": "",
            "kettle/mine/base.py": "class Mixin:\n    def stop(self, now): ...\n",
            "kettle/mine/driver.py": (
                "from kettle import driver\nfrom kettle.units import LITRE\nfrom kettle.mine.base import Mixin\n"
                "class Mine(Mixin, driver.Kettle):\n    def boil(self, litres=LITRE, degrees=100): ...\n"
            ),
        },
    )
    found = report(folder, release)
    assert found.drivers == ("kettle.mine.driver.Mine",)
    assert told(found) == [
        ("override-signature", Weight.WARNING, "`stop` asks for `now`, which is not passed")
    ]  # where the mixin defines it
    assert found.diagnostics[0].location.file.endswith("kettle/mine/base.py")


def test_arguments_that_land_elsewhere_are_told_as_such(tmp_path: Path, release: Path) -> None:
    text = "from kettle.driver import Kettle\nclass Mine(Kettle):\n    def boil(self, degrees=100, litres=1): ...\n"
    ((rule, weight, message),) = told(report(written(tmp_path, {"mine.py": text}), release))
    assert (rule, weight) == ("override-misdirected", Weight.WARNING)
    assert "binds, and the wrong object arrives" in message
