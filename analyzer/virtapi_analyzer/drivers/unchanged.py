"""Answers given before, known again by the times of the files that they depend on: nothing is read, nothing hashed.

Times alone can deceive: a file that is written twice within one tick of its file system has the same times twice. So
an answer is kept here only where all that it depends on was older than the run that gave it, by more than any file
system's tick; as git does with its index. What is not known here is looked for by contents (`remembering`).
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

from virtapi_analyzer.interface.cache import cache_folder, keep

_TICK = 2_000_000_000
"""Nanoseconds: no file system in use has times that are coarser."""


def circumstances(words: Sequence[str]) -> str:
    """All that an answer depends on and that is no file: how the command was called, and what runs it."""
    home = os.path.expanduser("~")
    return repr((list(words), os.getcwd(), home, sys.version, sys.prefix, sys.path, __file__))


def answer(called: str) -> tuple[str, int] | None:
    """The text and the exit status that were given under these circumstances; None where anything may have changed."""
    try:
        head, _, text = _file(called).read_bytes().partition(b"\n\n")
        known, status, *marks = os.fsdecode(head).split("\n")
        if known == called and all(_mark(mark.partition(" ")[2]) == mark for mark in marks):
            return text.decode("utf-8", "surrogatepass"), int(status)
    except (OSError, ValueError):
        pass
    return None


def give(called: str, watched: Iterable[Path], begun: int, text: str, status: int) -> None:
    """Keep an answer of a run that began at a time (in nanoseconds), unless something may have changed since then.

    `watched` are files and folders; what is not there must stay absent for the answer to hold.
    """
    marks = list(_marks(watched, begun - _TICK))
    if None not in marks and not any("\n" in mark for mark in (called, *filter(None, marks))):
        head = "\n".join([called, str(status), *filter(None, marks)])
        keep(_file(called), os.fsencode(head) + b"\n\n" + text.encode("utf-8", "surrogatepass"))


def _marks(watched: Iterable[Path], before: int) -> Iterator[str | None]:
    """A line for each of them; None for one that may have changed since."""
    for path in dict.fromkeys(map(str, watched)):
        mark = _mark(path)
        times = mark.partition(" ")[0].split(",")
        yield mark if mark.startswith("-") or max(int(times[0]), int(times[1])) < before else None


def _mark(path: str) -> str:
    try:
        told = os.stat(path)
    except OSError:
        return f"- {path}"
    return f"{told.st_mtime_ns},{told.st_ctime_ns},{told.st_size},{told.st_ino} {path}"


def _file(called: str) -> Path:
    return cache_folder() / "driver" / "unchanged" / f"{crc32(os.fsencode(called)):08x}"
