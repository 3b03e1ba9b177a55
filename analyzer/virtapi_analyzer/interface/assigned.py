"""Methods and properties that a class makes by an assignment, `x = property(_get)`, written as what they are, and
assignments to several names at once as several.

What is made of something else than functions of the class and lambdas stays what it is, the value of an attribute.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from copy import copy

from virtapi_analyzer.interface.statements import statements

Function = ast.FunctionDef | ast.AsyncFunctionDef
WRAPPERS = frozenset({"staticmethod", "classmethod"})
_UNKNOWN = ast.Constant(...)
ACCESSORS = ("fget", "fset", "fdel")
"""What `property` is called with, by position or by name, and last of all a docstring."""


def write_as_definitions(module: ast.Module) -> None:
    """Replace, in place, each such assignment in a class by the definitions; they stand where it stands."""
    module.body = [each for statement in module.body for each in _unpacked(statement)]
    for node in statements(module.body):
        if isinstance(node, ast.ClassDef) and any(isinstance(statement, ast.Assign) for statement in node.body):
            node.body = [each for statement in node.body for each in _unpacked(statement)]
            methods = {each.name: each for each in node.body if isinstance(each, Function)}
            node.body = [made for statement in node.body for made in _written(statement, methods)]


def _unpacked(statement: ast.stmt) -> Sequence[ast.stmt]:
    """An assignment to several names (`A, B = 1, 2`) as one to each; where nobody can tell their values, to `...`."""
    match statement:
        case ast.Assign(targets=[ast.Tuple(elts=targets) | ast.List(elts=targets)], value=value) if all(
            isinstance(target, ast.Name) for target in targets
        ):
            literal = isinstance(value, ast.Tuple | ast.List) and len(value.elts) == len(targets)
            values = value.elts if isinstance(value, ast.Tuple | ast.List) and literal else [_UNKNOWN] * len(targets)
            made = [ast.Assign(targets=[t], value=v) for t, v in zip(targets, values, strict=True)]
            return [ast.fix_missing_locations(ast.copy_location(each, statement)) for each in made]
        case _:
            return [statement]


def _written(statement: ast.stmt, methods: Mapping[str, Function]) -> Sequence[ast.stmt]:
    made: list[Function] = []
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Lambda() as function):
            made = [_named(name, function)]
        case ast.Assign(
            targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id=wrapper), args=[inner], keywords=[])
        ) if wrapper in WRAPPERS and (found := _function(inner, name, methods)) is not None:
            made = [_decorated(found, wrapper, kept=found.decorator_list)]
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id="property")) as call):
            made = list(_property(name, call, methods))
    return [_placed(each, statement) for each in made] or [statement]


def _property(name: str, call: ast.Call, methods: Mapping[str, Function]) -> Iterator[Function]:
    given = dict(zip(ACCESSORS, call.args, strict=False)) | {k.arg: k.value for k in call.keywords if k.arg}
    found = {role: _function(given[role], name, methods) for role in ACCESSORS if _is_given(given.get(role))}
    getter = found.pop("fget", None)
    if getter is None or None in found.values():
        return
    yield _decorated(getter, "property", kept=getter.decorator_list)
    for role, function in found.items():
        if function is not None:
            yield _decorated(function, f"{name}.{'setter' if role == 'fset' else 'deleter'}")


def _is_given(node: ast.expr | None) -> bool:
    return node is not None and not (isinstance(node, ast.Constant) and node.value is None)


def _function(node: ast.expr, name: str, methods: Mapping[str, Function]) -> Function | None:
    """A lambda, or a function that the class defines, under another name; None for anything else."""
    if isinstance(node, ast.Lambda):
        return _named(name, node)
    if not isinstance(node, ast.Name) or node.id not in methods:
        return None
    found = copy(methods[node.id])
    found.name = name
    return found


def _named(name: str, function: ast.Lambda) -> ast.FunctionDef:
    made = ast.parse(f"def {name}(): return None").body[0]
    assert isinstance(made, ast.FunctionDef)
    made.args, made.body = function.args, [ast.Return(value=function.body)]
    return made


def _decorated(function: Function, decorator: str, *, kept: Sequence[ast.expr] = ()) -> Function:
    made = copy(function)
    made.decorator_list = [ast.parse(decorator, mode="eval").body, *kept]
    return made


def _placed(definition: Function, place: ast.stmt) -> Function:
    """The definition where the assignment stands, its decorators too: by their lines they are found again."""
    made = copy(definition)
    made.decorator_list = [copy(decorator) for decorator in definition.decorator_list]
    for node in (made, *made.decorator_list):
        ast.copy_location(node, place)
    return ast.fix_missing_locations(made)
