"""Pages that are written as a folder, or compared with the folder that is there."""

from collections.abc import Mapping
from pathlib import Path

from virtapi_analyzer.model.errors import ConfigurationError


def stale(folder: Path, pages: Mapping[str, str], *, mark: str) -> tuple[str, ...]:
    """The files that are not as they should be: absent, different, or left over and generated (they bear the mark)."""
    return tuple(sorted([*_outdated(folder, pages), *_left_over(folder, pages, mark)]))


def write(folder: Path, pages: Mapping[str, str], *, mark: str) -> tuple[str, ...]:
    """Write what is stale, and delete what is left over: the files that changed.

    A file that does not bear the mark stays, unless a page has its name. Raises `ConfigurationError` where the folder
    cannot be written.
    """
    changed = stale(folder, pages, mark=mark)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in changed:
            if name in pages:
                (folder / name).write_text(pages[name], encoding="utf-8", newline="\n")
            else:
                (folder / name).unlink()
    except OSError as error:
        raise ConfigurationError(f"{folder} cannot be written ({error.strerror}): name another folder") from error
    return changed


def _outdated(folder: Path, pages: Mapping[str, str]) -> list[str]:
    return [name for name, text in pages.items() if _read(folder / name) != text.encode()]


def _left_over(folder: Path, pages: Mapping[str, str], mark: str) -> list[str]:
    there = (file for file in sorted(folder.glob("*.md")) if file.name not in pages)
    return [file.name for file in there if (_read(file) or b"").startswith(mark.encode())]


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None
