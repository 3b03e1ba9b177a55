"""One version of a package as mypy sees it, built in memory: nothing is imported, and nothing but typeshed is looked
for outside it."""

import gc
import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import mypy.build  # before the other modules of mypy: they import each other in a circle
from mypy import modulefinder
from mypy.checker import TypeChecker
from mypy.errors import CompileError
from mypy.lookup import lookup_fully_qualified
from mypy.nodes import MypyFile, SymbolNode, TypeAlias, TypeInfo
from mypy.options import Options
from mypy.plugin import AnalyzeTypeContext, Plugin
from mypy.typeanal import TypeAnalyser
from mypy.types import AnyType, Instance, Type, TypeOfAny, get_proper_type

from virtapi_analyzer.checker.classes import classes_in
from virtapi_analyzer.checker.isolation import MEMORY, alone, impossible, options_of
from virtapi_analyzer.checker.message import Message, read_messages
from virtapi_analyzer.checker.nowhere import leads_nowhere, origin

LITERALS = "_virtapi_literals"
_LITERALS = "class LiteralString(str): ...\n"
"""mypy takes `LiteralString` for `str`; by a class of its own the two are told apart."""
LITERAL_STRING = f"{LITERALS}.LiteralString"
_SPELLED = ("typing.LiteralString", "typing_extensions.LiteralString")

Files = Mapping[str, str]
"""The texts of a package, by path with "/", relative to the folder that holds the package."""


class CannotBuildError(Exception):
    """mypy could not go on; `complaint` says where."""

    def __init__(self, complaint: Message | None) -> None:
        super().__init__(complaint.text if complaint is not None else "mypy could not read it")
        self.complaint = complaint


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One version, built: mypy's trees of all modules, the checker that its relations need, and what mypy said."""

    modules: Mapping[str, MypyFile]
    checker: TypeChecker
    complaints: tuple[Message, ...]

    def classes(self) -> Iterator[TypeInfo]:
        """The classes of the version itself, those inside others too."""
        for module in self.modules.values():
            if module.path.startswith(MEMORY):
                yield from classes_in(module.names.values(), module.fullname)

    def class_(self, path: str) -> TypeInfo | None:
        """The class of a dotted path, or that a name leads to."""
        symbol = lookup_fully_qualified(path, dict(self.modules))
        return _class_of(symbol.node) if symbol is not None else None

    def node(self, path: str) -> tuple[TypeInfo | None, SymbolNode | None]:
        """The class that the last part of a dotted path is looked up in, if it is one, and what it leads to there; an
        inherited member is found too."""
        module = self.module_of(path)
        owner: TypeInfo | None = None
        node: SymbolNode | None = self.modules.get(module)
        for name in path[len(module) + 1 :].split("."):
            owner = _class_of(node)
            if owner is None and not isinstance(node, MypyFile):
                return None, None
            symbol = owner.get(name) if owner is not None else self.modules[module].names.get(name)
            node = symbol.node if symbol is not None else None
        return owner, node

    def module_of(self, path: str) -> str:
        """The longest beginning of a dotted path that is a module; empty where none is."""
        while path and path not in self.modules:
            path = path.rpartition(".")[0]
        return path


def _class_of(node: SymbolNode | None) -> TypeInfo | None:
    if isinstance(node, TypeAlias):
        target = get_proper_type(node.target)
        node = target.type if isinstance(target, Instance) else None
    return node if isinstance(node, TypeInfo) else None


def build(files: Files, cache: Path) -> World:
    """Build one version. `cache` is a folder of ours, where mypy keeps what it knows of typeshed, if it can.

    Raises `CannotBuildError` where mypy could not go on.
    """
    modules = modules_of(files)
    sources = [modulefinder.BuildSource(f"{MEMORY}{file}", module, text) for module, (file, text) in modules.items()]
    sources.append(modulefinder.BuildSource(f"{MEMORY}{LITERALS}.pyi", LITERALS, _LITERALS))
    try:
        cache.mkdir(parents=True, exist_ok=True)
        return _built(sources, _options(str(cache)), modules)
    except (OSError, sqlite3.Error):  # slower, but whatever became of the folder, the answer is the same
        return _built(sources, _options(os.devnull), modules)


def _built(sources: Sequence[modulefinder.BuildSource], options: Options, modules: Collection[str]) -> World:
    gc.disable()  # mypy makes many objects that stay, and looking for others among them takes a tenth of the time
    try:
        with alone(()):
            result = mypy.build.build(list(sources), options, extra_plugins=[_Names(options, modules)])
    except CompileError as error:
        raise CannotBuildError(next(_complaints(error.messages), None)) from error
    except SystemExit as error:  # so mypy ends on a defect of its own
        raise CannotBuildError(None) from error
    finally:
        gc.enable()
    return World(
        modules=result.files,
        checker=result.graph[LITERALS].type_checker(),
        complaints=tuple(_complaints(result.errors)),
    )


def modules_of(files: Files) -> dict[str, tuple[str, str]]:
    """The file and the text of every module; a stub comes before source."""
    found: dict[str, tuple[str, str]] = {}
    for file, text in sorted(files.items()):  # `.py` comes before `.pyi`, which then takes its place
        path = PurePosixPath(file).with_suffix("")
        found[".".join(path.parts[:-1] if path.name == "__init__" else path.parts)] = (file, text)
    return found


def _options(cache: str) -> Options:
    options = options_of(cache)
    options.python_executable = None
    options.no_site_packages = True
    options.ignore_missing_imports = True
    options.local_partial_types = True
    options.process_error_codes(error_callback=impossible)
    return options


def _complaints(lines: Sequence[str]) -> Iterator[Message]:
    for message in read_messages(lines):
        yield replace(message, file=message.file.removeprefix(MEMORY))


class _Names(Plugin):
    """Takes `LiteralString` for a class of its own in these modules, and in no others: what mypy knows of typeshed is
    kept. And has an `Any` know the name that leads to no module."""

    def __init__(self, options: Options, modules: Collection[str]) -> None:
        super().__init__(options)
        self.modules = modules

    def get_additional_deps(self, file: MypyFile) -> list[tuple[int, str, int]]:
        """Have that class there before a module that may name it."""
        return [(10, LITERALS, -1)] if file.fullname in self.modules else []

    def get_type_analyze_hook(self, fullname: str) -> Callable[[AnalyzeTypeContext], Type] | None:
        """Only `LiteralString`, and what was imported from no module that is there."""
        if fullname in _SPELLED:
            return self._literal_string
        if self._modules is None or not leads_nowhere(fullname, self._modules):
            return None
        return self._missing

    def _missing(self, context: AnalyzeTypeContext) -> Type:
        module = (self._modules or {}).get(_module_of(context))
        name = context.type.name
        target = origin(module, name) if module is not None else name
        return AnyType(TypeOfAny.from_unimported_type, missing_import_name=target)

    def _literal_string(self, context: AnalyzeTypeContext) -> Type:
        analyser = context.api
        assert isinstance(analyser, TypeAnalyser)
        return analyser.named_type(LITERAL_STRING if _module_of(context) in self.modules else "builtins.str")


def _module_of(context: AnalyzeTypeContext) -> str:
    """The module that is being looked at; mypy's plugins are not told."""
    analyser = context.api
    assert isinstance(analyser, TypeAnalyser)
    return str(getattr(analyser.api, "cur_mod_id", ""))
