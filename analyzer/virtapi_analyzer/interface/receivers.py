"""Which expressions of a host's source are drivers: by their type, by what was assigned to them, or by their name."""

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from virtapi_analyzer.interface.patterns import matches

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Assignment = tuple[ast.expr, ast.expr | None, ast.expr | None, bool]
"""What is bound to what: target, value, annotation, and whether it is the value's elements that are bound (a loop)."""

_WRAPPERS = frozenset({"Optional", "Union", "Annotated", "Final", "ClassVar"})
_CONTAINERS = frozenset(
    {"list", "tuple", "set", "frozenset", "dict", "List", "Tuple", "Set", "FrozenSet", "Dict"}
    | {"Sequence", "Collection", "Iterable", "Iterator", "Mapping", "MutableMapping", "MutableSequence"}
)
_LOOKS_INSIDE = frozenset({"values", "get", "pop", "setdefault"})


class Kind(Enum):
    """What an expression holds."""

    DRIVER = "a driver"
    MANY = "a container of drivers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What of an interface shows in a host: its package, the names of the classes that drivers implement and of their
    methods, and globs over the names that a host gives to a driver."""

    package: str
    classes: frozenset[str]
    methods: frozenset[str]
    names: tuple[str, ...] = ("driver", "*_driver")

    def named(self, name: str) -> Kind | None:
        """What a name says of what it holds."""
        if any(matches(pattern, name) for pattern in self.names):
            return Kind.DRIVER
        many = name.endswith("s") and any(matches(pattern, name[:-1]) for pattern in self.names)
        return Kind.MANY if many else None


@dataclass(slots=True, kw_only=True)
class Frame:
    """The names of one function (or of a module): those that it binds, and what of them holds drivers."""

    bound: frozenset[str] = frozenset()
    kinds: dict[str, Kind] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Receivers:
    """What one module says of drivers.

    `imports` maps names to what they were imported from, `attributes` and `results` what attributes and functions of
    this module hold and return: one that holds a driver in one of its classes is taken to hold one in all of them.
    """

    vocabulary: Vocabulary
    module: str
    imports: Mapping[str, str]
    attributes: dict[str, Kind] = field(default_factory=dict)
    results: dict[str, Kind] = field(default_factory=dict)

    def kind(self, node: ast.expr | None, frames: Sequence[Frame]) -> Kind | None:
        """What an expression holds, None where nothing says that it has to do with drivers."""
        match node:
            case ast.Name(id=name):
                return self._of_name(name, frames)
            case ast.Attribute(attr=name):
                return None if self.dotted(node, frames) else self.attributes.get(name) or self.vocabulary.named(name)
            case ast.Call():
                return self._of_call(node, frames)
            case ast.Subscript(value=value):
                return Kind.DRIVER if self.kind(value, frames) is Kind.MANY else None
            case ast.IfExp(body=first, orelse=second):
                return self.kind(first, frames) or self.kind(second, frames)
            case ast.BoolOp(values=values):
                return next(filter(None, (self.kind(value, frames) for value in values)), None)
            case ast.NamedExpr(value=value) | ast.Await(value=value) | ast.Starred(value=value):
                return self.kind(value, frames)
            case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
                found = any(self.kind(each, frames) is not None for each in elements)
                return Kind.MANY if found else None
            case _:
                return None

    def _of_name(self, name: str, frames: Sequence[Frame]) -> Kind | None:
        for frame in reversed(frames):
            if name in frame.kinds:
                return frame.kinds[name]
            if name in frame.bound:
                return self.vocabulary.named(name)
        return None if name in self.imports else self.vocabulary.named(name)

    def _of_call(self, call: ast.Call, frames: Sequence[Frame]) -> Kind | None:
        function = call.func
        if isinstance(function, ast.Name) and function.id == "getattr" and len(call.args) >= 2:
            name = literal(call.args[1])
            return self.kind(ast.Attribute(value=call.args[0], attr=name), frames) if name else None
        if isinstance(function, ast.Name | ast.Attribute):
            name = function.id if isinstance(function, ast.Name) else function.attr
            if name == "cast" and call.args:
                return self.annotated(call.args[0])
            if isinstance(function, ast.Attribute) and name in _LOOKS_INSIDE:
                inside = self.kind(function.value, frames)
                return (Kind.MANY if name == "values" else Kind.DRIVER) if inside is Kind.MANY else None
            return self.annotated(function) or self.results.get(name) or self.vocabulary.named(name)
        return None

    def annotated(self, node: ast.expr | None) -> Kind | None:
        """What a value with this annotation holds."""
        match node:
            case ast.Constant(value=str() as text):
                try:
                    return self.annotated(ast.parse(text, mode="eval").body)
                except SyntaxError:
                    return None
            case ast.Name() | ast.Attribute():
                return Kind.DRIVER if self._is_interface(self.dotted(node, ()) or "") else None
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return self.annotated(left) or self.annotated(right)
            case ast.Subscript(value=ast.Name(id=name) | ast.Attribute(attr=name), slice=inner):
                parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
                found = next(filter(None, map(self.annotated, parts)), None)
                if name in _CONTAINERS:
                    return Kind.MANY if found is Kind.DRIVER else None
                return found if name in _WRAPPERS else None
            case _:
                return None

    def dotted(self, node: ast.expr, frames: Sequence[Frame]) -> str | None:
        """The path that a dotted name leads to through an import or to a class here; None for anything else."""
        names: list[str] = []
        while isinstance(node, ast.Attribute):
            names.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name) or any(node.id in frame.bound for frame in frames):
            return None
        if node.id in self.imports:
            return ".".join((self.imports[node.id], *reversed(names)))
        return f"{self.module}.{node.id}" if not names else None

    def _is_interface(self, path: str) -> bool:
        """Whether a path names a class that drivers implement, re-exported or not."""
        first, _, rest = path.partition(".")
        outermost = self.vocabulary.package.partition(".")[0]
        return first == outermost and rest.rpartition(".")[2] in self.vocabulary.classes

    def implements(self, class_: ast.ClassDef) -> bool:
        """Whether a class of this module is one of the interface itself, whose defaults call the driver's methods."""
        return self._is_interface(f"{self.module}.{class_.name}")


