"""One build of a driver beside one release, in this process. Nothing that is checked is imported or executed."""

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import mypy.build  # before the other modules of mypy: they import each other in a circle
from mypy import modulefinder
from mypy.errors import CompileError
from mypy.nodes import MypyFile
from mypy.options import Options
from mypy.version import __version__

from virtapi_analyzer.checker.filling import Filling
from virtapi_analyzer.checker.isolation import alone, impossible, options_of
from virtapi_analyzer.checker.message import Message, read_messages

VERSION = __version__
PROBE = "_virtapi_probe"
"""The module in memory that imports what is to be looked at: mypy reads a module from its cache only where it must."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a build finds things.

    `modules` maps the driver's modules to their files, `search` are the folders whose modules count as written by hand
    (the release's), `installed` those whose modules count as installed. `untyped` are installed packages that are read
    even where they have no types. `cache` is a folder of ours. `superseded` are the release's superseded fields by
    dotted path, each with what to do instead. `rebound` maps methods of the driver by dotted path to the parameters
    that they let stand for something else.
    """

    package: str
    modules: Mapping[str, Path]
    search: Sequence[Path]
    installed: Sequence[Path]
    cache: Path
    untyped: Sequence[str] = ()
    superseded: Mapping[str, str] = field(default_factory=dict)
    rebound: Mapping[str, Collection[str]] = field(default_factory=dict)
    python: tuple[int, int] = (sys.version_info.major, sys.version_info.minor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build gave: every error in the driver's files, mypy's trees of the modules that it checked in this run or
    was asked to load, and mypy's digest of the interface of every module."""

    messages: tuple[Message, ...]
    trees: Mapping[str, MypyFile]
    interfaces: Mapping[str, str]
    blocked: str | None = None


def build(place: Place, loaded: Sequence[str] = ()) -> Built:
    """Check the driver's modules. `loaded` are modules whose trees are wanted though nothing about them changed.

    `blocked` is the first line of mypy's where it could not go on (a syntax error).
    """
    sources = [modulefinder.BuildSource(str(file), module) for module, file in sorted(place.modules.items())]
    if loaded:
        probe = "".join(f"from {module} import __name__ as _{number}\n" for number, module in enumerate(loaded))
        sources.append(modulefinder.BuildSource(f"<{PROBE}>", PROBE, probe))
    options = _options(place)
    plugin = Filling(options, place.package, _belongs(place.modules), place.superseded, place.rebound)
    with alone(place.installed):
        try:
            result = mypy.build.build(sources, options, extra_plugins=[plugin])
        except CompileError as error:
            lines = [line for line in error.messages if line]
            blocked = lines[0] if lines else "mypy could not go on"
            return Built(messages=tuple(read_messages(lines)), trees={}, interfaces={}, blocked=blocked)
    interfaces = {name: state.interface_hash.hex() for name, state in result.graph.items()}
    wanted = {*loaded, *result.manager.rechecked_modules}
    trees = {name: tree for name, tree in result.files.items() if name in wanted}
    return Built(messages=tuple(read_messages(result.errors)), trees=trees, interfaces=interfaces)


def _options(place: Place) -> Options:
    options = options_of(str(place.cache))
    options.python_version = place.python
    options.python_executable = sys.executable  # never started: `alone` says where installed packages are
    options.mypy_path = [str(folder.absolute()) for folder in place.search]
    options.check_untyped_defs = True
    options.strict_equality = True
    options.extra_checks = True
    options.show_error_end = True
    options.show_column_numbers = True
    options.enable_error_code = ["deprecated", "mutable-override"]
    options.per_module_options = {
        pattern: {"follow_untyped_imports": True} for name in place.untyped for pattern in (name, f"{name}.*")
    }
    options.process_error_codes(error_callback=impossible)
    options.inspections = False
    return options


def _belongs(modules: Mapping[str, Path]) -> Callable[[str], bool]:
    known = frozenset(modules)

    def driver(fullname: str) -> bool:
        while fullname:
            if fullname in known:
                return True
            fullname = fullname.rpartition(".")[0]
        return False

    return driver
