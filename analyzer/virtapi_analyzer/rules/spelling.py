"""What a type is made of, read from its normal form."""

import ast
import builtins
import collections
import collections.abc
import contextlib
from collections.abc import Iterator
from functools import lru_cache

from virtapi_analyzer.model.element import Type

ANYTHING = frozenset({"typing.Any", "object"})
NUMBERS = frozenset({"int", "float", "complex", "decimal.Decimal", "fractions.Fraction"})
TEXTS = frozenset({"str", "bytes", "bytearray"})

_HOMES = {
    "": builtins,
    "collections": collections,
    "collections.abc": collections.abc,
    "contextlib": contextlib,
}


def mentions(type_: Type, *, but: frozenset[str] = frozenset()) -> tuple[tuple[str, bool], ...]:
    """Every name in the type, and whether it has arguments; `...` is among them where it stands for any parameters.

    What stands in a union together with one of `but`, at any depth, is left out: the body of a recursive alias.
    """
    return _mentioned(type_.normal, but)


def unions(type_: Type, *, but: frozenset[str] = frozenset()) -> tuple[tuple[str, ...], ...]:
    """Every union in the type, as the names of what it is made of, `None` left out; `but` as for `mentions`."""
    return _united(type_.normal, but) if "|" in type_.normal else ()


def bare(name: str) -> bool:
    """Whether the name is a container (or callable) of Python's that says nothing without arguments."""
    home, _, own = name.rpartition(".")
    return name == "type" or hasattr(getattr(_HOMES.get(home), own, None), "__class_getitem__")


@lru_cache(maxsize=4096)
def _mentioned(spelled: str, but: frozenset[str]) -> tuple[tuple[str, bool], ...]:
    return tuple(_mentions(_tree(spelled), but))


@lru_cache(maxsize=4096)
def _united(spelled: str, but: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    found, waiting = [], [_tree(spelled)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.BinOp):
            if not _holds(node, but):
                arms = list(_arms(node))
                found.append(tuple(_head(arm) for arm in arms if not _is_none(arm)))
                waiting += arms
        else:
            waiting += ast.iter_child_nodes(node)
    return tuple(found)


@lru_cache(maxsize=4096)
def _tree(spelled: str) -> ast.AST:
    """What does not parse (an annotation that is no type) mentions nothing."""
    try:
        return ast.parse(spelled, mode="eval").body
    except SyntaxError:
        return ast.Constant(None)


def _mentions(node: ast.AST, but: frozenset[str]) -> Iterator[tuple[str, bool]]:
    match node:
        case ast.Name() | ast.Attribute():
            yield ast.unparse(node), False
        case ast.Subscript(value=value, slice=inner):
            head = ast.unparse(value)
            yield head, True
            if head == "typing.Literal":
                return
            elements = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            if head == "collections.abc.Callable" and _is_ellipsis(elements[0]):
                yield "...", False
            for element in elements:
                yield from _mentions(element, but)
        case ast.BinOp() if _holds(node, but):
            return
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _mentions(child, but)


def _holds(node: ast.AST, names: frozenset[str]) -> bool:
    """Whether one of the names stands in it, at any depth."""
    if not names:
        return False
    return any(ast.unparse(each) in names for each in ast.walk(node) if isinstance(each, ast.Name | ast.Attribute))


def _arms(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp):
        yield from (*_arms(node.left), *_arms(node.right))
    else:
        yield node


def _head(node: ast.expr) -> str:
    return ast.unparse(node.value if isinstance(node, ast.Subscript) else node)


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_ellipsis(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...