def literal(node: ast.expr) -> str | None:
    """The text of a literal."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """Everything in a function or a module, without what stands in the functions and classes inside it."""
    waiting = [*reversed(list(_inside(scope)))]
    while waiting:
        node = waiting.pop()
        yield node
        definition = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        waiting += reversed(_outside(node) if definition else list(ast.iter_child_nodes(node)))


def _inside(scope: ast.AST) -> Iterable[ast.AST]:
    if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Module):
        return scope.body
    return ast.iter_child_nodes(scope)


def _outside(node: ast.AST) -> list[ast.AST]:
    """What of a definition is evaluated around it: decorators, bases, defaults."""
    match node:
        case ast.ClassDef(decorator_list=decorators, bases=bases, keywords=keywords):
            return [*decorators, *bases, *keywords]
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            decorators, args = node.decorator_list, node.args
            return [*decorators, *args.defaults, *(default for default in args.kw_defaults if default is not None)]
        case _:
            return []


def imports(tree: ast.Module, module: str, *, package: bool) -> Mapping[str, str]:
    """What every name that a module imports, at whatever level, was imported from; `package` says that it is an
    `__init__`."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.partition(".")[0]
                found[alias.asname or first] = alias.name if alias.asname else first
        elif isinstance(node, ast.ImportFrom):
            above = module.split(".") if package else module.split(".")[:-1]
            start = above[: len(above) - node.level + 1] if node.level else []
            source = ".".join((*start, *([node.module] if node.module else [])))
            found.update({alias.asname or alias.name: f"{source}.{alias.name}" for alias in node.names})
    return found


def parameters(function: Function) -> Iterator[ast.arg]:
    """All parameters of a function."""
    arguments = function.args
    yield from (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    yield from (each for each in (arguments.vararg, arguments.kwarg) if each is not None)


def assignments(nodes: Iterable[ast.AST]) -> Iterator[Assignment]:
    """What these nodes bind."""
    for node in nodes:
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from _unpacked(target, value)
            case ast.AnnAssign(target=target, value=bound, annotation=annotation):
                yield target, bound, annotation, False
            case ast.NamedExpr(target=target, value=value):
                yield target, value, None, False
            case ast.For(target=target, iter=value) | ast.AsyncFor(target=target, iter=value):
                yield target, value, None, True
            case ast.comprehension(target=target, iter=value):
                yield target, value, None, True
            case ast.withitem(context_expr=value, optional_vars=ast.expr() as target):
                yield target, value, None, False
            case _:
                pass


def _unpacked(target: ast.expr, value: ast.expr) -> Iterator[Assignment]:
    match target, value:
        case ((ast.Tuple(elts=targets) | ast.List(elts=targets)), (ast.Tuple(elts=values) | ast.List(elts=values))) if (
            len(targets) == len(values)
        ):
            for each, its in zip(targets, values, strict=True):
                yield from _unpacked(each, its)
        case _:
            yield target, value, None, False
