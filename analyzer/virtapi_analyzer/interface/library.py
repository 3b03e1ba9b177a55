"""The modules of a tree, each parsed when something asks for it, and what a name in one of them leads to."""

import ast
import io
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import griffe

from virtapi_analyzer.interface.aliases import write_as_attributes
from virtapi_analyzer.interface.assigned import write_as_definitions
from virtapi_analyzer.interface.branches import taken
from virtapi_analyzer.interface.facts import Facts, facts
from virtapi_analyzer.interface.functional import write_as_classes
from virtapi_analyzer.interface.tree import Tree, silent
from virtapi_analyzer.model.errors import ReadingError
from virtapi_analyzer.model.location import Location

Node = griffe.Module | griffe.Class | griffe.Function | griffe.Attribute
"""What is defined in a module, as griffe has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One parsed module."""

    name: str
    file: str
    module: griffe.Module
    facts: Facts

    @property
    def stub(self) -> bool:
        """Whether it is a `.pyi`."""
        return self.file.endswith(".pyi")

    @property
    def initial(self) -> bool:
        """Whether it is a package's `__init__`."""
        return PurePosixPath(self.file).stem == "__init__"


@dataclass(slots=True, kw_only=True)
class Library:
    """Reads a tree by need. The one place with state: what has been parsed stays parsed."""

    tree: Tree
    package: str
    progress: Callable[[str], None] = silent
    sources: dict[str, Source | None] = field(default_factory=dict)
    located: dict[str, str] = field(default_factory=dict)

    def modules(self) -> Iterator[str]:
        """The dotted names of all modules of the package, without parsing one. Stubs come before source."""
        names = {module_name(file) for file in self.tree.files}
        yield from sorted(n for n in names if n == self.package or n.startswith(f"{self.package}."))

    def file_of(self, module: str) -> str | None:
        """The file of a module: its stub where there is one, else its source."""
        place = module.replace(".", "/")
        candidates = (f"{place}.pyi", f"{place}/__init__.pyi", f"{place}.py", f"{place}/__init__.py")
        return next((file for file in candidates if file in self.tree.files), None)

    def exists(self, module: str) -> bool:
        """Whether the tree has such a module, or a folder of modules."""
        place = module.replace(".", "/")
        return self.file_of(module) is not None or any(file.startswith(f"{place}/") for file in self.tree.files)

    def source(self, module: str) -> Source | None:
        """The parsed module, or None where the tree has no file for it.

        Raises `ReadingError` where the file is not Python that this interpreter can read.
        """
        if module not in self.sources:
            file = self.file_of(module)
            self.sources[module] = None if file is None else self._parse(module, file)
        return self.sources[module]

    def _parse(self, module: str, file: str) -> Source:
        self.progress(f"reading {module}")
        self._refuse_twice(module, file)
        text = decoded(self.tree.read(file), self.tree.locate(file))
        try:
            return _once_parsed(module, file, text)
        except SyntaxError as error:
            raise ReadingError(
                f"{self.tree.locate(file)}:{error.lineno or 1}: {error.msg}: this Python cannot read it; run virtapi "
                "under the Python that the file is written for, or name modules that do not reach it"
            ) from error
        except (ValueError, RecursionError, MemoryError) as error:
            why = str(error) or "nested too deeply"
            raise ReadingError(f"{self.tree.locate(file)}: {why}: mend the file, or name other modules") from error

    def _refuse_twice(self, module: str, file: str) -> None:
        place, end = module.replace(".", "/"), PurePosixPath(file).suffix
        alone, package = f"{place}{end}", f"{place}/__init__{end}"
        if {alone, package} <= self.tree.files:
            raise ReadingError(
                f"{self.tree.locate(alone)}:1: {self.tree.locate(package)} is the module {module} too: keep one of them"
            )

    def locate(self, source: Source, line: int | None) -> Location:
        """Where something stands."""
        if source.file not in self.located:
            self.located[source.file] = self.tree.locate(source.file)
        return Location(file=self.located[source.file], line=line or 1)


_PARSED: dict[tuple[str, str, str], Source] = {}
"""What two versions have alike is parsed once."""


def _once_parsed(module: str, file: str, text: str) -> Source:
    known = (module, file, text)
    if known not in _PARSED:
        _PARSED[known] = _parsed(module, file, text)
    return _PARSED[known]


def forget_parsed() -> None:
    """Let go of all modules that were parsed: whoever has read what was needed wants the memory for something else.

    griffe's objects know the one that they are in, and would stay until somebody looks for garbage.
    """
    for source in _PARSED.values():
        _take_apart(source.module)
    _PARSED.clear()


def _take_apart(found: griffe.Module | griffe.Class) -> None:
    for member in found.members.values():
        if isinstance(member, griffe.Class):
            _take_apart(member)
    found.members.clear()
    found.overloads.clear()


def _parsed(module: str, file: str, text: str) -> Source:
    tree = whole = ast.parse(text)
    if (left := taken(text, whole)) != text:
        text, tree = left, ast.parse(left)
    write_as_classes(tree)
    write_as_definitions(tree)
    name, extensions = module.rpartition(".")[2], griffe.Extensions(_AsWritten())
    visited = griffe.visit(name, filepath=Path(file), code=text, parent=_parent(module), extensions=extensions)
    found = facts(tree, whole)
    if FUTURE not in found.imported_at and isinstance(visited.members.get(FUTURE), griffe.Alias):
        visited.del_member(FUTURE)
    for name in _deleted(tree):
        if name in visited.members:
            visited.del_member(name)
    write_as_attributes(visited)
    return Source(name=module, file=file, module=visited, facts=found)


def _deleted(module: ast.Module) -> Iterator[str]:
    """The names that a module binds only for a while (`del name`)."""
    for node in module.body:
        if isinstance(node, ast.Delete):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


FUTURE = "annotations"


class _AsWritten(griffe.Extension):
    """Has griffe leave the texts in annotations alone; it takes `Annotated[int, Since("2026.10")]` for a number. So it
    does where it sees `from __future__ import annotations`.

    And has it see the classes that calls make, and what assignments define, before it looks at what is in the module.
    """

    def on_module_instance(self, *, node: object, mod: griffe.Module, **_: object) -> None:
        if isinstance(node, ast.Module):
            write_as_classes(node)
            write_as_definitions(node)
        mod.set_member(FUTURE, griffe.Alias(FUTURE, f"__future__.{FUTURE}"))


def _parent(module: str) -> griffe.Module | None:
    """A chain of empty packages above a module, by which griffe knows its full path and resolves relative imports."""
    parent: griffe.Module | None = None
    for part in module.split(".")[:-1]:
        parent = griffe.Module(part, filepath=Path("__init__.py"), parent=parent)
    return parent


def module_name(file: str) -> str:
    """The dotted name of the module in a file."""
    path = PurePosixPath(file).with_suffix("")
    parts = path.parts[:-1] if path.name == "__init__" else path.parts
    return ".".join(parts)


def decoded(data: bytes, place: str) -> str:
    """The text of a Python file, decoded as its own first lines say (UTF-8 else)."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        return data.decode(encoding).replace("\r\n", "\n")
    except (SyntaxError, UnicodeDecodeError, LookupError) as error:
        raise ReadingError(f"{place}: {error}: save it as UTF-8, or declare its encoding in the first line") from error
