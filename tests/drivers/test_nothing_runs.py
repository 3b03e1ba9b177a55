"""A driver that plants code wherever a checked repository could get itself run: nothing of it runs."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from virtapi_analyzer.cli import main

COMPLETE = Path(__file__).parent / "data" / "mistakes" / "untyped" / "complete.py"


@pytest.fixture
def planted(tmp_path: Path) -> tuple[Path, Path, Path]:
    """The repository, its environment, and the file that planted code would write."""
    trace = tmp_path / "trace"
    plant = f"open({str(trace)!r}, 'a').write(__file__ + '\\n')\n"
    repository, environment = tmp_path / "repository", tmp_path / "environment"
    package = repository / "planted"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(plant)
    (package / "driver.py").write_text(
        "# mypy: ignore-errors\n"
        + plant
        + COMPLETE.read_text()
        + "\n\nclass Wrong(Complete):\n    def start(self):\n        pass\n"
    )
    for name in ("conftest", "setup", "plugin", "sitecustomize", "usercustomize", "noxfile"):
        (repository / f"{name}.py").write_text(plant)
    (repository / "plugin.py").write_text(plant + "def plugin(version): raise SystemExit\n")
    (repository / "mypy.ini").write_text("[mypy]\nplugins = plugin.py\nignore_errors = True\n")
    (repository / "setup.cfg").write_text("[mypy]\nplugins = plugin.py\nignore_errors = True\n")
    (repository / "pyproject.toml").write_text(
        '[tool.mypy]\nplugins = ["plugin.py"]\nignore_errors = true\n'
        '[project]\nname = "planted"\n[project.entry-points."virtapi.drivers"]\nx = "planted.driver:Wrong"\n'
        '[build-system]\nrequires = []\nbuild-backend = "setup"\nbackend-path = ["."]\n'
    )
    site = environment / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    site.mkdir(parents=True)
    (environment / "bin").mkdir()
    python = environment / "bin" / "python"
    python.write_text(f"#!/bin/sh\necho started >> {trace}\n")
    python.chmod(0o755)
    (environment / "pyvenv.cfg").write_text(f"version = {sys.version_info.major}.{sys.version_info.minor}.0\n")
    (site / "sitecustomize.py").write_text(plant)
    (site / "plant.pth").write_text(f"import sitecustomize; open({str(trace)!r}, 'a')\n")
    return repository, environment, trace


def said(capsys: pytest.CaptureFixture[str], repository: Path, environment: Path) -> str:
    assert main(["driver", str(repository), "--python", str(environment / "bin" / "python")]) == 1
    return capsys.readouterr().out


def test_nothing_that_is_planted_runs(
    planted: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    repository, environment, trace = planted
    monkeypatch.chdir(repository)
    monkeypatch.setenv("MYPYPATH", str(repository))
    assert "`start` does not take `call`" in said(capsys, repository, environment)
    assert not trace.exists()
    assert os.environ["MYPYPATH"] == str(repository)


def test_a_driver_that_is_installed_editable_gives_the_same(
    planted: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    repository, environment, trace = planted
    before = said(capsys, repository, environment)
    site = next(environment.glob("lib/*/site-packages"))
    (site / "__editable__.pth").write_text(f"{repository}\n")
    assert said(capsys, repository, environment) == before
    assert not trace.exists()


def test_a_driver_that_is_installed_gives_the_same(
    planted: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    repository, environment, _ = planted
    before = said(capsys, repository, environment)
    shutil.copytree(repository / "planted", next(environment.glob("lib/*/site-packages")) / "planted")
    assert said(capsys, repository, environment) == before


def test_an_installed_interface_is_not_taken_for_the_release(
    planted: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    repository, environment, _ = planted
    installed = next(environment.glob("lib/*/site-packages")) / "virtapi"
    installed.mkdir()
    (installed / "py.typed").touch()
    (installed / "__init__.py").touch()
    (installed / "later.py").write_text("class Later: ...\n")
    driver = repository / "planted" / "driver.py"
    driver.write_text("from virtapi.later import Later\n" + driver.read_text())
    assert "there is no module `virtapi.later` in 2026.1" in said(capsys, repository, environment)
