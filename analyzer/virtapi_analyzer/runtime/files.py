"""The folder of a package: reading its texts, writing what was produced, finding what is stale."""

from collections.abc import Mapping
from pathlib import Path

from virtapi_analyzer.model.errors import ReadingError
from virtapi_analyzer.runtime.history import HISTORY, Past
from virtapi_analyzer.runtime.producing import produce

MARK = "# Produced from "
"""How the first line of every produced module begins."""


def read_package(folder: Path) -> dict[str, str]:
    """The texts of all `.pyi` and `.py` of a package's folder, by their names relative to it, with `/`.

    Raises:
        ReadingError: the folder is not there, or a file in it cannot be read as UTF-8.
    """
    if not folder.is_dir():
        raise ReadingError(f"{folder} is no folder: name the folder of the interface package")
    files = sorted(path for path in folder.rglob("*.py*") if path.suffix in (".py", ".pyi"))
    return {path.relative_to(folder).as_posix(): _read(path) for path in files}


def stale(folder: Path, *, package: str | None = None, past: Past | None = None) -> tuple[str, ...]:
    """The produced modules of a package's folder that are not what they should be: missing, different, or left over.

    Args:
        folder: the package's folder, with the stubs and the modules written by hand.
        package: the dotted name under which it is imported; the folder's name where it is not given.
        past: the releases before it, for a package that tells them.
    Returns:
        Their names relative to the folder, sorted; none where `write` would change nothing.
    Raises:
        ReadingError: a file cannot be read, or something cannot be turned into run-time code.
    """
    there = read_package(folder)
    produced = produce(there, package=package or folder.resolve().name, past=past)
    different = {file for file, text in produced.items() if there.get(file) != text}
    return tuple(sorted(different | _left_over(there, produced)))


def write(folder: Path, *, package: str | None = None, past: Past | None = None) -> tuple[str, ...]:
    """Produce the run-time modules of a package and write them beside their stubs: all of them, or none.

    Args:
        folder: the package's folder, with the stubs and the modules written by hand.
        package: the dotted name under which it is imported; the folder's name where it is not given.
        past: the releases before it, for a package that tells them.
    Returns:
        The names of the files that changed, relative to the folder, sorted. Those that lost their stub were deleted.
    Raises:
        ReadingError: as for `stale`, or a file cannot be written. Nothing was changed.
    """
    there = read_package(folder)
    produced = produce(there, package=package or folder.resolve().name, past=past)
    changed = {file: text for file, text in produced.items() if there.get(file) != text}
    gone = _left_over(there, produced)
    _replace_all(folder, changed, gone)
    return tuple(sorted(changed.keys() | gone))


def _left_over(there: Mapping[str, str], produced: Mapping[str, str]) -> set[str]:
    """Produced modules whose stub is gone."""
    marked = {file for file, text in there.items() if file.endswith(".py") and text.startswith(MARK)}
    return marked - produced.keys() - {HISTORY}


def _replace_all(folder: Path, texts: Mapping[str, str], gone: set[str]) -> None:
    """Write every text beside its target first, then put all in place; what fails is undone."""
    ready: list[tuple[Path, Path]] = []
    before = {folder / file: _bytes(folder / file) for file in (*texts, *gone)}
    try:
        for file, text in texts.items():
            target = folder / file
            ready.append((target.with_name(f".{target.name}.new"), target))
            ready[-1][0].write_text(text, encoding="utf-8", newline="\n")
        for new, target in ready:
            new.replace(target)
        for file in gone:
            (folder / file).unlink()
    except OSError as error:
        for path, data in before.items():
            if data is not None and _bytes(path) != data:
                path.write_bytes(data)
            elif data is None:
                path.unlink(missing_ok=True)
        raise ReadingError(f"{error.filename} cannot be written: {error.strerror}; nothing was changed") from None
    finally:
        for new, _ in ready:
            new.unlink(missing_ok=True)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ReadingError(f"{path} is not UTF-8 (byte {error.start}): save it as UTF-8") from None
    except OSError as error:
        raise ReadingError(f"{path} cannot be read: {error.strerror}") from None
