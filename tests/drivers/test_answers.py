"""What was answered is answered again without looking, until something changes that it depends on."""

import json
import shutil
from pathlib import Path

import pytest

import virtapi_analyzer.drivers.looking
from tests.drivers.conftest import COMPLETE
from virtapi_analyzer.cli import main


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often a driver was really looked at: one entry a time."""
    times: list[int] = []
    really = virtapi_analyzer.drivers.looking.look

    def counted(*arguments):
        times.append(1)
        return really(*arguments)

    monkeypatch.setattr(virtapi_analyzer.drivers.looking, "look", counted)
    return times


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(COMPLETE, tmp_path / "complete.py")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_nothing_changed_so_nothing_is_looked_at(
    folder: Path, looked: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["driver", "."]) == 0
    first = capsys.readouterr().out
    assert main(["driver", "."]) == 0
    assert capsys.readouterr().out == first
    assert len(looked) == 1


def test_a_changed_file_is_looked_at(folder: Path, looked: list[int]) -> None:
    main(["driver", "."])
    text = (folder / "complete.py").read_text()
    (folder / "complete.py").write_text(text.replace("def stop(self, call)", "def stop(self, late)"))
    assert main(["driver", "."]) == 0
    (folder / "complete.py").write_text(text.replace("def stop(self, call)", "def stop(self)"))
    assert main(["driver", "."]) == 1
    assert len(looked) == 3


def test_another_release_another_class_and_another_form_are_other_answers(folder: Path, looked: list[int]) -> None:
    main(["driver", "."])
    main(["driver", ".", "--format", "json"])
    main(["driver", ".", "--class", "complete:Complete"])
    assert len(looked) == 3


def test_an_edited_release_is_refused_and_not_answered_from_memory(
    folder: Path, repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(repository / "baselines" / "2026.1", folder / "baselines" / "2026.1")
    (folder / "pyproject.toml").write_text(
        '[tool.virtapi.interfaces.virtapi]\npackage = "virtapi"\nbaselines = "baselines"\n'
    )
    assert main(["driver", "complete.py"]) == 0
    stub = folder / "baselines" / "2026.1" / "virtapi" / "units.pyi"
    stub.write_text(stub.read_text() + "\n")
    assert main(["driver", "complete.py"]) == 2
    assert "was edited after its release" in capsys.readouterr().err


def test_the_copy_of_a_driver_is_told_the_same_as_the_driver(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # mypy knows a module that it has seen by its name and contents, wherever it lay, and so would speak of that place
    monkeypatch.setenv("VIRTAPI_CACHE", str(tmp_path / "cache"))
    said = []
    for name in ("first", "second"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "complete.py").write_text(COMPLETE.read_text().replace("def start(self, call)", "def start(self)"))
        assert main(["driver", str(folder), "--against", "2026.1", "--format", "json"]) == 1
        said.append([(each["rule"], each["message"]) for each in json.loads(capsys.readouterr().out)["diagnostics"]])
    assert said[0] == said[1]
