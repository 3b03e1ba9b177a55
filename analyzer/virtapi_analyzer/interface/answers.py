"""Whole answers, each kept under all that it depends on, so that a question about which nothing changed is answered
without looking. It must know so before griffe, mypy or the rules are imported."""

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from importlib.machinery import PathFinder
from pathlib import Path

from virtapi_analyzer.interface.cache import cache_folder, forget_unused, keep, used
from virtapi_analyzer.interface.tree import Tree, read_by_analyzer

_HOME = Path(__file__).parents[1]


def key(words: Iterable[str | bytes]) -> str:
    """One name for all of these words, the tool and the Python that runs it; another for any other words."""
    return digest((*words, *_tool()))


def digest(words: Iterable[str | bytes]) -> str:
    """One name for all of these words in this order; another for any other."""
    whole = hashlib.sha256()
    for word in words:
        content = word if isinstance(word, bytes) else word.encode("utf-8", "surrogateescape")
        whole.update(len(content).to_bytes(8) + content)
    return whole.hexdigest()


def contents(tree: Tree) -> Iterator[str]:
    """What a tree says of itself, and what is in it: the digest of every file that could be read, unless its state is
    known otherwise."""
    yield f"tree {tree.label}"
    if tree.state is not None:
        yield tree.state
        return
    for name in read_by_analyzer(tree.files):
        yield f"{name} {tree.locate(name)} {hashlib.sha256(tree.read(name)).hexdigest()}"


def remembered(kind: str, name: str) -> tuple[str, int] | None:
    """The answer that was kept under a key, and its exit status; None where there is none that can be read. `kind` is
    the folder in the cache."""
    file = _file(kind, name)
    try:
        text, status = json.loads(file.read_bytes())
        used(file)
    except (OSError, ValueError, TypeError):
        return None
    return (text, status) if isinstance(text, str) and isinstance(status, int) else None


def remember(kind: str, name: str, text: str, status: int) -> None:
    """Keep an answer, where the cache can be written, and forget what nobody has asked for a month."""
    file = _file(kind, name)
    try:
        keep(file, json.dumps([text, status]).encode())
        forget_unused(file.parent)
    except OSError:  # the next run looks again
        return


def _file(kind: str, name: str) -> Path:
    return cache_folder() / kind / f"{name}.json"


def _tool() -> Iterator[str]:
    """The tool, by the times of its files, so that it is right while it is being worked on; what it judges with, by
    version and time; and Python."""
    yield f"{_HOME} {sys.version} {sys.platform}"
    for current, folders, files in os.walk(_HOME):
        folders[:] = sorted(name for name in folders if not name.startswith(("__", ".")))
        for name in sorted(files):
            if name.endswith(".py"):
                yield _stamp(os.path.join(current, name))
    for package in ("griffe", "mypy"):
        spec = PathFinder.find_spec(package)
        if spec is not None and spec.origin is not None:
            yield _stamp(spec.origin)
            installed = os.listdir(Path(spec.origin).parents[1])
            yield from sorted(name for name in installed if name.startswith(package) and name.endswith(".dist-info"))


def _stamp(file: str) -> str:
    found = os.stat(file)
    return f"{file} {found.st_mtime_ns} {found.st_size}"
