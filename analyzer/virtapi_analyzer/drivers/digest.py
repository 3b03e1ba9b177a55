"""The digest of a release's files: what is known of it is kept under that name."""

import hashlib

from virtapi_analyzer.interface.tree import Tree

FORM = 2
"""Raised with every change of what is kept of a release."""


def digest_of(tree: Tree, *more: str) -> str:
    """The digest of a tree's files, and of what else its reading depends on."""
    whole = hashlib.sha256()
    for word in (str(FORM), *more):
        whole.update(word.encode() + b"\0")
    if tree.digest is not None:
        whole.update(tree.digest.encode())
        return whole.hexdigest()[:32]
    for name in sorted(tree.files):
        whole.update(name.encode() + b"\0" + hashlib.sha256(tree.read(name)).digest())
    return whole.hexdigest()[:32]
