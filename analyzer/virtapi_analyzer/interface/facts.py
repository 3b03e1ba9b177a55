"""What the syntax of a module says that griffe's tree does not keep: bodies, conditions, how a name was imported."""

import ast
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from virtapi_analyzer.model.element import Body

OLDEST_PYTHON = (3, 11)
"""The oldest Python that an interface is read for: a test on a version before it has one outcome."""

Condition = str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Facts by line or by name of one module.

    `bodies` says of a function what it does, and `decorators` what stands above a function or class, both by the line
    of its first decorator and by that of its `def` or `class`; `lines` leads from the former to the latter. The lines
    in `generators` are those of functions that yield. `conditions` holds the names bound under a test on the version or
    the platform alone, with that test. `reexported` are the names imported as themselves (`import X as X`);
    `imported_at` says in which line a name is imported. `declared` is what `__all__` holds, with `X.__all__` for what
    it takes over from X, and None where there is none; `qualifiers` says for the line of an annotated name whether
    `ClassVar`, `Final` or `TypeAlias` stands around its type.
    """

    bodies: Mapping[int, Body] = field(default_factory=dict)
    decorators: Mapping[int, Sequence[ast.expr]] = field(default_factory=dict)
    lines: Mapping[int, int] = field(default_factory=dict)
    generators: frozenset[int] = frozenset()
    conditions: Mapping[str, str] = field(default_factory=dict)
    reexported: frozenset[str] = frozenset()
    declared: tuple[str, ...] | None = None
    qualifiers: Mapping[int, frozenset[str]] = field(default_factory=dict)
    imported_at: Mapping[str, int] = field(default_factory=dict)


def facts(tree: ast.Module) -> Facts:
    """Gather the facts of a parsed module, in which the branches that nobody takes are blanked out already."""
    bindings: dict[str, list[Condition]] = {}
    for name, condition in _bindings(tree.body, None):
        bindings.setdefault(name, []).append(condition)
    nodes = list(ast.walk(tree))
    imports = [node for node in nodes if isinstance(node, ast.ImportFrom | ast.Import)]
    defined = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)]
    annotated = [node for node in nodes if isinstance(node, ast.AnnAssign)]
    return Facts(
        bodies={line: body_of(node) for node in defined if not isinstance(node, ast.ClassDef) for line in _lines(node)},
        decorators={line: node.decorator_list for node in defined for line in _lines(node)},
        lines={line: node.lineno for node in defined for line in _lines(node)},
        generators=frozenset(
            line for node in defined if not isinstance(node, ast.ClassDef) and _yields(node) for line in _lines(node)
        ),
        conditions={name: found for name, tests in bindings.items() if (found := _combined(tests)) is not None},
        reexported=frozenset(a.name for node in imports for a in node.names if a.asname == a.name),
        declared=_declared(tree.body),
        qualifiers={node.lineno: frozenset(_qualifiers(node.annotation)) for node in annotated},
        imported_at={(a.asname or a.name).split(".")[0]: node.lineno for node in imports for a in node.names},
    )


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> tuple[int, ...]:
    """The lines by which a definition may be asked for: its own, and its first decorator's."""
    return (node.lineno, *(decorator.lineno for decorator in node.decorator_list[:1]))


def _yields(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a function yields itself: what is defined inside of it does not count."""
    waiting: list[ast.AST] = list(node.body)
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            waiting += ast.iter_child_nodes(inner)
    return False


NEVER = "never"


def _combined(tests: Sequence[Condition]) -> Condition:
    """A name that is bound whatever the test says, or under a test and under its opposite, is always there."""
    if None in tests or any(f"not ({test})" in tests for test in tests):
        return None
    return " or ".join(dict.fromkeys(test for test in tests if test is not None)) or None


def _bindings(body: Sequence[ast.stmt], condition: Condition) -> Iterator[tuple[str, Condition]]:
    for node in body:
        if isinstance(node, ast.If):
            then, otherwise = outcomes(node.test)
            yield from _bindings(node.body, _both(condition, then))
            yield from _bindings(node.orelse, _both(condition, otherwise))
        elif isinstance(node, ast.Try):
            for part in (node.body, *(handler.body for handler in node.handlers), node.orelse, node.finalbody):
                yield from _bindings(part, condition)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name, condition
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                yield (alias.asname or alias.name).split(".")[0], condition
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                yield from ((name.id, condition) for name in ast.walk(target) if isinstance(name, ast.Name))


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


def bound(body: Sequence[ast.stmt]) -> frozenset[str]:
    """The names that these statements bind."""
    return frozenset(name for name, condition in _bindings(body, None) if condition != NEVER)


def _both(outer: Condition, inner: Condition) -> Condition:
    if NEVER in (outer, inner):
        return NEVER
    return f"{outer} and {inner}" if outer and inner else outer or inner


def outcomes(test: ast.expr) -> tuple[Condition, Condition]:
    """The conditions of the two branches: None for always, NEVER for never."""
    text = ast.unparse(test)
    if "TYPE_CHECKING" in text:
        return (NEVER, None) if isinstance(test, ast.UnaryOp) else (None, NEVER)
    if "version_info" not in text and "platform" not in text:
        return None, None
    settled = _settled(test)
    if settled is not None:
        return (None, NEVER) if settled else (NEVER, None)
    return text, f"not ({text})"


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


def _qualifiers(annotation: ast.expr) -> Iterator[str]:
    """The names around a type: `ClassVar[Final[int]]` has two."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        try:
            annotation = ast.parse(annotation.value, mode="eval").body
        except SyntaxError:
            return
    head = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    name = head.attr if isinstance(head, ast.Attribute) else head.id if isinstance(head, ast.Name) else ""
    if name in ("ClassVar", "Final", "TypeAlias", "Required", "NotRequired", "ReadOnly", "InitVar"):
        yield name
        if isinstance(annotation, ast.Subscript):
            yield from _qualifiers(annotation.slice)
    elif name == "Annotated" and isinstance(annotation, ast.Subscript) and isinstance(annotation.slice, ast.Tuple):
        yield from _qualifiers(annotation.slice.elts[0])
