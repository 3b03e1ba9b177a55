"""The statements of a module, without the expressions in them."""

import ast
from collections.abc import Iterator, Sequence

HOLDERS = ("body", "handlers", "orelse", "finalbody", "cases")
"""Where a statement holds others; handlers and cases are no statements, and hold some."""


def statements(body: Sequence[ast.AST]) -> Iterator[ast.AST]:
    """These and all that stand in them, at any depth. A walk through all nodes takes five times as long."""
    for node in body:
        yield node
        for holder in HOLDERS:
            inside = getattr(node, holder, None)
            if isinstance(inside, list):
                yield from statements(inside)
