"""Context managers and decorators that catch exceptions in the place of an `except`."""

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from virtapi_analyzer.interface.call_sites import Scope
from virtapi_analyzer.interface.handlers import Names
from virtapi_analyzer.interface.receivers import parameters
from virtapi_analyzer.interface.shelters import Managed
from virtapi_analyzer.model.location import Location
from virtapi_analyzer.model.shelter import UNKNOWN, Handler, Shelter

_FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class Managers:
    """The context managers and decorators that a module defines: its scope, and how a scope of it is read."""

    whole: Scope
    read: Callable[[Scope], Mapping[int, Shelter]]
    names: Callable[[Scope], Names]


def managed_in(scope: Scope, managers: Managers, names: Names) -> Managed:
    """Says what a context manager catches: `suppress` what it names, one of this module what its own code does."""

    def managed(manager: ast.expr) -> Shelter:
        if isinstance(manager, ast.Name):
            values = [value for target, value, *_ in scope.assigned if _is(target, manager.id)]
            return managed(values[0]) if len(values) == 1 and isinstance(values[0], ast.Call) else ()
        if not isinstance(manager, ast.Call):
            return ()
        if scope.receivers.dotted(manager.func, scope.frames) == "contextlib.suppress":
            caught = tuple(dict.fromkeys(each for argument in manager.args for each in names(argument)))
            return ((Handler(caught=caught, location=Location(file=scope.file, line=manager.lineno)),),)
        found = _defined(manager.func, managers.whole)
        if found is None or found is scope:
            return ()
        return _of_class(found) if isinstance(found.node, ast.ClassDef) else _of_generator(found, managers)

    return managed


def _of_generator(found: Scope, managers: Managers) -> Shelter:
    """What stands around the `yield` of a function that is a context manager."""
    assert isinstance(found.node, _FUNCTIONS)
    if not any("contextmanager" in ast.unparse(each) for each in found.node.decorator_list):
        return ()
    yields = [node for node in found.nodes if isinstance(node, ast.Yield)]
    return managers.read(found).get(id(yields[0]), ()) if yields else ()


def _of_class(found: Scope) -> Shelter:
    """What an `__exit__` that may return something true catches: nobody can see what."""
    for inner in found.inner:
        if isinstance(inner.node, _FUNCTIONS) and inner.node.name in ("__exit__", "__aexit__"):
            returned = [node.value for node in inner.nodes if isinstance(node, ast.Return) and node.value is not None]
            kept = [each for each in returned if not (isinstance(each, ast.Constant) and not each.value)]
            if kept:
                always = all(isinstance(each, ast.Constant) for each in kept) and len(kept) == len(returned)
                location = Location(file=inner.file, line=kept[0].lineno)
                return ((Handler(caught=None if always else (UNKNOWN,), location=location),),)
    return ()


def around_decorated(scope: Scope, managers: Managers) -> Shelter:
    """What the decorators of a function catch, the innermost first."""
    if not isinstance(scope.node, _FUNCTIONS) or scope.outer is None:
        return ()
    return tuple(group for each in reversed(scope.node.decorator_list) for group in _decorator(each, scope, managers))


def _decorator(decorator: ast.expr, scope: Scope, managers: Managers) -> Iterator[tuple[Handler, ...]]:
    """One that this module defines catches what stands around its call of the function; any other one is taken at its
    word where it is given exceptions (`@expected_exceptions(NotImplementedError)`)."""
    function = decorator.func if isinstance(decorator, ast.Call) else decorator
    found = _defined(function, managers.whole)
    if found is not None:
        yield from _around_call(found, managers)
    elif isinstance(decorator, ast.Call) and scope.outer is not None:
        names = managers.names(scope.outer)
        given = (*decorator.args, *(keyword.value for keyword in decorator.keywords))
        meant = [each for each in given if isinstance(each, ast.Name | ast.Attribute | ast.Tuple | ast.List)]
        caught = tuple(dict.fromkeys(name for each in meant for name in names(each) if name != UNKNOWN))
        if caught:
            yield (Handler(caught=caught, location=Location(file=scope.file, line=decorator.lineno)),)


def _around_call(found: Scope, managers: Managers) -> Shelter:
    """What stands around the call that a decorator makes of what it decorates."""
    for outer in found.all():
        first = next(parameters(outer.node), None) if isinstance(outer.node, _FUNCTIONS) else None
        if first is None:
            continue
        for inner in outer.inner:
            for node in inner.nodes:
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == first.arg:
                    return managers.read(inner).get(id(node), ())
    return ()


def _defined(function: ast.expr, whole: Scope) -> Scope | None:
    """The function or the class of this module that is meant: of the module itself, or a method of any class."""
    match function:
        case ast.Name(id=name):
            inside = list(whole.inner)
        case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name):
            inside = [method for each in whole.inner if isinstance(each.node, ast.ClassDef) for method in each.inner]
        case _:
            return None
    found = (each for each in inside if isinstance(each.node, ast.ClassDef | _FUNCTIONS) and each.node.name == name)
    return next(found, None)


def _is(target: ast.expr, name: str) -> bool:
    return isinstance(target, ast.Name) and target.id == name
