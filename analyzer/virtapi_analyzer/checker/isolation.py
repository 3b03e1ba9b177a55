"""mypy in this process, without any configuration, and without what lies around: what all builds have in common."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import mypy.build  # noqa: F401  # before the other modules of mypy: they import each other in a circle
from mypy import modulefinder, pyinfo
from mypy.options import Options

MEMORY = "<memory>/"
"""Before the path of every text that mypy is given, so that it looks for none on disk."""


def options_of(cache: str) -> Options:
    """Options that write messages as JSON and keep what mypy knows in a folder of ours (`os.devnull`: nowhere).

    Who adds to them calls `process_error_codes` last, with `impossible`.
    """
    options = Options()
    options.cache_dir = cache
    options.incremental = True
    options.sqlite_cache = True
    options.namespace_packages = True
    options.output = "json"
    options.show_traceback = True
    return options


def impossible(what: str) -> None:
    """What mypy calls where an option is wrong; ours are not."""
    raise AssertionError(what)


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
