"""What the exceptions of an interface derive from, as a host's source names it."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from virtapi_analyzer.interface.library import decoded, module_name
from virtapi_analyzer.interface.receivers import imports
from virtapi_analyzer.interface.resolution import standard_order
from virtapi_analyzer.interface.tree import Tree
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.errors import AnalyzerError
from virtapi_analyzer.model.interface import Interface

_DEEPEST = 32


def exception_orders(
    exceptions: Iterable[str], interface: Interface, trees: Sequence[Tree]
) -> Mapping[str, tuple[str, ...]]:
    """For each exception (a path, or the bare name that a docstring has) the paths of all that catch it beside its own
    name: what it derives from, and every name under which a module of the interface offers one of these."""
    offered: dict[str, list[str]] = {}
    for module, each in interface.modules.items():
        for name, export in each.names.items():
            if isinstance(export.element, Class):
                offered.setdefault(export.element.path, []).append(f"{module}.{name}")
    source = _Source(trees=trees)

    def order(exception: str) -> Iterator[str]:
        known = interface.classes.get(exception)
        above = (exception, *known.mro) if known is not None else tuple(source.order(exception))
        for path in above:
            yield path
            yield from offered.get(path, ())
            if path not in interface.classes:
                yield from standard_order(path)

    return {exception: tuple(dict.fromkeys(order(exception))) for exception in exceptions}


@dataclass(slots=True, kw_only=True)
class _Source:
    """The classes in the source of a host, read where they are asked for."""

    trees: Sequence[Tree]
    read: dict[str, tuple[Mapping[str, ast.ClassDef], Mapping[str, str]] | None] = field(default_factory=dict)

    def order(self, exception: str) -> Iterator[str]:
        """A class, then all that it derives from, by their paths."""
        waiting = [(path, 0) for path in ([exception] if "." in exception else self._named(exception))]
        seen = set[str]()
        while waiting:
            path, depth = waiting.pop()
            if path in seen or depth > _DEEPEST:
                continue
            seen.add(path)
            yield path
            waiting += [(above, depth + 1) for above in self._above(path)]

    def _named(self, name: str) -> Iterator[str]:
        """The classes of a bare name, the standard ones first."""
        if standard_order(name):
            yield name
            return
        word = re.compile(rf"^class {re.escape(name)}\b".encode(), re.MULTILINE)
        for tree in self.trees:
            for file in sorted(tree.files):
                if file.endswith(".py") and word.search(tree.read(file)):
                    yield f"{module_name(file)}.{name}"

    def _above(self, path: str) -> Iterator[str]:
        """The bases of a class; for what a module only passes on, what it stands for."""
        module, _, name = path.rpartition(".")
        if not module or (found := self._module(module)) is None:
            return
        classes, imported = found
        if name in classes:
            for base in classes[name].bases:
                yield from _path(base, module, classes, imported)
        elif name in imported:
            yield imported[name]

    def _module(self, module: str) -> tuple[Mapping[str, ast.ClassDef], Mapping[str, str]] | None:
        if module not in self.read:
            self.read[module] = self._parsed(module)
        return self.read[module]

    def _parsed(self, module: str) -> tuple[Mapping[str, ast.ClassDef], Mapping[str, str]] | None:
        place = module.replace(".", "/")
        for tree in self.trees:
            for file in (f"{place}.py", f"{place}/__init__.py"):
                if file in tree.files:
                    try:
                        parsed = ast.parse(decoded(tree.read(file), tree.locate(file)))
                    except (AnalyzerError, SyntaxError, ValueError, RecursionError, MemoryError):
                        return None
                    classes = {node.name: node for node in parsed.body if isinstance(node, ast.ClassDef)}
                    package = PurePosixPath(file).stem == "__init__"
                    return classes, imports(parsed, module, package=package)
        return None


def _path(
    base: ast.expr, module: str, classes: Mapping[str, ast.ClassDef], imported: Mapping[str, str]
) -> Iterator[str]:
    names: list[str] = []
    while isinstance(base, ast.Attribute):
        names.append(base.attr)
        base = base.value
    if isinstance(base, ast.Name):
        start = f"{module}.{base.id}" if base.id in classes else imported.get(base.id, base.id)
        yield ".".join((start, *reversed(names)))
