"""An answer is known again by the times of the files that it depends on, where times can be trusted."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.drivers.conftest import COMPLETE
from virtapi_analyzer.cli import main
from virtapi_analyzer.drivers import unchanged
from virtapi_analyzer.drivers.unchanged import answer, circumstances, give

LONG_AGO = time.time_ns() - 3600 * 1_000_000_000
LATER = time.time_ns() + 3600 * 1_000_000_000
"""A run that begins so late finds everything old enough."""

HEAVY = ("argparse", "dataclasses", "griffe", "hashlib", "inspect", "json", "mypy", "packaging", "shutil", "subprocess")
"""What costs more to import than an answer that is known."""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIRTAPI_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "driver").mkdir()
    (tmp_path / "driver" / "module.py").write_text("x = 1\n")
    return tmp_path / "driver" / "module.py"


def edit(file: Path) -> None:
    file.write_text("x = 2\n")


def edit_and_hide_it(file: Path) -> None:
    before = file.stat()
    file.write_text("x = 2\n")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace_by_an_older_one(file: Path) -> None:
    other = file.with_name("other")
    other.write_text("x = 2\n")
    os.utime(other, ns=(LONG_AGO, LONG_AGO))
    other.replace(file)


def add_another(file: Path) -> None:
    file.with_name("another.py").touch()


def delete(file: Path) -> None:
    file.unlink()


def test_what_nothing_happened_to_is_answered_with_the_same_words(file: Path) -> None:
    text = "first\n\nsecond \udc80 \N{SNOWMAN}\r\n"
    give("called", [file, file.parent, file.with_name("absent")], LATER, text, 1)
    assert answer("called") == (text, 1)


@pytest.mark.parametrize("change", [edit, edit_and_hide_it, replace_by_an_older_one, add_another, delete])
def test_whatever_is_done_to_a_file_or_its_folder_is_seen(file: Path, change: Callable[[Path], None]) -> None:
    give("called", [file, file.parent], LATER, "text", 0)
    change(file)
    assert answer("called") is None


def test_what_was_absent_must_stay_absent(file: Path) -> None:
    absent = file.with_name("absent")
    give("called", [absent], LATER, "text", 0)
    assert answer("called") == ("text", 0)
    absent.touch()
    assert answer("called") is None


def test_what_may_have_changed_since_the_run_began_is_not_trusted(file: Path) -> None:
    # a second edit within the same tick of the file system's clock would not show
    give("called", [file], file.stat().st_ctime_ns + 1_000_000, "text", 0)
    assert answer("called") is None


def test_how_the_command_was_called_and_from_where_counts(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = circumstances(["driver", "."])
    assert here == circumstances(["driver", "."])
    assert here != circumstances(["driver", ".."])
    monkeypatch.chdir(file.parent)
    assert here != circumstances(["driver", "."])


def test_two_calls_that_share_a_place_in_the_cache_do_not_share_an_answer(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "crc32", lambda _: 0)
    give("one", [file], LATER, "text", 0)
    assert answer("another") is None


def test_a_file_of_the_cache_that_cannot_be_read_is_no_answer(file: Path, tmp_path: Path) -> None:
    give("called", [file], LATER, "text", 0)
    (kept,) = (tmp_path / "cache" / "driver" / "unchanged").iterdir()
    kept.write_bytes(b"\xff\x00 nonsense")
    assert answer("called") is None


@pytest.fixture
def driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, repository: Path) -> Path:
    """A driver in a folder that has releases of its own, all of it older than any run that begins now."""
    root = tmp_path / "repository"
    shutil.copytree(repository / "baselines" / "2026.1", root / "baselines" / "2026.1")
    (root / "pyproject.toml").write_text(
        '[tool.virtapi.interfaces.virtapi]\npackage = "virtapi"\nbaselines = "baselines"\n'
    )
    (root / "driver").mkdir()
    shutil.copy(COMPLETE, root / "driver" / "complete.py")
    monkeypatch.chdir(root)
    # Times of change cannot be set; that everything lies still for two seconds is what the run is told instead.
    monkeypatch.setattr(unchanged, "_TICK", -3600 * 1_000_000_000)
    return root


def at_once(words: list[str]) -> bool:
    """Whether the command would answer from times alone."""
    return answer(circumstances([*words, "120", "False"])) is not None


def edit_the_driver(root: Path) -> None:
    file = root / "driver" / "complete.py"
    file.write_text(file.read_text() + "\n")


def add_a_module(root: Path) -> None:
    (root / "driver" / "more.py").touch()


def add_a_module_below(root: Path) -> None:
    (root / "driver" / "below").mkdir()


def become_a_package(root: Path) -> None:
    (root / "driver" / "__init__.py").touch()


def declare_entry_points(root: Path) -> None:
    (root / "driver" / "pyproject.toml").touch()


def edit_the_configuration(root: Path) -> None:
    file = root / "pyproject.toml"
    file.write_text(file.read_text() + "\n")


def edit_a_release(root: Path) -> None:
    file = root / "baselines" / "2026.1" / "virtapi" / "units.pyi"
    file.write_text(file.read_text() + "\n")


def add_a_release(root: Path) -> None:
    (root / "baselines" / "2026.2").mkdir()


def install_a_distribution(root: Path) -> None:
    (root / "environment" / "lib" / "python3.12" / "site-packages" / "oslo-1.dist-info").mkdir()


def edit_an_editable_folder(root: Path) -> None:
    (root / "editable" / "deep" / "new.py").touch()


def make_a_folder_that_a_path_line_names(root: Path) -> None:
    (root / "later").mkdir()


def say_another_version_of_python(root: Path) -> None:
    (root / "environment" / "pyvenv.cfg").write_text("version = 3.12.99\n")


@pytest.mark.parametrize(
    "change",
    [
        edit_the_driver,
        add_a_module,
        add_a_module_below,
        become_a_package,
        declare_entry_points,
        edit_the_configuration,
        edit_a_release,
        add_a_release,
        install_a_distribution,
        edit_an_editable_folder,
        make_a_folder_that_a_path_line_names,
        say_another_version_of_python,
    ],
)
def test_all_that_an_answer_depends_on_is_watched(
    driver: Path, change: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = driver / "environment" / "lib" / "python3.12" / "site-packages"
    site.mkdir(parents=True)
    (driver / "editable" / "deep").mkdir(parents=True)
    (driver / "environment" / "pyvenv.cfg").write_text("version = 3.12.4\n")
    (site / "x.pth").write_text(f"{driver / 'editable'}\n{driver / 'later'}\n")
    monkeypatch.setattr("virtapi_analyzer.cli.commands._driver_written", lambda *_: "an answer\n")
    monkeypatch.setattr("virtapi_analyzer.cli.commands._driver_status", lambda _: 0)
    monkeypatch.setattr("virtapi_analyzer.use_cases.driving.examined", lambda *_, **__: None)
    words = ["driver", "driver", "--python", "environment"]
    assert main(words) == 0
    assert at_once(words)
    change(driver)
    assert not at_once(words)


def test_an_answer_from_times_imports_next_to_nothing(driver: Path) -> None:
    script = (
        "import sys\nfrom virtapi_analyzer.drivers import unchanged\nfrom virtapi_analyzer.cli import main\n"
        "unchanged._TICK = -3600 * 10**9\nstatus = main(['driver', 'driver'])\n"
        f"print(status, sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", script]
    said = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(2)]
    assert said[0].stdout == said[1].stdout
    assert "mypy" in said[0].stderr
    assert said[1].stderr == "0 []\n"
