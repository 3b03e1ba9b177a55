"""Whether anything of a release is superseded, before anything of it is understood."""

import re
from pathlib import Path

from virtapi_analyzer.interface.tree import Tree

_MARKED = re.compile(rb"Superseded\([^()]*\)\s*[,\]]")


def marks_fields(tree: Tree) -> bool:
    """Whether the files of a release may say of a field that it is superseded."""
    return any(_MARKED.search(tree.read(name)) is not None for name in tree.files)


def supersedes(kept: Path) -> bool:
    """Whether a release that was read, and is kept in this file, has anything that is superseded."""
    return b'"superseded_since": "' in kept.read_bytes()
