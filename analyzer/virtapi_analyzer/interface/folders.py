"""A package as it lies on disk."""

import os
from collections.abc import Iterator
from pathlib import Path

from virtapi_analyzer.interface.tree import Tree, is_python
from virtapi_analyzer.model.errors import SourceError


def find_package(path: Path, package: str) -> Path | None:
    """The folder (or the single file) of a dotted package: below `path`, below its `src` folder, or `path` itself.

    None where it is in none of these. A folder that is not called like the package is the package when it has an
    `__init__`, so that a renamed copy can be compared. What is returned is absolute, links are not followed.
    """
    path = Path(os.path.normpath(path.absolute()))
    place = Path(*package.split("."))
    if path.is_file():
        return path if path.stem == place.name and is_python(path.name) else None
    for holder in (path, path / "src"):
        if next(_python_below(holder / place), None):
            return holder / place
        for file in (holder / place.with_suffix(".pyi"), holder / place.with_suffix(".py")):
            if file.is_file():
                return file
    initialised = any((path / name).is_file() for name in ("__init__.py", "__init__.pyi"))
    if initialised or (path.name == place.name and next(_python_below(path), None)):
        return path
    return None


def folder_tree(found: Path, package: str, *, label: str) -> Tree:
    """The tree of what `find_package` found. Folders that are links, hidden, or caches are not entered."""
    place = package.replace(".", "/")
    if found.is_file():
        places = {f"{place}{found.suffix}": found}
    else:
        places = {f"{place}/{file.relative_to(found).as_posix()}": file for file in _python_below(found)}
    return _tree(places, label)


def every_file(path: Path, *, label: str) -> Tree:
    """Every Python file below a folder, or one file alone, by its path in the folder."""
    root = Path(os.path.normpath(path.absolute()))
    holder = root.parent if root.is_file() else root
    below = [root] if root.is_file() else _python_below(root)
    places = {file.relative_to(holder).as_posix(): file for file in below}
    return _tree(places, label)


def shown(path: Path) -> str:
    """A path as people read it: relative to the current directory, or absolute where only the root is shared."""
    here = Path.cwd()
    path = Path(os.path.normpath(path.absolute()))
    if path.parts[:2] != here.parts[:2]:
        return str(path)
    return Path(os.path.relpath(path, here)).as_posix()


def _tree(places: dict[str, Path], label: str) -> Tree:
    def read(name: str) -> bytes:
        file = places[name]
        try:
            return file.read_bytes()
        except OSError as error:
            raise SourceError(f"{shown(file)} cannot be read ({error.strerror}): check the file") from error

    return Tree(label=label, files=frozenset(places), read=read, locate=lambda name: shown(places[name]))


def _python_below(folder: Path) -> Iterator[Path]:
    for current, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__pycache__")
        yield from (Path(current, name) for name in sorted(files) if is_python(name))
