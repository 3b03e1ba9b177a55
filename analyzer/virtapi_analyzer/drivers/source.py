"""The source of a driver: its files and what their modules are called. Nothing of it is imported."""

import ast
import hashlib
import io
import tokenize
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from virtapi_analyzer.drivers.gathering import Gathered
from virtapi_analyzer.drivers.outline import Outline, Sketch, outline, sketch, uses
from virtapi_analyzer.drivers.sketches import load, save
from virtapi_analyzer.drivers.workshop import workshops
from virtapi_analyzer.interface.folders import shown
from virtapi_analyzer.model.errors import ReadingError

GROUP = "virtapi.drivers"
"""The group of entry points in which a driver's distribution names its driver classes."""
_ROOT_FILES = ("pyproject.toml", "setup.py", "setup.cfg", ".git")


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One file: its dotted name, its place, its text, and what it says."""

    name: str
    file: Path
    text: str
    sketch: Sketch

    @property
    def initial(self) -> bool:
        """Whether it is the `__init__` of a package."""
        return self.file.name == "__init__.py"

    @property
    def outline(self) -> Outline:
        """Where things stand in it."""
        return outline(self.sketch, self.name, initial=self.initial)

    @property
    def uses(self) -> Iterator[str]:
        """The modules and names that it imports."""
        return uses(self.sketch, self.name, initial=self.initial)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """All modules of a driver by name. `named` are the classes that its distribution calls its drivers."""

    root: Path
    modules: Mapping[str, Module]
    named: tuple[str, ...] = ()


def read_source(gathered: Gathered) -> Source:
    """Read the files, and call each module as the driver's own imports do.

    Raises `ReadingError` for a file that Python could not read either.
    """
    texts = {file: _text(file, content) for file, content in gathered.files.items()}
    found = _sketches(gathered.root, texts)
    root = _import_root(gathered.root, found)
    modules: dict[str, Module] = {}
    for file, text in texts.items():
        name = _name(file, root)
        if name is not None and name not in modules:
            modules[name] = Module(name=name, file=file, text=text, sketch=found[file])
    named = tuple(_entry_points(*gathered.project)) if gathered.project is not None else ()
    return Source(root=gathered.root, modules=modules, named=named)


def concerned(source: Source, package: str) -> Source:
    """The source without the modules that have nothing to do with the interface's package.

    What imports it stays, whatever is between, and what this imports of the driver's own, and the packages around.
    """
    uses = {name: frozenset(module.uses) for name, module in source.modules.items()}
    users = {name for name, used in uses.items() if any(_under(each, package) for each in used)}
    growing = True
    while growing:
        more = {name for name, used in uses.items() if name not in users and used & users}
        users |= more
        growing = bool(more)
    wanted = [*users, *(word.partition(":")[0] for word in source.named)]
    found: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name in uses and name not in found:
            found.add(name)
            wanted.extend(uses[name])
        if "." in name:
            wanted.append(name.rpartition(".")[0])
    return replace(source, modules={name: module for name, module in source.modules.items() if name in found})


def _under(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def _text(file: Path, content: bytes) -> str:
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except (UnicodeDecodeError, SyntaxError, LookupError) as error:
        raise ReadingError(f"{shown(file)} is no text that Python reads ({error}): correct its encoding") from error


def _sketches(root: Path, texts: Mapping[Path, str]) -> Mapping[Path, Sketch]:
    """What each file says: as it is kept from another run, or read."""
    kept = workshops() / "sketches" / f"{hashlib.sha256(str(root).encode()).hexdigest()[:24]}.json"
    known = load(kept)
    digests = {file: hashlib.sha256(text.encode()).hexdigest() for file, text in texts.items()}
    found = {file: known.get(digests[file]) or sketch(_tree(file, text)) for file, text in texts.items()}
    if any(digest not in known for digest in digests.values()):
        save(kept, {digests[file]: each for file, each in found.items()})
    return found


def _tree(file: Path, text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None) or 1
        said = getattr(error, "msg", None) or str(error)
        raise ReadingError(f"{shown(file)}:{line} has an error of syntax ({said}): correct it first") from error


def _import_root(path: Path, found: Mapping[Path, Sketch]) -> Path:
    """The folder whose entries are what the driver's own imports begin with.

    Above a package it is known by its `__init__` files. Where there are none, the modules' imports of each other tell.
    """
    start = path if path.is_dir() else path.parent
    while (start / "__init__.py").is_file():
        start = start.parent
    if start not in (path, path.parent):
        return start
    imported = {name for each in found.values() for name in uses(each, "") if not name.startswith(".")}
    for root in (start, *_above(start)):
        names = {_name(file, root) for file in found}
        if imported & names:
            return root
    return start


def _above(folder: Path) -> Iterator[Path]:
    """The folders above, up to that of the repository."""
    while not any((folder / name).exists() for name in _ROOT_FILES) and folder.parent != folder:
        folder = folder.parent
        yield folder


def _name(file: Path, root: Path) -> str | None:
    """The dotted name of a module below the root; below `src` or another folder that is no package, from there."""
    if root not in file.parents:
        return None
    parts = list(PurePosixPath(file.relative_to(root).as_posix()).with_suffix("").parts)
    if parts[0] == "src" and not (root / "src" / "__init__.py").is_file():
        parts = parts[1:]
    if parts and parts[-1] == "__init__":
        parts = parts[:-1]
    return ".".join(parts) if parts and all(part.isidentifier() for part in parts) else None


def _entry_points(file: Path, content: bytes) -> Iterator[str]:
    """What a `pyproject.toml` declares, as `module:Class`."""
    try:
        declared = tomllib.loads(content.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ReadingError(f"{shown(file)} cannot be read ({error}): correct it first") from error
    project = declared.get("project")
    groups = project.get("entry-points") if isinstance(project, dict) else None
    listed = groups.get(GROUP) if isinstance(groups, dict) else None
    if isinstance(listed, dict):
        yield from (str(value).partition("[")[0].strip() for value in listed.values())
