"""Check a driver beside one release: what mypy says, and its classes as plain data."""

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mypy.nodes import MypyFile, TypeInfo

from virtapi_analyzer.checker.building import PROBE, Place, build
from virtapi_analyzer.checker.message import Message

if TYPE_CHECKING:
    from virtapi_analyzer.model.checked import CheckedClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a build gave.

    `messages` are all errors in the driver's files. `defined` are the classes that each of the driver's modules
    defines; `names` the names that it has for classes, each with the class's own path. Both are there for those modules
    alone that were checked in this run, or had to be loaded: of the others nothing changed. Both are in alphabetical
    order, as a module from mypy's cache is. `classes` are the defined ones and what they inherit from. `interfaces`
    stands for all that a module, be it whose it may, shows to others, by name. `blocked` is the first line of mypy's
    where it could not go on (a syntax error).
    """

    messages: tuple[Message, ...]
    defined: Mapping[str, tuple[str, ...]]
    names: Mapping[str, Mapping[str, str]]
    classes: "Mapping[str, CheckedClass]"
    interfaces: Mapping[str, str]
    blocked: str | None = None


def check(place: Place, loaded: Sequence[str] = ()) -> Seen:
    """Check the driver's modules beside the release.

    `loaded` are those whose classes are wanted even where nothing about them changed.
    """
    if not place.modules:  # mypy would speak to the person, on standard output
        return Seen(messages=(), defined={}, names={}, classes={}, interfaces={})
    gc.disable()  # mypy makes many objects that stay, and looking for others among them takes a tenth of the time
    try:
        built = build(place, loaded)
    finally:
        gc.enable()
    trees = {module: built.trees[module] for module in sorted(place.modules) if module in built.trees}
    messages = tuple(message for message in built.messages if PROBE not in message.file)
    if not trees:
        return Seen(
            messages=messages, defined={}, names={}, classes={}, interfaces=built.interfaces, blocked=built.blocked
        )
    from virtapi_analyzer.checker.classes import classes, defined  # with all that classes are made of

    return Seen(
        messages=messages,
        defined={module: defined(tree, module) for module, tree in trees.items()},
        names={module: _names(tree) for module, tree in trees.items()},
        classes=classes(trees),
        interfaces=built.interfaces,
        blocked=built.blocked,
    )


def _names(tree: MypyFile) -> Mapping[str, str]:
    symbols = sorted(tree.names.items())
    return {name: symbol.node.fullname for name, symbol in symbols if isinstance(symbol.node, TypeInfo)}
