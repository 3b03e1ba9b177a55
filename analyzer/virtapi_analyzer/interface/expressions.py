"""Expressions that stand in annotations and values, parsed once each however often they are written."""

import ast
from functools import lru_cache


@lru_cache(maxsize=16384)
def parsed(text: str) -> ast.expr:
    """The tree of an expression, which nobody may change. Raises `SyntaxError` where it is none."""
    return ast.parse(text, mode="eval").body
