"""What a fallback may let out: it stands in for its method, and must keep to what that declares.

A fallback calls methods of the object that it is given, raises exceptions itself, and catches some. What it calls lets
out what it declares.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from virtapi_analyzer.runtime.package import ClassAt, Module, Package, decorator_name, imported_names, refuse

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


def refuse_escapes(package: Package, module: Module, function: FunctionNode, method: str) -> None:
    """Refuse a fallback that lets out more than its method declares.

    Args:
        package: all texts.
        module: the module that the fallback stands in.
        function: the fallback.
        method: the `Class.method` that it stands in for.
    Raises:
        ReadingError: it lets out more; the message names the exceptions, and the line where the first escapes.
    """
    owner = _class_named(package, method.partition(".")[0])
    stood_for = _method_of(owner, method.rpartition(".")[2]) if owner is not None else None
    if owner is None or stood_for is None or not function.args.posonlyargs + function.args.args:
        return
    declared = _declared(owner.module, stood_for)
    if declared is None:
        return
    reading = _Reading(package=package, module=module, receiver=_first(function), allowed=frozenset(declared))
    found = [(name, node) for name, node in reading.of(function.body, ()) if not reading.may_let_out(name)]
    if found:
        names = " and ".join(sorted({name.rpartition(".")[2] for name, _ in found}))
        problem = f"{function.name} may let out {names}, which {method} does not declare: catch or declare it"
        raise refuse(module, found[0][1], problem)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One fallback that is read: `receiver` is the name of the object that it is given, `allowed` what its method
    declares."""

    package: Package
    module: Module
    receiver: str
    allowed: frozenset[str]

    def may_let_out(self, error: str) -> bool:
        """Whether an exception is declared, through a base too, or one that every method may let out."""
        return any(
            base in self.allowed or any(decorator_name(each) == "implicit" for each in node.decorator_list)
            for base, node in self._line_of(error)
        )

    def of(self, body: Sequence[ast.AST], handled: tuple[str, ...]) -> Iterator[tuple[str, ast.stmt | ast.expr]]:
        """The exceptions that leave some statements; `handled` are those that a bare `raise` raises again."""
        for node in body:
            match node:
                case ast.Try():
                    yield from self._of_try(node, handled)
                case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda() | ast.ClassDef():
                    pass  # defining it runs nothing of it
                case ast.Raise(exc=None):
                    yield from ((error, node) for error in handled)
                case ast.Raise(exc=ast.expr() as error):
                    raised = error.func if isinstance(error, ast.Call) else error
                    yield self._dotted(raised), node
                    yield from self.of(list(ast.iter_child_nodes(node)), handled)
                case ast.Call(func=ast.Attribute(value=ast.Name(id=self.receiver), attr=name)):
                    yield from ((error, node) for error in self._declared_by(name))
                    yield from self.of(list(ast.iter_child_nodes(node)), handled)
                case _:
                    yield from self.of(list(ast.iter_child_nodes(node)), handled)

    def _of_try(self, node: ast.Try, handled: tuple[str, ...]) -> Iterator[tuple[str, ast.stmt | ast.expr]]:
        caught = [(handler, tuple(self._caught(handler))) for handler in node.handlers]
        every = {error for _, errors in caught for error in errors}
        inside = list(self.of(node.body, handled))
        yield from ((error, place) for error, place in inside if not self._is_one_of(error, every))
        for handler, errors in caught:
            again = tuple(error for error, _ in inside if self._is_one_of(error, set(errors)))
            yield from self.of(handler.body, again)
        yield from self.of([*node.orelse, *node.finalbody], handled)

    def _caught(self, handler: ast.ExceptHandler) -> Iterator[str]:
        if handler.type is None:
            yield "BaseException"
        else:
            for each in handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]:
                yield self._dotted(each)

    def _is_one_of(self, error: str, caught: set[str]) -> bool:
        bases = {error, *(base for base, _ in self._line_of(error))}
        return bool(caught & (bases | {"Exception", "BaseException"}))

    def _declared_by(self, name: str) -> list[str]:
        """What a method of that name declares, in whichever class of the stubs it is."""
        for found in self.package.classes.values():
            method = _method_of(found, name) if found.module.file in self.package.stubs else None
            if method is not None:
                return _declared(found.module, method) or []
        return []

    def _dotted(self, node: ast.expr) -> str:
        name = ast.unparse(node)
        first, dot, rest = name.partition(".")
        return {**_imported_inside(self.module), **imported_names(self.module)}.get(first, first) + dot + rest

    def _line_of(self, error: str) -> Iterator[tuple[str, ast.ClassDef]]:
        """A class of the package and its bases there."""
        waiting, seen = [error], set[str]()
        while waiting:
            name = waiting.pop()
            found = self.package.classes.get(name)
            if found is None or name in seen:
                continue
            seen.add(name)
            yield name, found.node
            names = imported_names(found.module)
            for base in found.node.bases:
                spelled = ast.unparse(base)
                waiting.append(names.get(spelled, f"{found.module.dotted}.{spelled}"))


def _first(function: FunctionNode) -> str:
    return (function.args.posonlyargs + function.args.args)[0].arg


def _class_named(package: Package, name: str) -> ClassAt | None:
    return next((each for path, each in package.classes.items() if path.rpartition(".")[2] == name), None)


def _method_of(found: ClassAt, name: str) -> FunctionNode | None:
    return next((node for node in found.node.body if isinstance(node, FunctionNode) and node.name == name), None)


def _declared(module: Module, method: FunctionNode) -> list[str] | None:
    """The exceptions that `@raises` on a method names, as dotted paths; None where it says nothing."""
    names = imported_names(module)
    for word in method.decorator_list:
        if isinstance(word, ast.Call) and decorator_name(word) == "raises":
            spelled = [ast.unparse(each) for each in word.args]
            return [names.get(each, f"{module.dotted}.{each}") for each in spelled]
    return None


def _imported_inside(module: Module) -> Mapping[str, str]:
    """What functions of a module import when they run: `fallbacks.py` may import objects only there."""
    return {
        each.asname or each.name: f"{node.module}.{each.name}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and not node.level
        for each in node.names
    }
