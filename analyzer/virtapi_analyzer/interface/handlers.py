"""What a handler of exceptions does with what it has caught."""

import ast
from collections.abc import Callable, Sequence

from virtapi_analyzer.model.shelter import Ending, Way

Names = Callable[[ast.expr], tuple[str, ...]]
"""Says which exceptions an expression stands for."""

Questions = tuple[tuple[tuple[str, ...], bool], ...]

_MOST = 64
"""So many ways through one handler are told apart; no handler that people read has more."""


def ways(body: Sequence[ast.stmt], error: str | None, names: Names) -> tuple[Way, ...]:
    """The ways through a handler; `error` is the name that it gives to the exception."""
    ended: list[Way] = []
    through = _run(body, [()], error, names, ended)
    ended += [Way(ending=Ending.ABSORBED, asked=asked) for asked in through]
    return tuple(dict.fromkeys(ended))


def _run(
    body: Sequence[ast.stmt], before: list[Questions], error: str | None, names: Names, ended: list[Way]
) -> list[Questions]:
    """The ways that come out of these statements at their end; those that end in them go to `ended`."""
    open_ = before
    for statement in body:
        if not open_:
            break
        open_ = list(dict.fromkeys(_step(statement, open_, error, names, ended)))[:_MOST]
    return open_


def _step(
    statement: ast.stmt, before: list[Questions], error: str | None, names: Names, ended: list[Way]
) -> list[Questions]:
    def end(ending: Ending) -> list[Questions]:
        ended.extend(Way(ending=ending, asked=asked) for asked in before)
        return []

    match statement:
        case ast.Raise(exc=None):
            return end(Ending.AGAIN)
        case ast.Raise(exc=ast.Name(id=name)) if name == error:
            return end(Ending.AGAIN)
        case ast.Raise(exc=ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="with_traceback"))) if (
            name == error
        ):
            return end(Ending.AGAIN)
        case ast.Raise():
            return end(Ending.ANOTHER)
        case ast.Return() | ast.Continue() | ast.Break():
            return end(Ending.ABSORBED)
        case ast.Expr(value=ast.Call(func=function)) if _last(function) == "reraise":
            return end(Ending.AGAIN)
        case ast.If(test=test, body=first, orelse=second):
            yes, no = _answers(test, error, names)
            taken = _run(first, [(*asked, *yes) for asked in before], error, names, ended)
            left = [(*asked, *no) for asked in before]
            return [*taken, *_run(second, left, error, names, ended)]
        case ast.Assign(targets=[ast.Attribute(attr="reraise")], value=ast.Constant(value=True)):
            return end(Ending.AGAIN)
        case ast.With(items=items, body=inner) | ast.AsyncWith(items=items, body=inner):
            again = {each for item in items for each in _raises_again(item.context_expr, inner)}
            through = _run(inner, before, error, names, ended)
            if True in again:
                ended.extend(Way(ending=Ending.AGAIN, asked=asked) for asked in through)
            return [] if again == {True} else through
        case (
            ast.For(body=inner, orelse=rest)
            | ast.AsyncFor(body=inner, orelse=rest)
            | ast.While(body=inner, orelse=rest)
        ):
            through = [*before, *_run(_without_jumps(inner), before, error, names, ended)]
            return _run(rest, through, error, names, ended)
        case ast.Try(body=inner, orelse=rest, finalbody=last) | ast.TryStar(body=inner, orelse=rest, finalbody=last):
            through = _run((*inner, *rest), before, error, names, ended)
            if statement.handlers:  # what it tried may have failed, and then it goes on
                through = list(dict.fromkeys((*through, *before)))
            return _run(last, through, error, names, ended)
        case ast.Match(cases=cases):
            found = [each for case in cases for each in _run(case.body, before, error, names, ended)]
            return [*found, *before]
        case _:
            return before


def _answers(test: ast.expr, error: str | None, names: Names) -> tuple[Questions, Questions]:
    """What holds of the caught exception where a test is met, and where it is not."""
    match test:
        case ast.Call(func=ast.Name(id="isinstance"), args=[ast.Name(id=name), kinds]) if name == error:
            named = names(kinds)
            return ((named, True),), ((named, False),)
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            yes, no = _answers(inner, error, names)
            return no, yes
        case ast.BoolOp(op=ast.And(), values=values):  # not met: nobody knows which part was not
            return tuple(each for value in values for each in _answers(value, error, names)[0]), ()
        case ast.BoolOp(op=ast.Or(), values=values):
            return (), tuple(each for value in values for each in _answers(value, error, names)[1])
        case _:
            return (), ()


def _raises_again(manager: ast.expr, body: Sequence[ast.stmt]) -> Sequence[bool]:
    """Whether a context manager raises again what is being handled, as that of oslo.utils does unless it is told not
    to; both where it is told so only under a condition, nothing for any other one.

    https://docs.openstack.org/oslo.utils/latest/reference/excutils.html
    """
    if not isinstance(manager, ast.Call) or _last(manager.func) != "save_and_reraise_exception":
        return ()
    told = [keyword.value for keyword in manager.keywords if keyword.arg == "reraise"]
    if any(isinstance(value, ast.Constant) and value.value is False for value in told):
        return (False,)  # `reraise = True` in its body ends a way by itself
    if any(map(_calls_off, body)):
        return (False,)
    nodes = (node for statement in body for node in ast.walk(statement))
    return (True, False) if any(map(_calls_off, nodes)) else (True,)


def _calls_off(node: ast.AST) -> bool:
    """Whether it sets the `reraise` of such a context manager to anything but True."""
    match node:
        case ast.Assign(targets=[ast.Attribute(attr="reraise")], value=value):
            return not (isinstance(value, ast.Constant) and value.value is True)
        case _:
            return False


def _without_jumps(body: Sequence[ast.stmt]) -> list[ast.stmt]:
    """The statements of a loop without those that only leave or repeat it."""
    return [each for each in body if not isinstance(each, ast.Break | ast.Continue)]


def _last(function: ast.expr) -> str:
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )
