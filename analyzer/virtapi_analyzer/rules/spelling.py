"""What a type is made of, read from its normal form."""

import ast
import builtins
import collections
import collections.abc
import contextlib
from collections.abc import Iterator
from functools import lru_cache

from virtapi_analyzer.model.element import Attribute, AttributeKind, Type
from virtapi_analyzer.model.type_variable import VariableKind

ANYTHING = frozenset({"typing.Any", "object"})
NUMBERS = frozenset(
    {"int", "float", "complex", "decimal.Decimal", "fractions.Fraction", "range", "collections.Counter"}
    | {f"numbers.{name}" for name in ("Number", "Complex", "Real", "Rational", "Integral")}
    | {f"typing.Supports{name}" for name in ("Int", "Float", "Complex", "Index")}
)
TEXTS = frozenset({"str", "bytes", "bytearray", "memoryview"})
KEYED = frozenset({"dict", "collections.abc.Mapping", "collections.abc.MutableMapping", "collections.OrderedDict"})

_HOMES = {
    "": builtins,
    "collections": collections,
    "collections.abc": collections.abc,
    "contextlib": contextlib,
}


def mentions(type_: Type, *, but: frozenset[str] = frozenset()) -> tuple[tuple[str, bool], ...]:
    """Every name in the type, and whether it has arguments; `...` is among them where it stands for any parameters.

    What a type variable is bound or constrained to counts. What stands in a union together with one of `but`, at any
    depth, is left out: the body of a recursive alias.
    """
    return tuple(each for spelled in _spelled(type_) for each in _mentioned(spelled, but))


def unions(type_: Type, *, but: frozenset[str] = frozenset()) -> tuple[tuple[str, ...], ...]:
    """Every union in the type, as the names of what it is made of; `None` and the aliases in `but` are left out.

    A type variable that is constrained to several types is a union of them.
    """
    constrained = tuple(each.constraints for each in type_.variables if len(each.constraints) > 1)
    return constrained + tuple(each for spelled in _spelled(type_) if "|" in spelled for each in _united(spelled, but))


def choices(type_: Type) -> tuple[int, ...]:
    """How many values each `Literal` in the type has."""
    return tuple(each for spelled in _spelled(type_) if "typing.Literal[" in spelled for each in _chosen(spelled))


def held(type_: Type) -> frozenset[str]:
    """Every name in the type but those in the keys of mappings."""
    return frozenset(name for spelled in _spelled(type_) for name in _held(_tree(spelled)))


def unbounded(type_: Type) -> bool:
    """Whether a type variable of a function stands for any type; that of a class is bound where the class is named."""
    of_function = "~" in type_.normal.replace("~class", "")
    kinds = (each for each in type_.variables if each.kind is VariableKind.TYPE)
    return of_function and any(each.bound is None and not each.constraints for each in kinds)


def supertype(attribute: Attribute) -> Type | None:
    """What a `NewType` is made of; None for everything else."""
    if attribute.kind is not AttributeKind.TYPE_VARIABLE or attribute.value is None or attribute.value.normal is None:
        return None
    made = _tree(attribute.value.normal)
    if not isinstance(made, ast.Call) or ast.unparse(made.func) != "typing.NewType" or len(made.args) != 2:
        return None
    spelled = ast.unparse(made.args[1])
    return Type(text=spelled, normal=spelled)


def bare(name: str) -> bool:
    """Whether the name is a container (or callable) of Python's that says nothing without arguments."""
    home, _, own = name.rpartition(".")
    return name == "type" or hasattr(getattr(_HOMES.get(home), own, None), "__class_getitem__")


def _spelled(type_: Type) -> tuple[str, ...]:
    """The type in normal form, and what its type variables are bound or constrained to."""
    if not type_.variables:
        return (type_.normal,)
    limits = ((each.bound, *each.constraints) for each in type_.variables)
    return (type_.normal, *(limit for each in limits for limit in each if limit is not None))


@lru_cache(maxsize=4096)
def _chosen(spelled: str) -> tuple[int, ...]:
    nodes = (node for node in ast.walk(_tree(spelled)) if isinstance(node, ast.Subscript))
    literals = (node.slice for node in nodes if ast.unparse(node.value) == "typing.Literal")
    return tuple(len(each.elts) if isinstance(each, ast.Tuple) else 1 for each in literals)


def _held(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name() | ast.Attribute():
            yield ast.unparse(node)
        case ast.Subscript(value=value, slice=ast.Tuple(elts=[_, given])) if ast.unparse(value) in KEYED:
            yield from _held(given)
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _held(child)


@lru_cache(maxsize=4096)
def _mentioned(spelled: str, but: frozenset[str]) -> tuple[tuple[str, bool], ...]:
    return tuple(_mentions(_tree(spelled), but))


@lru_cache(maxsize=4096)
def _united(spelled: str, but: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    found, waiting = [], [_tree(spelled)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.BinOp):
            arms = list(_arms(node))
            found.append(tuple(_head(arm) for arm in arms if not _is_none(arm) and _head(arm) not in but))
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
