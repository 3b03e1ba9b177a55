"""Where a driver's dependencies are, read from the files of a virtual environment. Its interpreter is never started:
starting it would run its `sitecustomize` and the code in its `.pth` files."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from virtapi_analyzer.model.errors import SourceError


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The folders of installed packages, and the version of Python that they are for; `sites` are those of them that
    an installer writes, the others are named in `.pth` files. `settings` is the `pyvenv.cfg` that was read, and
    `absent` are folders that would count if they were there."""

    folders: tuple[Path, ...]
    version: tuple[int, int]
    sites: tuple[Path, ...] = ()
    settings: Path | None = None
    absent: tuple[Path, ...] = ()


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
            return replace(_environment(folder, _version(settings)), settings=settings)
    raise SourceError(f"{python} belongs to no virtual environment (no pyvenv.cfg): name one, or its interpreter")


def fingerprint(environment: Environment) -> Iterator[str]:
    """All that decides what an environment has: its distributions, its `.pth` files, and the files of the folders that
    these name."""
    yield from map(str, environment.folders)
    edited = (file for _, files in _editable(environment) for file in files)
    for path in (*_installed(environment), *edited):
        told = path.stat()
        yield f"{path} {told.st_mtime_ns} {told.st_size}"


def watched(environment: Environment) -> Iterator[Path]:
    """The files and folders whose times tell whether that changed."""
    if environment.settings is not None:
        yield environment.settings
    yield from environment.absent
    yield from environment.sites
    yield from _installed(environment)
    for folder, files in _editable(environment):
        yield folder
        yield from files


def _installed(environment: Environment) -> Iterator[Path]:
    for site in environment.sites:
        for name in sorted(os.listdir(site)):
            if name.endswith((".dist-info", ".egg-info", ".egg-link", ".pth")):
                yield site / name


def _editable(environment: Environment) -> Iterator[tuple[Path, Sequence[Path]]]:
    for folder in environment.folders:
        if folder not in environment.sites:
            for current, folders, files in os.walk(folder):
                folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__pycache__")
                found = sorted(name for name in files if name.endswith((".py", ".pyi")))
                yield Path(current), [Path(current, name) for name in found]


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
    there = [folder for folder in found if folder.is_dir()]
    return Environment(
        folders=tuple(there),
        version=version,
        sites=tuple(each for each in sites if each in found),
        absent=tuple(each for each in (*sites, *found) if each not in there),
    )


def _path_lines(site: Path) -> Iterator[Path]:
    """The folders that `.pth` files name. Their lines that begin with `import` are code, and are not looked at."""
    for file in sorted(site.glob("*.pth")):
        try:
            lines = file.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            continue
        for line in map(str.strip, lines):
            if line and not line.startswith(("#", "import ", "import\t")):
                yield site / line
