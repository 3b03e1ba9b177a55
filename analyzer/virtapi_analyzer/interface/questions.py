"""Which tests of a host ask its driver whether it has an ability."""

import ast
from collections.abc import Callable

from virtapi_analyzer.interface.call_sites import Scope
from virtapi_analyzer.interface.receivers import Kind, literal
from virtapi_analyzer.interface.shelters import Asks

_FUNCTIONS = frozenset({"hasattr", "getattr", "isinstance", "callable"})
_TRUE = (ast.In, ast.IsNot, ast.Eq)
_FALSE = (ast.NotIn, ast.Is, ast.NotEq)


def asks_in(scope: Scope) -> Asks:
    """Says of a test in this function whether the driver has an ability where it is met.

    A flag of the driver asks (`driver.capabilities["x"]`), its class does (`Pausable.offered_by(driver)`), a method
    that is told an ability does (`driver.offers(Capability.PAUSE)`), and a name that stands for such a test.
    """
    values: dict[str, list[ast.expr | None]] = {}
    for target, value, _, elements in scope.assigned:
        if isinstance(target, ast.Name):
            values.setdefault(target.id, []).append(None if elements else value)

    def asks(test: ast.expr, seen: frozenset[str] = frozenset()) -> bool | None:
        match test:
            case ast.UnaryOp(op=ast.Not(), operand=inner):
                answer = asks(inner, seen)
                return None if answer is None else not answer
            case ast.BoolOp(op=operator, values=parts):
                answers = [asks(part, seen) for part in parts]
                sure = isinstance(operator, ast.And)
                if sure in answers:
                    return sure
                return (not sure) if all(answer is (not sure) for answer in answers) else None
            case ast.Compare(left=left, ops=[operation], comparators=[right]):
                if not _flag(scope, left, asks, seen) and not _flag(scope, right, asks, seen):
                    return None
                negative = isinstance(right, ast.Constant) and right.value is False
                return isinstance(operation, _TRUE) is not negative if isinstance(operation, _TRUE + _FALSE) else None
            case ast.NamedExpr(value=inner) | ast.Await(value=inner):
                return asks(inner, seen)
            case ast.Name(id=name):
                known = values.get(name, []) if name not in seen else []
                answers = [asks(value, seen | {name}) if value is not None else None for value in known]
                return answers[0] if len(answers) == 1 else None
            case _:
                return True if _flag(scope, test, asks, seen) else None

    return asks


def _flag(scope: Scope, node: ast.expr, asks: Callable[..., bool | None], seen: frozenset[str]) -> bool:
    """Whether a value says what a driver can."""
    match node:
        case ast.Name():
            return asks(node, seen) is True
        case ast.Call(func=ast.Name(id="bool"), args=[inner]):
            return _flag(scope, inner, asks, seen)
        case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in _FUNCTIONS:
            return scope.kind(first) is Kind.DRIVER or (name == "callable" and _flag(scope, first, asks, seen))
        case ast.Call(func=ast.Attribute(value=owner, attr=name), args=arguments):
            if scope.kind(owner) is Kind.DRIVER:
                return any(map(_of_interface(scope), arguments))
            if name == "get" or (arguments and literal(arguments[0]) is not None):
                return _flag(scope, owner, asks, seen)
            return len(arguments) == 1 and scope.kind(arguments[0]) is Kind.DRIVER
        case ast.Subscript(value=inner):
            return _flag(scope, inner, asks, seen)
        case ast.Attribute(value=owner, attr=name):
            if scope.kind(owner) is Kind.DRIVER:
                return name not in scope.receivers.vocabulary.methods
            return _flag(scope, owner, asks, seen)
        case _:
            return False


def _of_interface(scope: Scope) -> Callable[[ast.expr], bool]:
    """Whether a value is one of the interface's own constants."""

    def of_interface(node: ast.expr) -> bool:
        path = scope.receivers.dotted(node, scope.frames) if isinstance(node, ast.Attribute) else None
        return path is not None and path.partition(".")[0] == scope.receivers.vocabulary.package.partition(".")[0]

    return of_interface
