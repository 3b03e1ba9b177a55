"""What mypy says of the types of two trees, for tests that compare without the command."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from virtapi_analyzer.compare.pairs import compare
from virtapi_analyzer.compare.types import typed
from virtapi_analyzer.interface.record import Read
from virtapi_analyzer.interface.tree import Tree
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import AnyPair


def compared(old: Interface, new: Interface, before: Tree, after: Tree) -> tuple[AnyPair, ...]:
    """The pairs of two interfaces that were read from these trees, small ones, with what mypy says of their types."""
    return typed(compare(old, new), _whole(before), _whole(after), cache=mypys_cache()).pairs


@cache
def mypys_cache() -> Path:
    """A folder for what mypy knows of typeshed, as long as the tests run."""
    folder = tempfile.mkdtemp(prefix="virtapi-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _whole(tree: Tree) -> Read:
    return Read(tree=tree, files={file: tree.read(file) for file in tree.files})
