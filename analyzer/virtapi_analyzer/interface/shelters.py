"""What stands around every expression of one function: handlers, context managers that catch, questions to a driver."""

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from virtapi_analyzer.interface.handlers import Names, ways
from virtapi_analyzer.model.location import Location
from virtapi_analyzer.model.shelter import Handler, Shelter

OPTIONAL = "NotImplementedError"
"""What a method raises that a driver has left out."""

Asks = Callable[[ast.expr], bool | None]
"""Whether the driver has the ability where a test is met (True), or where it is not (False); None: it asks nothing."""

Managed = Callable[[ast.expr], Shelter]
"""The handlers that a context manager is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the tests, the exceptions and the context managers of one function are to be understood."""

    file: str
    names: Names
    asks: Asks
    managed: Managed
    found: dict[int, Shelter] = field(default_factory=dict)

    def location(self, node: ast.stmt | ast.expr | ast.excepthandler) -> Location:
        """Where a node stands."""
        return Location(file=self.file, line=node.lineno)


def shelters(body: Sequence[ast.stmt], reading: Reading) -> Mapping[int, Shelter]:
    """What stands around each expression and statement of a function, by the node's id, where anything does."""
    _block(body, (), reading)
    return reading.found


def _block(body: Sequence[ast.stmt], around: Shelter, reading: Reading) -> None:
    for statement in body:
        _statement(statement, around, reading)
        if isinstance(statement, ast.If) and (answer := _asked(statement.test, reading)) is not None:
            # What leaves where the driver lacks the ability lets the rest be done only where it has it.
            lacking = statement.orelse if answer[0] else statement.body
            if lacking and isinstance(lacking[-1], ast.Return | ast.Raise | ast.Continue | ast.Break):
                around = ((answer[1],), *around)


def _statement(statement: ast.stmt, around: Shelter, reading: Reading) -> None:
    if around:
        reading.found[id(statement)] = around
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            _expressions(statement, around, reading)
        case ast.Try() | ast.TryStar():
            _block(statement.body, (*_protection(statement, reading), *around), reading)
            around = (*_finally(statement, reading), *around)
            for handler in statement.handlers:
                _expressions(handler, around, reading)
                _block(handler.body, around, reading)
            _block(statement.orelse, around, reading)
            _block(statement.finalbody, around, reading)
        case ast.With(items=items, body=body) | ast.AsyncWith(items=items, body=body):
            for item in items:
                _expression(item.context_expr, around, reading)
                around = (*reading.managed(item.context_expr), *around)
            _block(body, around, reading)
        case ast.If(test=test, body=body, orelse=orelse) | ast.While(test=test, body=body, orelse=orelse):
            _expression(test, around, reading)
            answer = _asked(test, reading)
            asked = ((answer[1],), *around) if answer is not None else around
            _block(body, asked if answer is not None and answer[0] else around, reading)
            _block(orelse, asked if answer is not None and not answer[0] else around, reading)
        case ast.Match(subject=subject, cases=cases):
            _expression(subject, around, reading)
            for case in cases:
                _block(case.body, around, reading)
        case ast.For(body=body, orelse=orelse) | ast.AsyncFor(body=body, orelse=orelse):
            _expressions(statement, around, reading)
            _block(body, around, reading)
            _block(orelse, around, reading)
        case _:
            _expressions(statement, around, reading)


def _expressions(node: ast.stmt | ast.excepthandler, around: Shelter, reading: Reading) -> None:
    """Those that belong to a statement itself."""
    waiting = list(ast.iter_child_nodes(node))
    while waiting:
        each = waiting.pop()
        if isinstance(each, ast.expr):
            _expression(each, around, reading)
        elif not isinstance(each, ast.stmt | ast.excepthandler):
            waiting += ast.iter_child_nodes(each)


def _expression(node: ast.AST, around: Shelter, reading: Reading) -> None:
    if around and isinstance(node, ast.expr):
        reading.found[id(node)] = around
    match node:
        case ast.BoolOp(op=operator, values=values):
            for value in values:
                _expression(value, around, reading)
                answer = _asked(value, reading)
                if answer is not None and answer[0] is isinstance(operator, ast.And):
                    around = ((answer[1],), *around)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            _expression(test, around, reading)
            answer = _asked(test, reading)
            asked = ((answer[1],), *around) if answer is not None else around
            _expression(body, asked if answer is not None and answer[0] else around, reading)
            _expression(orelse, asked if answer is not None and not answer[0] else around, reading)
        case _:
            for each in ast.iter_child_nodes(node):
                _expression(each, around, reading)


def _asked(test: ast.expr, reading: Reading) -> tuple[bool, Handler] | None:
    answer = reading.asks(test)
    if answer is None:
        return None
    return answer, Handler(caught=(OPTIONAL,), location=reading.location(test), asks=True)


def _protection(statement: ast.Try | ast.TryStar, reading: Reading) -> Shelter:
    handlers = tuple(
        Handler(
            caught=reading.names(handler.type) if handler.type is not None else None,
            location=reading.location(handler),
            ways=ways(handler.body, handler.name, reading.names),
        )
        for handler in statement.handlers
    )
    return (*((handlers,) if handlers else ()), *_finally(statement, reading))


def _finally(statement: ast.Try | ast.TryStar, reading: Reading) -> Shelter:
    """A `finally` that returns drops whatever was raised."""
    for each in statement.finalbody:
        if isinstance(each, ast.Return):
            return ((Handler(caught=None, location=reading.location(each)),),)
    return ()
