"""The names in a type, each with the way that its values travel, read from the normal form."""

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from virtapi_analyzer.compare.variance import BACK, passing
from virtapi_analyzer.model.element import Type
from virtapi_analyzer.model.interface import Flow

Passing = Callable[[str, int, Flow], Flow]
"""Which way the type argument of a generic class goes: by its path, the place, and the way of the whole."""

CALLABLE = "collections.abc.Callable"
_MARK = re.compile(r"~(class)?(\d+)(?:\.k?w?args)?")
_STAND_IN = "_variable_"


def mentions(type_: Type, flow: Flow, passes: Passing = passing) -> Iterator[tuple[str, Flow]]:
    """Every name in a type whose values go this way, as a dotted path, each with its own way.

    A type variable is what it accepts, and besides its own mark (`~1`).
    """
    accepted = dict(zip(type_.marks, type_.variables, strict=False))
    if _parsed(type_.normal) is None:  # a text that is no type; its names travel with it
        yield from ((name, flow) for name in sorted(type_.names))
        return
    for name, way in spelled(type_.normal, flow, passes):
        yield name, way
        if name in accepted:
            variable = accepted[name]
            for text in (*((variable.bound,) if variable.bound is not None else ()), *variable.constraints):
                yield from spelled(text, way, passes)


def spelled(normal: str, flow: Flow, passes: Passing = passing) -> Iterator[tuple[str, Flow]]:
    """The same of a type in normal form alone; a type variable is its mark, and what is no type has no names."""
    tree = _parsed(normal)
    return _of(tree, flow, passes) if tree is not None else iter(())


@lru_cache(maxsize=8192)
def _parsed(normal: str) -> ast.expr | None:
    try:
        return ast.parse(_MARK.sub(lambda mark: f"{_STAND_IN}{mark[1] or ''}{mark[2]}", normal), mode="eval").body
    except (SyntaxError, ValueError, RecursionError):
        return None


def _of(node: ast.expr, flow: Flow, passes: Passing) -> Iterator[tuple[str, Flow]]:
    match node:
        case ast.Name(id=name) if name.startswith(_STAND_IN):
            yield f"~{name.removeprefix(_STAND_IN)}", flow
        case ast.Name() | ast.Attribute():
            yield _dotted(node), flow
        case ast.BinOp(left=left, right=right):
            yield from _of(left, flow, passes)
            yield from _of(right, flow, passes)
        case ast.List(elts=items) | ast.Tuple(elts=items):
            for item in items:
                yield from _of(item, flow, passes)
        case ast.Subscript(value=head, slice=inside):
            arguments = inside.elts if isinstance(inside, ast.Tuple) else [inside]
            yield from _subscript(_dotted(head), arguments, flow, passes)


def _subscript(head: str, arguments: Sequence[ast.expr], flow: Flow, passes: Passing) -> Iterator[tuple[str, Flow]]:
    if head == CALLABLE and len(arguments) == 2:  # who got it passes the arguments
        yield from _of(arguments[0], BACK.along(flow), passes)
        yield from _of(arguments[1], flow, passes)
        return
    if head == "typing.Literal":
        yield from ((_dotted(each.value), flow) for each in arguments if isinstance(each, ast.Attribute))
        return
    yield head, flow
    for place, argument in enumerate(arguments):
        yield from _of(argument, passes(head, place, flow), passes)


def _dotted(node: ast.expr) -> str:
    """A name as it is written. `ast.unparse` says the same and takes ten times as long."""
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ast.unparse(node)
