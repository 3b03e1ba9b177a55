"""Where a driver's dependencies are, read from the files of a virtual environment. Its interpreter is never started:
starting it would run its `sitecustomize` and the code in its `.pth` files."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from virtapi_analyzer.model.errors import SourceError


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The folders of installed packages, and the version of Python that they are for; `sites` are those of them that
    an installer writes, the others are named in `.pth` files."""

    folders: tuple[Path, ...]
    version: tuple[int, int]
    sites: tuple[Path, ...] = ()


def this_environment() -> Environment:
    """The environment that this runs in."""
    return _environment(Path(sys.prefix), (sys.version_info.major, sys.version_info.minor))


def read_environment(python: Path) -> Environment:
    """The environment of an interpreter, or of the folder of a virtual environment.

    Raises `SourceError` where there is no `pyvenv.cfg`.
    """
    place = python.absolute()
    for folder in (place, *place.parents[:2]):
        settings = folder / "pyvenv.cfg"
        if settings.is_file():
            return _environment(folder, _version(settings))
    raise SourceError(f"{python} belongs to no virtual environment (no pyvenv.cfg): name one, or its interpreter")


def fingerprint(environment: Environment) -> Iterator[str]:
    """All that decides what an environment has: its distributions, its `.pth` files, and the files of the folders that
    these name."""
    for site in environment.sites:
        yield str(site)
        for entry in sorted(os.scandir(site), key=lambda each: each.name):
            if entry.name.endswith((".dist-info", ".egg-info", ".egg-link", ".pth")):
                yield f"{entry.name} {entry.stat().st_mtime_ns} {entry.stat().st_size}"
    for folder in environment.folders:
        if folder not in environment.sites:
            yield str(folder)
            for current, folders, files in os.walk(folder):
                folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__pycache__")
                for name in sorted(files):
                    if name.endswith((".py", ".pyi")):
                        told = os.stat(os.path.join(current, name))
                        yield f"{current}/{name} {told.st_mtime_ns} {told.st_size}"


def _version(settings: Path) -> tuple[int, int]:
    for line in settings.read_text(encoding="utf-8", errors="replace").splitlines():
        key, _, value = line.partition("=")
        if key.strip().lower() in ("version", "version_info"):
            numbers = value.strip().split(".")
            if len(numbers) >= 2 and numbers[0].isdigit() and numbers[1].isdigit():
                return int(numbers[0]), int(numbers[1])
    return sys.version_info.major, sys.version_info.minor


def _environment(prefix: Path, version: tuple[int, int]) -> Environment:
    name = f"python{version[0]}.{version[1]}"
    sites = [prefix / "lib" / name / "site-packages", prefix / "lib64" / name / "site-packages"]
    sites += [prefix / "Lib" / "site-packages"]
    found: dict[Path, None] = {}
    for site in sites:
        if site.is_dir() and site.resolve() not in {each.resolve() for each in found}:
            found[site] = None
            found.update(dict.fromkeys(_path_lines(site)))
    return Environment(folders=tuple(found), version=version, sites=tuple(each for each in sites if each in found))


def _path_lines(site: Path) -> Iterator[Path]:
    """The folders that `.pth` files name. Their lines that begin with `import` are code, and are not looked at."""
    for file in sorted(site.glob("*.pth")):
        try:
            lines = file.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            continue
        for line in map(str.strip, lines):
            if line and not line.startswith(("#", "import ", "import\t")):
                folder = site / line
                if folder.is_dir():
                    yield folder
