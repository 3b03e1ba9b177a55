"""What the concrete methods of a stub do when they run: they call a function of a module written by hand."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from virtapi_analyzer.model.errors import ReadingError
from virtapi_analyzer.runtime.escapes import refuse_escapes
from virtapi_analyzer.runtime.layout import call_text
from virtapi_analyzer.runtime.package import Module, Package, decorator_name, refuse, successor_in

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef

_MARKS = ("default_for", "fallback_for")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A function that is the body of a method: the module it stands in, without the package, and its name."""

    module: str
    function: str

    @property
    def spelled(self) -> str:
        """The function, as a module that imports its module names it."""
        return f"{self.module.rpartition('.')[2]}.{self.function}"


def bodies_by_method(package: Package) -> dict[str, Body]:
    """The functions marked `default_for` and `fallback_for`, by the `Class.method` that they name.

    Raises:
        ReadingError: a mark without a literal name, a method with two bodies, a name that nothing of the stubs has, a
            function that lets out more than its method declares.
    """
    bodies: dict[str, Body] = {}
    known = _named_in(package)
    for module in package.by_hand.values():
        for node in module.tree.body:
            if isinstance(node, FunctionNode):
                for method in _marked(module, node):
                    if method in bodies:
                        raise refuse(module, node, f"{method} has a body already: delete one of the two")
                    if method not in known:
                        raise refuse(
                            module, node, f"{method} is not in the stubs: delete the function or correct the name"
                        )
                    refuse_escapes(package, module, node, method)
                    relative = module.dotted.removeprefix(f"{package.name}.")
                    bodies[method] = Body(module=relative, function=node.name)
    return bodies


def is_abstract(node: FunctionNode) -> bool:
    """Whether a method has no body of its own because every driver must write it."""
    return any(decorator_name(each) == "abstractmethod" for each in node.decorator_list)


def call_of(body: Body, node: FunctionNode, indent: str) -> str:
    """The statement that hands all arguments of a method on to its body."""
    arguments = node.args
    static = any(decorator_name(each) == "staticmethod" for each in node.decorator_list)
    given = [each.arg for each in (*arguments.posonlyargs, *arguments.args)]
    if arguments.vararg:
        given.append(f"*{arguments.vararg.arg}")
    given += [f"{each.arg}={each.arg}" for each in arguments.kwonlyargs]
    if arguments.kwarg:
        given.append(f"**{arguments.kwarg.arg}")
    if not static and not (arguments.posonlyargs or arguments.args):
        raise ReadingError(f"{node.name} takes no self: make it a static method")
    nothing = node.returns is not None and ast.unparse(node.returns) == "None"
    waiting = "await " if isinstance(node, ast.AsyncFunctionDef) else ""
    head = f"{indent}{'' if nothing else 'return '}{waiting}{body.spelled}("
    return call_text(head, given, indent)


def body_of(bodies: Mapping[str, Body], module: Module, owner: str, node: FunctionNode) -> Body:
    """The body of a concrete method.

    Raises:
        ReadingError: it has neither a fallback nor a default.
    """
    body = bodies.get(f"{owner}.{node.name}")
    if body is None:
        problem = (
            f"{owner}.{node.name} is concrete and has neither a fallback nor a default: make it abstract, or write its "
            f'function in defaults.py with @default_for("{owner}.{node.name}")'
        )
        raise refuse(module, node, problem)
    return body


def has_choice(bodies: Mapping[str, Body], owner: ast.ClassDef) -> bool:
    """Whether a class has a superseded method and its successor, each of which falls back on the other."""
    concrete = {
        node.name: successor_in(node.decorator_list)
        for node in owner.body
        if isinstance(node, FunctionNode) and not is_abstract(node) and f"{owner.name}.{node.name}" in bodies
    }
    return any(by in concrete for by in concrete.values())


def _marked(module: Module, node: FunctionNode) -> list[str]:
    marked: list[str] = []
    for each in node.decorator_list:
        if decorator_name(each) in _MARKS:
            match each:
                case ast.Call(args=[ast.Constant(value=str(method))], keywords=[]):
                    marked.append(method)
                case _:
                    raise refuse(module, each, f"{decorator_name(each)} needs one literal name, such as 'Class.method'")
    return marked


def _named_in(package: Package) -> frozenset[str]:
    """`Class.name` of every method and field of the stubs."""
    return frozenset(
        f"{found.node.name}.{name}"
        for found in package.classes.values()
        if found.module.file in package.stubs
        for node in found.node.body
        for name in _names_of(node)
    )


def _names_of(node: ast.stmt) -> list[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return [name]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case _:
            return []
