"""Names of a module that stand for a type."""

import ast
import builtins

import griffe

from virtapi_analyzer.interface.expressions import parsed


def write_as_attributes(module: griffe.Module) -> None:
    """Write `type X = Y` as what it was before that was a statement, `X: TypeAlias = Y`."""
    for name, member in list(module.members.items()):
        if isinstance(member, griffe.TypeAlias):
            alias = griffe.Attribute(
                name,
                value=member.value,
                annotation="typing.TypeAlias",
                lineno=member.lineno,
                docstring=member.docstring,
                type_parameters=member.type_parameters,
            )
            module.set_member(name, alias)


def is_alias(node: griffe.Attribute) -> bool:
    """Whether a module's name stands for a type: declared so, or bound to an expression that reads like one."""
    if node.value is None or node.parent is None or not node.parent.is_module:
        return False
    annotation = str(node.annotation or "")
    if annotation:
        return annotation.rpartition(".")[2] == "TypeAlias"
    return reads_like_type(str(node.value))


def reads_like_type(text: str) -> bool:
    """Whether an expression is made of names, subscripts, unions and None alone."""
    try:
        tree = parsed(text)
    except SyntaxError:
        return False
    return _typelike(tree, outermost=True)


def _typelike(node: ast.expr, *, outermost: bool) -> bool:
    match node:
        case ast.Name(id=name):
            return not (name in ("True", "False") or (outermost and name.isupper() and len(name) > 1)) or hasattr(
                builtins, name
            )
        case ast.Attribute():
            return True
        case ast.BinOp(op=ast.BitOr(), left=left, right=right):
            return _typelike(left, outermost=False) and _typelike(right, outermost=False)
        case ast.Subscript(value=value, slice=inner):
            return _typelike(value, outermost=True) and not isinstance(inner, ast.Constant | ast.Slice)
        case ast.Constant(value=value):
            return value is None and not outermost
        case _:
            return False
