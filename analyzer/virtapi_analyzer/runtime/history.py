"""The module that tells a package at run time which releases came before it, and what of their data is gone."""

import ast
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from packaging.version import Version

from virtapi_analyzer.runtime.layout import call_text
from virtapi_analyzer.runtime.package import (
    Package,
    dataclass_call,
    decorator_name,
    is_enum,
    parse_package,
    successor_in,
    superseded_by,
)

HISTORY = "_history.py"
"""The module, beside the other ones of the package. A package that has it wants it."""

Removed = tuple[str, str | None]
"""The release that has an element no more, and what came in its place, where something did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The releases before a package's own, each with its texts by their names relative to the package's folder."""

    release: str
    """The release that the package is, or will become."""
    earlier: Mapping[str, Mapping[str, str]]
    """Those before it by their names; later ones, and itself, are passed over."""


def history(texts: Mapping[str, str], past: Past, *, package: str) -> str:
    """Write the module.

    Args:
        texts: the text of each file, by its name relative to the package's folder.
        past: what came before them.
        package: the dotted name under which the package is imported.
    Returns:
        The module's text, the same for the same texts.
    Raises:
        ReadingError: a stub does not parse.
    """
    before = sorted((each for each in past.earlier if Version(each) < Version(past.release)), key=Version)
    stages = [(each, _data_in(parse_package(_stubs(past.earlier[each]), package))) for each in before]
    stages.append((past.release, _data_in(parse_package(_stubs(texts), package))))
    now = stages[-1][1]
    removed: dict[str, Removed] = {}
    for (_, old), (gone_in, new) in pairwise(stages):
        removed |= {name: (gone_in, successor) for name, successor in old.items() if name not in new}
    lines = [f'    "{name}": {_shown(removed[name])},' for name in sorted(removed.keys() - now.keys())]
    table = "\n".join(["{", *lines, "}"]) if lines else "{}"
    return _TEXT.format(release=past.release, releases=_tuple([each for each, _ in stages]), removed=table)


def _data_in(package: Package) -> dict[str, str | None]:
    """The data classes, their fields and the values of enums, each with what it says that supersedes it."""
    found: dict[str, str | None] = {}
    for each in package.classes.values():
        node = each.node
        if is_enum(package, each):
            values = dict(_values(node))
            said = _superseded_members(node)
            for name, value in values.items():
                successor = values.get(said.get(name) or "")
                found.setdefault(f"{node.name}={value}", None if successor == value else successor)
        elif dataclass_call(node) is not None:
            found[node.name] = successor_in(node.decorator_list)
            found |= {f"{node.name}.{name}": by for name, by in _fields(node)}
    return found


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str | None]]:
    for member in node.body:
        match member:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation) if not _is_class_variable(annotation):
                yield name, superseded_by(annotation)
            case _:
                pass


def _values(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """The names of an enum's members, each with its value, as text; a second name of a member has its value."""
    known: dict[str, str] = {}
    for member in node.body:
        match member:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=value)):
                known[name] = str(value)
                yield name, known[name]
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Name(id=other)) if other in known:
                known[name] = known[other]
                yield name, known[name]
            case _:
                pass


def _superseded_members(node: ast.ClassDef) -> dict[str, str | None]:
    return {
        each.arg: successor_in([each.value])
        for word in node.decorator_list
        if isinstance(word, ast.Call) and decorator_name(word) == "superseded_members"
        for each in word.keywords
        if each.arg is not None
    }


def _is_class_variable(annotation: ast.expr) -> bool:
    inside = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    return ast.unparse(inside).rpartition(".")[2] == "ClassVar"


def _stubs(texts: Mapping[str, str]) -> dict[str, str]:
    return {file: text for file, text in texts.items() if file.endswith(".pyi")}


def _shown(removed: Removed) -> str:
    release, successor = removed
    return f'("{release}", {"None" if successor is None else _quoted(successor)})'


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _tuple(items: list[str]) -> str:
    return call_text("(", [_quoted(each) for each in items], "") if len(items) > 1 else f"({_quoted(items[0])},)"


_TEXT = '''\
# Produced from the baselines by `virtapi runtime`; not to be edited.
"""Which release this is, which ones came before it, and what of their data it has no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["RELEASE", "RELEASES", "REMOVED"]

RELEASE: str = "{release}"
"""The release that this package is, or will become."""
RELEASES: tuple[str, ...] = {releases}
"""Every release up to this one, oldest first."""
REMOVED: Mapping[str, tuple[str, str | None]] = {removed}
"""Classes, their fields and values of enums that are gone, as `Class`, `Class.field` and `Enum=value`: the release that
has them no more, and what came in their place."""
'''
