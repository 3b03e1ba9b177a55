"""What was read of a tree: the files that an interface is made of, and those alone; or all of them, once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from virtapi_analyzer.interface.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A tree, and the bytes of what has been read of it so far, by path in the tree."""

    tree: Tree
    files: Mapping[str, bytes]


def recorded(tree: Tree) -> Read:
    """The same tree, with a record of what is read through it."""
    files: dict[str, bytes] = {}

    def read(file: str) -> bytes:
        files[file] = tree.read(file)
        return files[file]

    return Read(tree=replace(tree, read=read), files=files)


def held(tree: Tree) -> Read:
    """The same tree with every file read by now: it needs nothing any more of what it was opened from."""
    files = {file: tree.read(file) for file in sorted(tree.files)}
    return Read(tree=replace(tree, read=files.__getitem__), files=files)
