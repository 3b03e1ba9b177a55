"""What cannot be checked is said in one clear line that says what to do, and ends with status 2."""

import os
import shutil
from pathlib import Path

import pytest

from virtapi_analyzer.cli import main

COMPLETE = Path(__file__).parent / "data" / "mistakes" / "untyped" / "complete.py"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A driver's repository with one complete driver, which is the current folder."""
    place = tmp_path / "repository"
    place.mkdir()
    shutil.copy(COMPLETE, place / "complete.py")
    monkeypatch.chdir(place)
    return place


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line with which a command refuses to look."""
    assert main(["driver", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_a_complete_driver_serves_the_release(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["driver", "."]) == 0
    assert "Serves 2026.1 and 2026.2." in capsys.readouterr().out


def test_a_path_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "nowhere does not exist: name the driver's" in refused(capsys, "nowhere")


def test_a_folder_without_python(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty").mkdir()
    assert "empty holds no Python file: name" in refused(capsys, "empty")


def test_a_file_that_is_no_python(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "notes.txt").write_text("")
    assert "notes.txt is no Python file: name" in refused(capsys, "notes.txt")


def test_no_driver_class(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "complete.py").write_text("class Nothing: ...\n")
    assert "has no driver: no class in it inherits from a driver interface of virtapi; name" in refused(capsys, ".")


def test_a_class_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, ".", "--class", "complete:Gone")
    assert "--class names complete:Gone, and there is no such class: write MODULE:CLASS" in said


def test_a_class_that_is_no_driver(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "complete.py").write_text(COMPLETE.read_text() + "\n\nclass Plain: ...\n")
    said = refused(capsys, ".", "--class", "complete:Plain")
    assert "--class names complete:Plain, which is no driver: it inherits from no driver interface of virtapi" in said


def test_an_entry_point_that_leads_nowhere(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pyproject.toml").write_text('[project.entry-points."virtapi.drivers"]\nx = "complete:Gone"\n')
    said = refused(capsys, ".")
    assert "the entry point group virtapi.drivers names complete:Gone, and there is no such class" in said


def test_an_error_of_syntax(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "broken.py").write_text("import virtapi\n\nclass Broken(\n")
    assert "broken.py:3 has an error of syntax ('(' was never closed): correct it" in refused(capsys, ".")


def test_an_encoding_that_is_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "broken.py").write_bytes(b"# caf\xe9\n")
    assert "broken.py is no text that Python reads" in refused(capsys, ".")


def test_a_link_out_of_the_tree(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outside = folder.parent / "outside.py"
    outside.write_text("import virtapi\n")
    (folder / "inside.py").symlink_to(outside)
    assert "inside.py is a link to outside of the driver: replace it" in refused(capsys, ".")


def test_a_file_that_is_too_large(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (folder / "large.py").open("wb") as file:
        os.truncate(file.fileno(), 10 * 1024 * 1024 + 1)
    assert "large.py is larger than 10 MB" in refused(capsys, ".")


def test_an_unknown_release(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "1066.1 is neither a path nor a release: the releases in" in refused(capsys, ".", "--against", "1066.1")


def test_an_environment_that_is_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "belongs to no virtual environment (no pyvenv.cfg)" in refused(capsys, ".", "--python", str(folder))


def test_a_missing_dependency_is_named_and_what_fails_is_told_all_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "complete.py").write_text(
        COMPLETE.read_text()
        + "\n\nfrom nowhere import Base\n\n\nclass Half(Base, Complete):\n    def start(self): ...\n"
    )
    assert main(["driver", "."]) == 2
    said = capsys.readouterr().out
    assert "the base `Base` cannot be found: nowhere is not installed where this looks" in said
    assert "`start` does not take `call`" in said
    assert "2026.1 cannot be judged" in said


def test_a_decorator_that_is_missing_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "from nowhere import locked\n" + COMPLETE.read_text()
    (folder / "complete.py").write_text(text.replace("    def start", "    @locked('x')\n    def start"))
    assert main(["driver", "."]) == 2
    assert "the decorator `locked('x')` cannot be found: nowhere is not installed" in capsys.readouterr().out


def test_a_type_that_is_missing_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "import nowhere.types\n" + COMPLETE.read_text()
    (folder / "complete.py").write_text(text.replace("start(self, call)", "start(self, call: nowhere.types.Call)"))
    assert main(["driver", "."]) == 2
    assert "the type `nowhere.types.Call` cannot be found: nowhere" in capsys.readouterr().out


def test_what_is_missing_elsewhere_is_only_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "complete.py").write_text("import nowhere\n" + COMPLETE.read_text())
    assert main(["driver", "."]) == 0
    assert "1 message does not concern the interface" in capsys.readouterr().out
