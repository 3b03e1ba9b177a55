"""Under which test on the version of Python or on the platform a name is there."""

import ast
import sys
from collections.abc import Iterator, Mapping, Sequence

OLDEST_PYTHON = (3, 11)
"""The oldest Python that an interface is read for: a test on a version before it has one outcome."""
PLATFORM = "linux"
"""Where an interface says something else on each platform, what it says on this one is compared."""

Condition = str | None
"""A test as it is written; None for always."""

NEVER = "never"


def conditions(body: Sequence[ast.stmt]) -> Mapping[str, Condition]:
    """The names that these statements bind on some supported Python, each with the test under which alone it is there.

    A name that is bound whatever the test says, or under a test and under its opposite, is always there.
    """
    found: dict[str, Condition] = {}
    for node in body:
        for name, condition in _bindings(node):
            found[name] = either(found[name], condition) if name in found else condition
    return found


def either(one: Condition, other: Condition) -> Condition:
    """The condition of what is there where one of two conditions holds."""
    if one is None or other is None or other == _negated(one):
        return None
    return one if one == other else f"{one} or {other}"


def _bindings(node: ast.stmt) -> Iterator[tuple[str, Condition]]:
    if isinstance(node, ast.If):
        yield from _chosen(node)
    elif isinstance(node, ast.Try):
        for part in (node.body, *(handler.body for handler in node.handlers), node.orelse, node.finalbody):
            yield from conditions(part).items()
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name, None
    elif isinstance(node, ast.Import | ast.ImportFrom):
        for alias in node.names:
            yield (alias.asname or alias.name).split(".")[0], None
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            yield from ((name.id, None) for name in ast.walk(target) if isinstance(name, ast.Name))


def _chosen(node: ast.If) -> Iterator[tuple[str, Condition]]:
    then, otherwise = outcomes(node.test)
    first = conditions(node.body) if then != NEVER else {}
    second = conditions(node.orelse) if otherwise != NEVER else {}
    for name in dict.fromkeys((*first, *second)):
        if name not in second:
            yield name, _both(then, first[name])
        elif name not in first:
            yield name, _both(otherwise, second[name])
        elif first[name] is None and second[name] is None:
            yield name, None
        else:
            yield name, either(_both(then, first[name]), _both(otherwise, second[name]))


def _both(outer: Condition, inner: Condition) -> Condition:
    return f"{outer} and {inner}" if outer and inner else outer or inner


def bound(body: Sequence[ast.stmt]) -> frozenset[str]:
    """The names that these statements bind."""
    return frozenset(conditions(body))


def outcomes(test: ast.expr) -> tuple[Condition, Condition]:
    """The conditions of the two branches: None for always, NEVER for never."""
    text = _spelled(test)
    if "TYPE_CHECKING" in text:
        return (NEVER, None) if isinstance(test, ast.UnaryOp) else (None, NEVER)
    if "version_info" not in text and "platform" not in text:
        return None, None
    settled = _settled(test)
    if settled is not None:
        return (None, NEVER) if settled else (NEVER, None)
    return text, _negated(text)


OPPOSITES: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip


def _spelled(test: ast.expr) -> str:
    """One text for a test and its double negation; a comparison is not negated but turned round."""
    if not isinstance(test, ast.UnaryOp) or not isinstance(test.op, ast.Not):
        return ast.unparse(test)
    inner = test.operand
    if isinstance(inner, ast.UnaryOp) and isinstance(inner.op, ast.Not):
        return _spelled(inner.operand)
    if isinstance(inner, ast.Compare) and len(inner.ops) == 1 and type(inner.ops[0]) in OPPOSITES:
        opposite = OPPOSITES[type(inner.ops[0])]()
        return ast.unparse(ast.Compare(left=inner.left, ops=[opposite], comparators=inner.comparators))
    return f"not ({ast.unparse(inner)})"


def _negated(condition: str) -> str:
    return _spelled(ast.UnaryOp(op=ast.Not(), operand=ast.parse(condition, mode="eval").body))


def _settled(test: ast.expr) -> bool | None:
    """The outcome of a test on the version that all supported Pythons agree about."""
    if not (isinstance(test, ast.Compare) and ast.unparse(test.left).endswith("version_info") and len(test.ops) == 1):
        return None
    try:
        version = tuple(ast.literal_eval(test.comparators[0]))
    except (ValueError, TypeError):
        return None
    newest = (sys.version_info.major, 99)
    if isinstance(test.ops[0], ast.GtE | ast.Gt):
        return True if version <= OLDEST_PYTHON else (False if version > newest else None)
    if isinstance(test.ops[0], ast.Lt | ast.LtE):
        return False if version <= OLDEST_PYTHON else (True if version > newest else None)
    return None


def compared(test: ast.expr) -> bool | None:
    """Whether what an interface says under a test, and not what it says otherwise, is compared: that is what holds on
    the newest Python and on `PLATFORM`. None where nobody can know."""
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            outcome = compared(operand)
            return None if outcome is None else not outcome
        case ast.BoolOp(op=op, values=values):
            known = [compared(value) for value in values]
            if None in known:
                return None
            return all(known) if isinstance(op, ast.And) else any(known)
        case ast.Compare(left=left, ops=[ast.GtE() | ast.Gt()]) if _is(left, "version_info"):
            return True
        case ast.Compare(left=left, ops=[ast.Lt() | ast.LtE()]) if _is(left, "version_info"):
            return False
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[ast.Constant(value=name)]) if _is(left, "platform"):
            return bool(name == PLATFORM)
        case ast.Compare(left=left, ops=[ast.NotEq()], comparators=[ast.Constant(value=name)]) if _is(left, "platform"):
            return bool(name != PLATFORM)
        case ast.Call(
            func=ast.Attribute(value=asked, attr="startswith"), args=[ast.Constant(value=str() as beginning)]
        ) if _is(asked, "platform"):
            return PLATFORM.startswith(beginning)
        case _:
            return None


def _is(node: ast.expr, name: str) -> bool:
    return ast.unparse(node).removeprefix("sys.") == name
