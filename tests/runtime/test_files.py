"""What was produced is written whole or not at all, and what is stale is named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from virtapi_analyzer.model.errors import ReadingError
from virtapi_analyzer.runtime import read_package, stale, write


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "iface"
    (folder / "objects").mkdir(parents=True)
    (folder / "driver.pyi").write_text('"""Drivers."""\n\nclass Driver: ...\n')
    (folder / "objects" / "thing.pyi").write_text("class Thing: ...\n")
    (folder / "values.py").write_text("X = 1\n")
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): file.read_text() for file in folder.rglob("*") if file.is_file()}


def test_writing_twice_changes_nothing_the_second_time(package: Path) -> None:
    assert stale(package) == ("driver.py", "objects/thing.py")
    assert write(package) == ("driver.py", "objects/thing.py")
    assert stale(package) == write(package) == ()
    assert (package / "driver.py").read_text().startswith("# Produced from driver.pyi by `virtapi runtime`")
    assert (package / "values.py").read_text() == "X = 1\n"


def test_what_was_edited_is_stale_and_put_right(package: Path) -> None:
    write(package)
    with (package / "driver.py").open("a") as out:
        out.write("changed = True\n")
    assert stale(package) == write(package) == ("driver.py",)
    assert "changed" not in (package / "driver.py").read_text()


def test_what_lost_its_stub_goes(package: Path) -> None:
    write(package)
    (package / "driver.pyi").unlink()
    assert stale(package) == write(package) == ("driver.py",)
    assert not (package / "driver.py").exists()
    assert (package / "values.py").exists()


def test_nothing_is_written_where_one_module_cannot_be_produced(package: Path) -> None:
    (package / "objects" / "thing.pyi").write_text("class Thing(:\n")
    before = contents(package)
    with pytest.raises(ReadingError, match=r"objects/thing\.pyi:1"):
        write(package)
    assert contents(package) == before


@pytest.mark.parametrize("step", ["write_text", "replace", "unlink"])
def test_nothing_is_changed_where_one_step_fails(package: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    (package / "gone.py").write_text("# Produced from gone.pyi by `virtapi runtime`; not to be edited.\n")
    (package / "driver.py").write_text("# Produced from driver.pyi, and old\n")
    before = contents(package)
    with monkeypatch.context() as patch:
        patch.setattr(Path, step, failing(getattr(Path, step), at=1 if step == "unlink" else 2))
        with pytest.raises(ReadingError, match=r"cannot be written: No space left on device; nothing was changed"):
            write(package)
    assert contents(package) == before
    assert write(package) == ("driver.py", "gone.py", "objects/thing.py")


def failing(real: Callable[..., object], *, at: int) -> Callable[..., object]:
    """The real step, but for one call of it."""
    calls: list[Path] = []

    def step(path: Path, *arguments: object, **keywords: object) -> object:
        calls.append(path)
        if len(calls) == at:
            raise OSError(28, "No space left on device", str(path))
        return real(path, *arguments, **keywords)

    return step


def test_a_folder_that_is_not_there_and_a_file_that_is_no_text_say_what_to_do(package: Path, tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"is no folder: name the folder of the interface package"):
        read_package(tmp_path / "nowhere")
    (package / "driver.pyi").write_bytes(b"# \xff\n")
    with pytest.raises(ReadingError, match=r"driver.pyi is not UTF-8 \(byte 2\): save it as UTF-8"):
        stale(package)
