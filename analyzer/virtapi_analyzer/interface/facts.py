"""What the syntax of a module says that griffe's tree does not keep: bodies, conditions, how a name was imported."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from virtapi_analyzer.interface.conditions import conditions
from virtapi_analyzer.interface.statements import statements
from virtapi_analyzer.model.element import Body


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Facts by line or by name of one module.

    `bodies` says of a function what it does, and `decorators` what stands above a function or class, both by the line
    of its first decorator and by that of its `def` or `class`; `lines` leads from the former to the latter. The lines
    in `generators` are those of asynchronous functions that yield. `conditions` holds the names bound under a test on
    the version or the platform alone, with that test; `member_conditions` the same for the members of each class, by
    the lines of the class. `reexported` are the names imported as themselves (`import X as X`); `imported_at` says in
    which line a name is imported. `declared` is what `__all__` holds, with `X.__all__` for what it takes over from X,
    and None where there is none; `qualifiers` says for the line and the name of what is annotated whether `ClassVar`,
    `Final` or `TypeAlias` stands around its type.
    """

    bodies: Mapping[int, Body] = field(default_factory=dict)
    decorators: Mapping[int, Sequence[ast.expr]] = field(default_factory=dict)
    lines: Mapping[int, int] = field(default_factory=dict)
    generators: frozenset[int] = frozenset()
    conditions: Mapping[str, str] = field(default_factory=dict)
    member_conditions: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    reexported: frozenset[str] = frozenset()
    declared: tuple[str, ...] | None = None
    qualifiers: Mapping[tuple[int, str], frozenset[str]] = field(default_factory=dict)
    imported_at: Mapping[str, int] = field(default_factory=dict)


def facts(tree: ast.Module, whole: ast.Module) -> Facts:
    """Gather the facts of a parsed module in which the branches that are not looked at are blanked out already; `whole`
    is the same module with all of them."""
    nodes = list(statements(tree.body))
    imports = [node for node in nodes if isinstance(node, ast.ImportFrom | ast.Import)]
    defined = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)]
    defined.reverse()  # of several definitions on one line, the first counts
    annotated = [node for node in nodes if isinstance(node, ast.AnnAssign)]
    called = {a.asname: a.name for node in imports for a in node.names if a.asname and a.name in QUALIFIERS}
    return Facts(
        bodies={line: body_of(node) for node in defined if not isinstance(node, ast.ClassDef) for line in _lines(node)},
        decorators={line: node.decorator_list for node in defined for line in _lines(node)},
        lines={line: node.lineno for node in defined for line in _lines(node)},
        generators=frozenset(line for node in defined if _yields(node) for line in _lines(node)),
        conditions=_conditional(whole.body),
        member_conditions={
            line: found
            for node in (defined if whole is tree else statements(whole.body))
            if isinstance(node, ast.ClassDef) and (found := _conditional(node.body))
            for line in _lines(node)
        },
        reexported=frozenset(a.name for node in imports for a in node.names if a.asname == a.name),
        declared=_declared(tree.body),
        qualifiers={
            (node.lineno, ast.unparse(node.target).rpartition(".")[2]): qualifiers(node.annotation, called)
            for node in annotated
        },
        imported_at={(a.asname or a.name).split(".")[0]: node.lineno for node in imports for a in node.names},
    )


def _conditional(body: Sequence[ast.stmt]) -> Mapping[str, str]:
    """The names that are not always there, with their conditions."""
    return {name: condition for name, condition in conditions(body).items() if condition is not None}


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> tuple[int, ...]:
    """The lines by which a definition may be asked for: its own, and its first decorator's."""
    return (node.lineno, *(decorator.lineno for decorator in node.decorator_list[:1]))


def _yields(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    """Whether an asynchronous function yields itself: what is defined inside of it does not count."""
    if not isinstance(node, ast.AsyncFunctionDef):
        return False
    waiting: list[ast.AST] = list(node.body)
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            waiting += ast.iter_child_nodes(inner)
    return False


def _declared(body: Sequence[ast.stmt]) -> tuple[str, ...] | None:
    """What `__all__` holds in the end."""
    names: list[str] | None = None
    for node in _statements(body):
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                names = list(_elements(value))
            case ast.AnnAssign(target=ast.Name(id="__all__"), value=ast.expr() as value):
                names = list(_elements(value))
            case ast.AugAssign(target=ast.Name(id="__all__"), value=value):
                names = [*(names or ()), *_elements(value)]
            case ast.Expr(ast.Call(func=ast.Attribute(value=ast.Name(id="__all__"), attr=act), args=[argument])):
                given = list(_elements(argument))
                kept = names or []
                names = [name for name in kept if name not in given] if act == "remove" else [*kept, *given]
    return None if names is None else tuple(dict.fromkeys(names))


def _statements(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a module, those under a test or in a `try` among them."""
    for node in body:
        if isinstance(node, ast.If):
            yield from _statements([*node.body, *node.orelse])
        elif isinstance(node, ast.Try):
            yield from _statements([*node.body, *node.orelse, *node.finalbody])
        else:
            yield node


def _elements(node: ast.expr) -> Iterator[str]:
    """The names in what is assigned or added to `__all__`."""
    match node:
        case ast.Constant(value=str() as name):
            yield name
        case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
            for element in elements:
                yield from _elements(element)
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            yield from (*_elements(left), *_elements(right))
        case ast.Starred(value=value) | ast.Call(args=[value]):
            yield from _elements(value)
        case ast.Attribute(attr="__all__"):
            yield ast.unparse(node)


def body_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Body:
    """What a function does: nothing at all, nothing but refuse, or something."""
    first, *rest = node.body
    statements = rest if isinstance(first, ast.Expr) and _is_text(first.value) else node.body
    if all(isinstance(s, ast.Pass) or (isinstance(s, ast.Expr) and _is_ellipsis(s.value)) for s in statements):
        return Body.EMPTY
    last = statements[-1]
    if len(statements) == 1 and isinstance(last, ast.Raise) and last.exc is not None:
        raised = last.exc.func if isinstance(last.exc, ast.Call) else last.exc
        if isinstance(raised, ast.Name) and raised.id == "NotImplementedError":
            return Body.NOT_IMPLEMENTED
    return Body.CODE


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_ellipsis(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


QUALIFIERS = frozenset(
    {"Annotated", "ClassVar", "Final", "InitVar", "NotRequired", "ReadOnly", "Required", "TypeAlias"}
)
"""What may stand around a type and is no part of it."""


def qualifiers(annotation: ast.expr, called: Mapping[str, str] = {}) -> frozenset[str]:
    """The words around a type; `called` are those that are imported as something else."""
    return frozenset(_qualifiers(annotation, called))


def _qualifiers(annotation: ast.expr, called: Mapping[str, str]) -> Iterator[str]:
    """`ClassVar[Final[int]]` has two."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        try:
            annotation = ast.parse(annotation.value, mode="eval").body
        except SyntaxError:
            return
    head = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    name = head.attr if isinstance(head, ast.Attribute) else head.id if isinstance(head, ast.Name) else ""
    name = called.get(name, name)
    if name == "Annotated" and isinstance(annotation, ast.Subscript) and isinstance(annotation.slice, ast.Tuple):
        yield from _qualifiers(annotation.slice.elts[0], called)
    elif name in QUALIFIERS:
        yield name
        if isinstance(annotation, ast.Subscript):
            yield from _qualifiers(annotation.slice, called)
