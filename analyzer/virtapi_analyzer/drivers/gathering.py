"""The files of a driver, as bytes. What needs to know only whether anything changed reads no further."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from virtapi_analyzer.interface.folders import shown
from virtapi_analyzer.model.errors import ReadingError, SourceError

LARGEST = 10 * 1024 * 1024
MARKS = ("pyproject.toml", "setup.py", "setup.cfg", ".git", "__init__.py")
"""What says that a folder is the root of a repository, or a package."""
_AROUND = frozenset({"__pycache__", "node_modules", "build", "dist", "site-packages", "tests", "test", "testing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A driver's files as bytes; `project` is the `pyproject.toml` beside or above it, if there is one.

    `looked_into` are the folders that may get further files. `around` are the files beside and above it that say where
    a repository or a package begins, there or not.
    """

    root: Path
    files: Mapping[Path, bytes]
    project: tuple[Path, bytes] | None
    looked_into: tuple[Path, ...] = ()
    around: tuple[Path, ...] = ()


def gather(path: Path) -> Gathered:
    """The files of a repository, a package or a module. Tests, virtual environments and hidden folders are left out.

    Raises `SourceError` or `ReadingError` with one line that says what to do.
    """
    if not path.exists():
        raise SourceError(f"{path} does not exist: name the driver's repository, package or module")
    path = Path(os.path.abspath(path))
    looked_into: list[Path] = []
    files = {file: _content(file) for file in _files(path, looked_into)}
    if not files:
        raise SourceError(f"{shown(path)} holds no Python file: name the driver's repository, package or module")
    around = (folder / name for folder in (path, *path.parents) for name in MARKS)
    return Gathered(
        root=path, files=files, project=_project(path), looked_into=tuple(looked_into), around=tuple(around)
    )


def _files(path: Path, looked_into: list[Path]) -> Iterator[Path]:
    if path.is_file():
        if path.suffix != ".py":
            raise SourceError(f"{shown(path)} is no Python file: name the driver's repository, package or module")
        yield path
        return
    top = Path(os.path.realpath(path))
    for current, folders, files in os.walk(path):
        looked_into += [Path(current), *(Path(current, name) for name in folders)]
        folders[:] = sorted(name for name in folders if not _left_out(Path(current, name)))
        for name in sorted(files):
            file = Path(current, name)
            if not name.endswith(".py") or _is_test(name) or (name == "setup.py" and Path(current) == path):
                continue
            if file.is_symlink() and top not in Path(os.path.realpath(file)).parents:
                raise SourceError(f"{shown(file)} is a link to outside of the driver: replace it, or name another path")
            yield file


def _left_out(folder: Path) -> bool:
    name = folder.name
    return name.startswith(".") or name in _AROUND or folder.is_symlink() or (folder / "pyvenv.cfg").is_file()


def _is_test(name: str) -> bool:
    return name.startswith("test_") or name.endswith("_test.py") or name == "conftest.py"


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise ReadingError(f"{shown(file)} is larger than 10 MB: no driver is; leave it out of the path")
        return file.read_bytes()
    except OSError as error:
        raise ReadingError(f"{shown(file)} cannot be read ({error.strerror}): check the file") from error


def _project(path: Path) -> tuple[Path, bytes] | None:
    for folder in (path, *path.parents):
        file = folder / "pyproject.toml"
        if file.is_file():
            return file, _content(file)
        if (folder / ".git").exists():
            return None
    return None
