"""What griffe's own comparison reports between two versions of an interface."""

import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import griffe

from virtapi_analyzer.interface.library import Library, module_name
from virtapi_analyzer.interface.reading import read_interface
from virtapi_analyzer.interface.tree import Tree
from virtapi_analyzer.policy.configuration import InterfaceConfiguration


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """One report of griffe: its kind, the paths that the element has, and the parameter that it is about, if any."""

    kind: str
    paths: tuple[str, ...]
    parameter: str | None = None

    @property
    def path(self) -> str:
        """The element as our own findings write it: `pkg.Class.method(parameter)`."""
        return self.paths[0] if self.parameter is None else f"{self.paths[0]}({self.parameter})"


def reported(old: Tree, new: Tree, interface: InterfaceConfiguration) -> tuple[Reported, ...]:
    """Everything that griffe reports of the interface.

    Where the interface is some modules alone, griffe is given these and the packages that they lie in, and nothing
    else: of a whole Nova it would read 600,000 lines for three modules. A stub takes the place of the source beside
    it, since griffe would merge the two.
    """
    modules = {name for tree in (old, new) for name in _modules(tree, interface)}
    before, after = (_loaded(tree, interface.package, modules) for tree in (old, new))
    found = (_reported(breakage) for breakage in griffe.find_breaking_changes(before, after))
    return tuple(dict.fromkeys(each for each in found if _inside(each.paths[0], modules)))


def _modules(tree: Tree, interface: InterfaceConfiguration) -> Collection[str]:
    if not interface.modules:
        return {module_name(file) for file in tree.files}
    return read_interface(tree, package=interface.package, modules=interface.modules).modules


def _loaded(tree: Tree, package: str, modules: Collection[str]) -> griffe.Object | griffe.Alias:
    library = Library(tree=tree, package=package)
    parts = [module.split(".") for module in modules]
    wanted = {".".join(part[:end]) for part in parts for end in range(1, len(part) + 1)}
    with tempfile.TemporaryDirectory() as folder:
        for file in filter(None, map(library.file_of, sorted(wanted))):
            target = Path(folder, file)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(tree.read(file))
        return griffe.load(package, search_paths=[folder], allow_inspection=False, try_relative_path=False)


def _reported(breakage: griffe.Breakage) -> Reported:
    about = next(
        (value for value in (breakage.old_value, breakage.new_value) if isinstance(value, griffe.Parameter)), None
    )
    return Reported(
        kind=breakage.kind.name,
        paths=tuple(dict.fromkeys((breakage.obj.path, _definition(breakage.obj)))),
        parameter=about.name if about is not None else None,
    )


def _definition(element: griffe.Object | griffe.Alias) -> str:
    """Where an element is defined; its own path where that is outside of what was loaded."""
    try:
        return element.canonical_path
    except griffe.AliasResolutionError:
        return element.path


def _inside(path: str, modules: Collection[str]) -> bool:
    return any(path == module or path.startswith(f"{module}.") for module in modules)
