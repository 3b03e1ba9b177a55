"""Which exceptions a handler of a host names: paths as far as imports lead, tuples and aliases taken apart."""

import ast
import builtins
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from virtapi_analyzer.interface.call_sites import Scope
from virtapi_analyzer.interface.handlers import Names
from virtapi_analyzer.model.shelter import UNKNOWN

_DEEPEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Constants:
    """What the names and the class attributes of a module are bound to, each to every value that it gets."""

    names: Mapping[str, Sequence[ast.expr | None]] = field(default_factory=dict)
    attributes: Mapping[str, Sequence[ast.expr | None]] = field(default_factory=dict)


def constants(whole: Scope) -> Constants:
    """Those of a module."""
    names: dict[str, list[ast.expr | None]] = {}
    attributes: dict[str, list[ast.expr | None]] = {}
    for scope in whole.all():
        if scope is not whole and not isinstance(scope.node, ast.ClassDef):
            continue
        for target, value, _, elements in scope.assigned:
            if isinstance(target, ast.Name):
                into = names if scope is whole else attributes
                into.setdefault(target.id, []).append(None if elements else value)
    return Constants(names=names, attributes=attributes)


def names_in(scope: Scope, known: Constants) -> Names:
    """Says which exceptions an expression of this function stands for."""
    return lambda node: tuple(dict.fromkeys(_names(node, scope, known, _DEEPEST)))


def _names(node: ast.expr | None, scope: Scope, known: Constants, depth: int) -> Iterator[str]:
    match node:
        case _ if depth == 0:
            yield UNKNOWN
        case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements):
            for each in elements:
                yield from _names(each, scope, known, depth)
        case ast.BinOp(left=left, op=ast.Add() | ast.BitOr(), right=right):
            yield from _names(left, scope, known, depth)
            yield from _names(right, scope, known, depth)
        case ast.IfExp(body=left, orelse=right):
            yield from _names(left, scope, known, depth)
            yield from _names(right, scope, known, depth)
        case (
            ast.Starred(value=inner) | ast.Call(func=ast.Name(id="tuple" | "set" | "frozenset" | "list"), args=[inner])
        ):
            yield from _names(inner, scope, known, depth)
        case ast.Name(id=name):
            yield from _named(name, scope, known, depth)
        case ast.Attribute(value=ast.Name(id="builtins"), attr=name):
            yield name
        case ast.Attribute(attr=attribute):
            path = scope.receivers.dotted(node, scope.frames)
            bound = known.attributes.get(attribute)
            if path is not None and not path.startswith(f"{scope.receivers.module}."):
                yield path
            elif bound:
                for value in bound:
                    yield from _names(value, scope, known, depth - 1)
            else:
                yield path or UNKNOWN
        case _:
            yield UNKNOWN


def _named(name: str, scope: Scope, known: Constants, depth: int) -> Iterator[str]:
    around: Scope | None = scope
    while around is not None and around.outer is not None:
        if not isinstance(around.node, ast.ClassDef) or around is scope:
            values = [value for target, value, _, each in around.assigned if _is(target, name) and not each]
            if values or name in around.frames[-1].bound:
                yield from (each for value in values or [None] for each in _names(value, around, known, depth - 1))
                return
            if (inner := _class(around, name)) is not None:
                yield inner
                return
        around = around.outer
    whole = around or scope
    if (inner := _class(whole, name)) is not None:
        yield inner
    elif name in known.names:
        for value in known.names[name]:
            yield from _names(value, whole, known, depth - 1)
    elif name in scope.receivers.imports:
        yield scope.receivers.imports[name]
    else:
        yield name if hasattr(builtins, name) else UNKNOWN


def _is(target: ast.expr, name: str) -> bool:
    return isinstance(target, ast.Name) and target.id == name


def _class(scope: Scope, name: str) -> str | None:
    """The path of a class that is defined right there."""
    found = (inner for inner in scope.inner if isinstance(inner.node, ast.ClassDef) and inner.node.name == name)
    return next((inner.path for inner in found), None)
