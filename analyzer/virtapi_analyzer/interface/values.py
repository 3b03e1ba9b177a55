"""Defaults and the values of constants: as they are written, and what they come to."""

import ast

import griffe

from virtapi_analyzer.interface.expressions import parsed
from virtapi_analyzer.interface.literals import canonical, evaluated
from virtapi_analyzer.interface.normal_form import NormalForm
from virtapi_analyzer.interface.standard_names import standard
from virtapi_analyzer.model.element import Value
from virtapi_analyzer.model.errors import ReadingError

Seen = tuple[str, ...]
"""The constants that are just being followed."""


def value(form: NormalForm, text: str | griffe.Expr | None, scope: griffe.Object) -> Value | None:
    """A default or a constant: literals and arithmetic worked out, constants of the package followed."""
    if text is None:
        return None
    written = str(text)
    return Value(text=written, normal=_normal(form, written, scope, ()))


def _normal(form: NormalForm, text: str, scope: griffe.Object, seen: Seen) -> str | None:
    try:
        tree = parsed(text)
    except SyntaxError:
        return text
    if isinstance(tree, ast.Constant) and tree.value is ...:
        return None
    if isinstance(tree, ast.Name | ast.Attribute):
        return _named(form, ast.unparse(tree), scope, seen)
    try:
        return canonical(_worked_out(form, tree, scope, seen))
    except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError):
        return form.value(tree, scope)


def _named(form: NormalForm, name: str, scope: griffe.Object, seen: Seen) -> str | None:
    path = form.names.resolve(scope, name)
    try:
        target = form.names.target(path)
    except ReadingError:  # a value is no reason to read what the interface does not need
        return path
    inside = target.node
    if isinstance(inside, griffe.Attribute) and inside.value is not None and path not in seen:
        around = scope.parent if isinstance(scope, griffe.Function) else None
        beside = around is not None and inside.parent is around  # a default, which the class itself works out
        if inside.parent is not None and inside.parent.is_class and not beside:
            return form.public(target)
        return _normal(form, str(inside.value), inside.parent or scope, (*seen, path))
    return standard(form.public(target))


def _worked_out(form: NormalForm, tree: ast.expr, scope: griffe.Object, seen: Seen) -> object:
    """What an expression comes to. A member of another class is more than its value: nobody works it out."""

    def named(node: ast.expr) -> object:
        path = form.names.resolve(scope, ast.unparse(node))
        try:
            inside = form.names.target(path).node
        except ReadingError as error:
            raise ValueError(path) from error
        if not isinstance(inside, griffe.Attribute) or inside.value is None or inside.parent is None or path in seen:
            raise ValueError(path)
        if inside.parent.is_class and inside.parent.path != scope.path:
            raise ValueError(path)
        return _worked_out(form, parsed(str(inside.value)), inside.parent, (*seen, path))

    return evaluated(tree, named)
