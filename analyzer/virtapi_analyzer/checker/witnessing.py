"""What mypy says of small modules beside one version of an interface, all of them in one build."""

import gc
import os
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import mypy.build  # before the other modules of mypy: they import each other in a circle
from mypy import modulefinder
from mypy.errors import CompileError
from mypy.options import Options

from virtapi_analyzer.checker.isolation import alone, impossible, options_of
from virtapi_analyzer.checker.message import Message, read_messages
from virtapi_analyzer.checker.world import CannotBuildError, Files, modules_of

HOME = "_virtapi_witness"
"""The package in memory that holds the modules."""
_STRICT = {
    "disallow_any_generics": True,
    "disallow_subclassing_any": True,
    "disallow_untyped_calls": True,
    "disallow_untyped_defs": True,
    "disallow_incomplete_defs": True,
    "check_untyped_defs": True,
    "disallow_untyped_decorators": True,
    "warn_return_any": True,
    "strict_equality": True,
    "extra_checks": True,
}
"""What `--strict` adds for one module."""


def complaints(files: Files, modules: Mapping[str, str], cache: Path) -> Mapping[str, Sequence[Message]]:
    """The errors that mypy, strict, finds in each of the modules, by their names, beside the files of one version.

    `cache` is a folder of ours, where mypy keeps what it knows of typeshed, if it can. Raises `CannotBuildError` where
    mypy could not go on.
    """
    sources = [
        modulefinder.BuildSource(f"<memory>/{file}", module, text) for module, (file, text) in modules_of(files).items()
    ]
    sources.append(modulefinder.BuildSource(f"<memory>/{HOME}/__init__.py", HOME, ""))
    sources += [
        modulefinder.BuildSource(f"<memory>/{HOME}/{name}.py", f"{HOME}.{name}", text) for name, text in modules.items()
    ]
    try:
        cache.mkdir(parents=True, exist_ok=True)
        lines = _built(sources, _options(str(cache)))
    except (OSError, sqlite3.Error):  # slower, but whatever became of the folder, the answer is the same
        lines = _built(sources, _options(os.devnull))
    found = defaultdict[str, list[Message]](list)
    for message in read_messages(lines):
        holder, _, name = message.file.removesuffix(".py").rpartition("/")
        if holder.endswith(HOME):
            found[name].append(message)
    return found


def _built(sources: Sequence[modulefinder.BuildSource], options: Options) -> Sequence[str]:
    gc.disable()  # mypy makes many objects that stay, and looking for others among them takes a tenth of the time
    try:
        with alone(()):
            return mypy.build.build(list(sources), options).errors
    except CompileError as error:
        raise CannotBuildError(next(read_messages(error.messages), None)) from error
    except SystemExit as error:  # so mypy ends on a defect of its own
        raise CannotBuildError(None) from error
    finally:
        gc.enable()


def _options(cache: str) -> Options:
    options = options_of(cache)
    options.python_version = sys.version_info[:2]
    options.python_executable = None
    options.no_site_packages = True
    options.enable_error_code = ["mutable-override"]
    options.per_module_options = {f"{HOME}.*": dict(_STRICT)}
    options.process_error_codes(error_callback=impossible)
    return options
