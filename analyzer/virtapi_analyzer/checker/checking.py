"""Check a driver beside one release: what mypy says, read, and its classes as plain data."""

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mypy.nodes import MypyFile, TypeInfo

from virtapi_analyzer.checker.building import PROBE, Place, build
from virtapi_analyzer.checker.classes import classes
from virtapi_analyzer.checker.messages import read
from virtapi_analyzer.model.checked import CheckedClass
from virtapi_analyzer.model.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What the type checker found: every class that is reached, by path, the classes that the driver's modules have a
    name for (`module.name`), and everything that it said.

    `blocked` is what it said where it could not go on, and `unreadable` the files whose syntax stopped it.
    """

    classes: Mapping[str, CheckedClass]
    names: Mapping[str, str]
    said: tuple[Said, ...]
    blocked: str | None = None
    unreadable: tuple[str, ...] = ()


def look(place: Place, looked_at: Sequence[str]) -> Looked:
    """Check the driver's modules beside the release. `looked_at` are the driver's modules whose classes are wanted."""
    gc.disable()  # mypy makes many objects that stay, and looking for others among them takes a tenth of the time
    try:
        built = build(place, looked_at)
    finally:
        gc.enable()
    return Looked(
        classes=classes(built.trees, looked_at),
        names=dict(_names(built.trees, looked_at)),
        said=tuple(read(message) for message in built.messages if PROBE not in message.file),
        blocked=built.blocked,
        unreadable=tuple(dict.fromkeys(each.file for each in built.messages if each.code == "syntax")),
    )


def _names(trees: Mapping[str, MypyFile], modules: Sequence[str]) -> Mapping[str, str]:
    found = {}
    for module in modules:
        if (tree := trees.get(module)) is not None:
            for name, symbol in tree.names.items():
                if isinstance(symbol.node, TypeInfo):
                    found[f"{module}.{name}"] = symbol.node.fullname
    return found
