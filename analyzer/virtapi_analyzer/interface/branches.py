"""The branches that nobody takes, and definitions that others are compared instead of: blanked out before a module is
read, so that each name is bound once."""

import ast
from collections.abc import Iterator, Sequence

from virtapi_analyzer.interface.conditions import NEVER, bound, compared, conditions, outcomes

Place = tuple[int, int]
"""A line, counted from 0, and a column in bytes."""


def taken(text: str, tree: ast.Module) -> str:
    """The text with `pass` for every branch that no supported Python takes, each line staying where it is.

    Where several branches are possible and define the same name, what holds on the newest Python (on Linux) counts.

    Of a `try` and its handlers that bind the same names, as in `except ImportError`, what is tried counts.
    """
    dead = sorted(_dead(tree.body), reverse=True)
    if not dead:
        return text
    lines = [line.encode() for line in text.splitlines(keepends=True)]
    for (first, start), (last, end) in dead:
        kept = lines[first][:start] + b"pass" + (b"\n" * (last - first)) + lines[last][end:]
        lines[first : last + 1] = kept.splitlines(keepends=True)
    return b"".join(lines).decode()


def _dead(body: Sequence[ast.stmt], spare: frozenset[str] = frozenset()) -> Iterator[tuple[Place, Place]]:
    """What nobody takes, and what binds nothing but `spare` names: those whose other definition counts."""
    for node in body:
        if isinstance(node, ast.If):
            yield from _of_test(node, spare)
        elif spare and (names := bound([node])) and names <= spare:
            yield _place([node])
        elif isinstance(node, ast.Try):
            tried = bound([*node.body, *node.orelse])
            for handler in node.handlers:
                caught = bound(handler.body)
                yield from _branch(handler.body, dead=bool(caught) and caught <= tried)
            yield from _dead([*node.body, *node.orelse, *node.finalbody])
        elif isinstance(node, ast.ClassDef):
            yield from _dead(node.body)


def _of_test(node: ast.If, spare: frozenset[str]) -> Iterator[tuple[Place, Place]]:
    """Where both branches are possible and define the same name, what holds on the newest Python counts."""
    then, otherwise = outcomes(node.test)
    open_ = None not in (then, otherwise)
    first = compared(node.test) if open_ else None
    settled = _always(node.orelse) if first is False else frozenset[str]()
    yield from _branch(node.body, dead=then == NEVER, spare=spare | settled)
    settled = _always(node.body) if first else frozenset[str]()
    yield from _branch(node.orelse, dead=otherwise == NEVER, spare=spare | settled)


def _always(body: Sequence[ast.stmt]) -> frozenset[str]:
    return frozenset(name for name, condition in conditions(body).items() if condition is None)


def _branch(
    body: Sequence[ast.stmt], *, dead: bool, spare: frozenset[str] = frozenset()
) -> Iterator[tuple[Place, Place]]:
    if not dead:
        yield from _dead(body, spare)
    elif len(body) == 1 and isinstance(nested := body[0], ast.If):  # perhaps an `elif`, which cannot become `pass`
        yield from _branch(nested.body, dead=True)
        yield from _branch(nested.orelse, dead=True)
    elif body:
        yield _place(body)


def _place(body: Sequence[ast.stmt]) -> tuple[Place, Place]:
    """From where to where these statements stand."""
    first, last = body[0], body[-1]
    starts = [first, *(first.decorator_list if isinstance(first, _Decorated) else ())]
    place = min((start.lineno - 1, start.col_offset) for start in starts)
    if isinstance(first, _Decorated) and first.decorator_list:
        place = (place[0], first.col_offset)  # the `@` stands where the `def` does
    return place, ((last.end_lineno or last.lineno) - 1, last.end_col_offset or 0)


_Decorated = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
