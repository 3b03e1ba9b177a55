"""Which classes are drivers, and what a diagnostic is told of when several inherit it."""

import pytest

from virtapi_analyzer.model.errors import SourceError

DRIVER = "from complete import Complete\nclass Mine(Complete): ...\n"


def test_every_class_that_reaches_a_driver_interface_is_a_driver(examine) -> None:
    report = examine(
        {
            "mine.py": DRIVER,
            "package/__init__.py": "from mine import Mine as Renamed\n",
            "package/other.py": ("import package\nclass Other(package.Renamed): ...\nclass Unrelated: ...\n"),
        }
    )
    assert set(report.drivers) == {"complete.Complete", "mine.Mine", "package.other.Other"}


def test_tests_and_environments_are_left_out(examine) -> None:
    broken = "from complete import Complete\nclass Broken(Complete):\n    def start(self): ...\n"
    report = examine(
        {
            "tests/fakes.py": broken,
            "test_mine.py": broken,
            "conftest.py": broken,
            ".venv/lib/broken.py": broken,
            "environment/pyvenv.cfg": "",
            "environment/broken.py": broken,
        }
    )
    assert report.drivers == ("complete.Complete",)
    assert report.diagnostics == ()


def test_entry_points_say_which_classes_are_drivers(examine) -> None:
    project = '[project]\nname = "x"\n[project.entry-points."virtapi.drivers"]\nx = "package:Mine"\n'
    report = examine({"mine.py": DRIVER, "package/__init__.py": "from mine import Mine\n", "pyproject.toml": project})
    assert report.drivers == ("mine.Mine",)


def test_the_command_line_says_it_before_entry_points_do(examine) -> None:
    project = '[project]\nname = "x"\n[project.entry-points."virtapi.drivers"]\nx = "mine:Mine"\n'
    report = examine({"mine.py": DRIVER, "pyproject.toml": project}, classes=("complete:Complete",))
    assert report.drivers == ("complete.Complete",)


def test_options_and_mixins_are_no_drivers(examine) -> None:
    text = (
        "from virtapi.capabilities import Pausable\nfrom virtapi.driver import DriverOptions\n"
        "class Pausing(Pausable):\n    def pause(self, call, instance): ...\n"
        "class Options(DriverOptions): ...\n"
    )
    assert examine({"mine.py": text}).drivers == ("complete.Complete",)


def test_a_base_that_leaves_something_to_its_subclasses_is_not_judged_alone(examine) -> None:
    text = (
        "from virtapi.capabilities import Pausable\nfrom complete import Complete\n"
        "class Base(Complete, Pausable):\n    def pause(self, call, instance): ...\n"
        "class Mine(Base):\n    def unpause(self, call, instance): ...\n"
    )
    report = examine({"mine.py": text})
    assert set(report.drivers) == {"complete.Complete", "mine.Mine"}
    assert report.diagnostics == ()


def test_a_base_with_abstract_methods_of_its_own_is_not_judged_alone(examine) -> None:
    text = (
        "from abc import abstractmethod\nfrom complete import Complete\n"
        "class Base(Complete):\n    @abstractmethod\n    def _dial(self): ...\n"
        "class Mine(Base):\n    def _dial(self): ...\n"
    )
    assert set(examine({"mine.py": text}).drivers) == {"complete.Complete", "mine.Mine"}


def test_what_several_drivers_inherit_is_told_once_where_it_is_defined(examine) -> None:
    text = (
        "from complete import Complete\n"
        "class First(Complete):\n    def start(self): ...\n"
        "class Second(First): ...\nclass Third(First): ...\n"
    )
    (found,) = examine({"mine.py": text}).diagnostics
    assert (found.path, found.location.line) == ("mine.First.start", 3)


def test_a_method_of_a_mixin_is_judged_where_it_takes_the_interfaces_place(examine) -> None:
    text = (
        "from complete import Complete\n"
        "class Mixin:\n    def power_off(self, call): ...\n"
        "class Mine(Mixin, Complete): ...\n"
    )
    (found,) = examine({"mine.py": text}).diagnostics
    assert (found.rule, found.path) == ("override-signature", "mine.Mixin.power_off")
    assert "`power_off` does not take" in found.message


def test_a_name_that_leads_nowhere_is_refused(examine) -> None:
    with pytest.raises(SourceError, match="there is no such class"):
        examine({}, classes=("complete:Gone",))
