"""One build of a driver beside one release, in this process. Nothing that is checked is imported or executed."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import mypy.build  # before the other modules of mypy: they import each other in a circle
from mypy import modulefinder, pyinfo
from mypy.errors import CompileError
from mypy.nodes import MypyFile
from mypy.options import Options
from mypy.version import __version__

from virtapi_analyzer.checker.filling import Filling
from virtapi_analyzer.checker.message import Message

VERSION = __version__
PROBE = "_virtapi_probe"
"""The module in memory that imports what is to be looked at: mypy reads a module from its cache only where it must."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a build finds things.

    `modules` maps the driver's modules to their files, `search` are the folders whose modules count as written by hand
    (the release's), `installed` those whose modules count as installed. `untyped` are installed packages that are read
    even where they have no types. `cache` is a folder of ours. `superseded` are the release's superseded fields by
    dotted path, each with what to do instead.
    """

    package: str
    modules: Mapping[str, Path]
    search: Sequence[Path]
    installed: Sequence[Path]
    cache: Path
    untyped: Sequence[str] = ()
    superseded: Mapping[str, str] = field(default_factory=dict)
    python: tuple[int, int] = (sys.version_info.major, sys.version_info.minor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build gave: every error in the driver's files, and mypy's trees of the modules that were asked for."""

    messages: tuple[Message, ...]
    trees: Mapping[str, MypyFile]
    blocked: str | None = None


def build(place: Place, looked_at: Sequence[str]) -> Built:
    """Check the driver's modules. `looked_at` are the modules whose trees are wanted, the release's among them.

    `blocked` is the first line of mypy's where it could not go on (a syntax error).
    """
    sources = [modulefinder.BuildSource(str(file), module) for module, file in sorted(place.modules.items())]
    probe = "".join(f"from {module} import __name__ as _{number}\n" for number, module in enumerate(looked_at))
    sources.append(modulefinder.BuildSource(f"<{PROBE}>", PROBE, probe))
    options = _options(place)
    plugin = Filling(options, place.package, _belongs(place.modules), place.superseded)
    with alone(place.installed):
        try:
            result = mypy.build.build(sources, options, extra_plugins=[plugin])
        except CompileError as error:
            lines = [line for line in error.messages if line]
            return Built(messages=tuple(_read(lines)), trees={}, blocked=lines[0] if lines else "mypy could not go on")
    return Built(messages=tuple(_read(result.errors)), trees=result.files)


def _options(place: Place) -> Options:
    options = Options()
    options.python_version = place.python
    options.python_executable = sys.executable  # never started: `alone` says where installed packages are
    options.mypy_path = [str(folder.absolute()) for folder in place.search]
    options.cache_dir = str(place.cache)
    options.incremental = True
    options.sqlite_cache = True
    options.namespace_packages = True
    options.check_untyped_defs = True
    options.strict_equality = True
    options.extra_checks = True
    options.show_error_end = True
    options.show_column_numbers = True
    options.output = "json"
    options.enable_error_code = ["deprecated", "mutable-override"]
    options.show_traceback = True
    options.per_module_options = {
        pattern: {"follow_untyped_imports": True} for name in place.untyped for pattern in (name, f"{name}.*")
    }
    options.process_error_codes(error_callback=_impossible)
    options.inspections = False
    return options


def _impossible(what: str) -> None:
    raise AssertionError(what)


def _belongs(modules: Mapping[str, Path]) -> Callable[[str], bool]:
    known = frozenset(modules)

    def driver(fullname: str) -> bool:
        while fullname:
            if fullname in known:
                return True
            fullname = fullname.rpartition(".")[0]
        return False

    return driver


def _read(lines: Sequence[str]) -> Iterator[Message]:
    for line in lines:
        try:
            said = json.loads(line)
        except ValueError:
            continue
        if said["severity"] == "error":
            yield Message(
                file=said["file"],
                line=said["line"],
                column=said["column"],
                end_line=said["end_line"] or said["line"],
                end_column=said["end_column"] or said["column"],
                code=said["code"] or "syntax",
                text=said["message"],
                notes=tuple((said["hint"] or "").splitlines()),
            )


@contextmanager
def alone(installed: Sequence[Path]) -> Iterator[None]:
    """Let mypy see these folders of installed packages, no others, no `MYPYPATH`, and no current folder.

    mypy asks the interpreter that it is given for its folders by starting it, unless it is the one that runs; what it
    asks then is put into its place for the time of a build.
    """
    before, home, kept = pyinfo.getsearchdirs, Path.cwd(), os.environ.pop("MYPYPATH", None)
    with TemporaryDirectory(prefix="virtapi-") as nowhere:
        pyinfo.getsearchdirs = lambda: ([], [str(folder) for folder in installed])
        modulefinder.get_search_dirs.cache_clear()
        os.chdir(nowhere)
        try:
            yield
        finally:
            os.chdir(home)
            pyinfo.getsearchdirs = before
            modulefinder.get_search_dirs.cache_clear()
            if kept is not None:
                os.environ["MYPYPATH"] = kept
