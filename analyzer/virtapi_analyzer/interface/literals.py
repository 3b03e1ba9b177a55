"""Literal values: what they come to, and one text for each."""

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any

LARGEST = 64
"""No shift and no power goes further: a value is worked out, not computed with."""

CONTAINERS: Mapping[str, Callable[..., object]] = {
    "dict": dict,
    "frozenset": frozenset,
    "list": list,
    "set": set,
    "tuple": tuple,
}
OPERATORS: Mapping[type[ast.operator], Callable[[Any, Any], object]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
    ast.LShift: operator.lshift,
    ast.RShift: operator.rshift,
    ast.BitOr: operator.or_,
    ast.BitAnd: operator.and_,
    ast.BitXor: operator.xor,
}
BOUNDED = (ast.Pow, ast.LShift)


def evaluated(node: ast.expr, named: Callable[[ast.expr], object]) -> object:
    """What an expression comes to that is made of literals, of arithmetic with them, of containers made by calls, and
    of names, for which `named` knows what they come to.

    Raises `ValueError` or `TypeError` for everything else, and so must `named`.
    """
    match node:
        case ast.Name() | ast.Attribute():
            return named(node)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return _computed(op, evaluated(left, named), evaluated(right, named))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_number(evaluated(operand, named))
        case ast.Call(func=ast.Name(id=maker), args=arguments, keywords=[]) if maker in CONTAINERS:
            return CONTAINERS[maker](*(evaluated(argument, named) for argument in arguments))
        case ast.Call(func=ast.Name(id="dict"), args=[], keywords=keywords) if all(k.arg for k in keywords):
            return {keyword.arg: evaluated(keyword.value, named) for keyword in keywords}
        case ast.Tuple(elts=elements):
            return tuple(evaluated(element, named) for element in elements)
        case _:
            return ast.literal_eval(node)


def _computed(op: ast.operator, left: object, right: object) -> object:
    if isinstance(op, ast.Add) and isinstance(left, str | bytes | tuple) and type(left) is type(right):
        return left + right  # type: ignore[operator]  # both are of one type, which adds
    first, second = _number(left), _number(right)
    if isinstance(op, BOUNDED) and not 0 <= second <= LARGEST:
        raise ValueError(second)
    try:
        return OPERATORS[type(op)](first, second)
    except (ArithmeticError, TypeError) as error:  # a division by zero, bits of a fraction
        raise ValueError(str(error)) from error


def _number(value: object) -> int | float:
    if isinstance(value, int | float):
        return value
    raise ValueError(value)


def canonical(value: object) -> str:
    """One text for each literal value: sets and the keys of dicts in order, text in one kind of quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(sorted(f"{canonical(k)}: {canonical(v)}" for k, v in value.items())) + "}"
    if isinstance(value, set | frozenset) and not value:
        return "set()"
    if isinstance(value, set | frozenset):
        return "{" + ", ".join(sorted(canonical(item) for item in value)) + "}"
    if isinstance(value, list | tuple):
        inner = ", ".join(canonical(item) for item in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner})"
    return repr(value)
