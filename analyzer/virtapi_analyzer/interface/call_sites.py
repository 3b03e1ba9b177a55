"""The calls of drivers in one module of a host, from its syntax alone."""

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from virtapi_analyzer.interface.arguments import Locals, arguments, locals_of
from virtapi_analyzer.interface.receivers import (
    Assignment,
    Frame,
    Kind,
    Receivers,
    Vocabulary,
    assignments,
    imports,
    literal,
    own_nodes,
    parameters,
)
from virtapi_analyzer.model.call import Arguments, Call
from virtapi_analyzer.model.location import Location
from virtapi_analyzer.model.shelter import Shelter

_SCOPES = ast.FunctionDef | ast.AsyncFunctionDef
NO_SHELTER: Mapping[int, Shelter] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bound:
    """A method of a driver, taken and not called yet; `passed` is what a `partial` of it passes."""

    method: str
    passed: Arguments = Arguments()  # noqa: RUF009  it is frozen


def call_sites(
    tree: ast.Module, *, module: str, file: str, vocabulary: Vocabulary, package: bool = False
) -> Iterator[Call | Location]:
    """Every call of a driver's method in a module, and every place that takes one by a name that nobody can see.

    A method that is handed on, alone or in a `partial`, is a call that may pass more. `package` says that the module
    is an `__init__`.
    """
    for scope in scopes(tree, module=module, file=file, vocabulary=vocabulary, package=package).all():
        yield from scope.found()


def scopes(tree: ast.Module, *, module: str, file: str, vocabulary: Vocabulary, package: bool = False) -> "Scope":
    """A module of a host as a scope that knows, as do those inside it, which of its names hold drivers."""
    receivers = Receivers(vocabulary=vocabulary, module=module, imports=imports(tree, module, package=package))
    whole = Scope(node=tree, receivers=receivers, file=file)
    for _ in range(2):  # what one function puts into an attribute, another one reads
        for scope in whole.all():
            scope.learn()
    return whole


@dataclass(slots=True, kw_only=True)
class Scope:
    """A module, a class or a function, and what its names hold. The names of a class are not those of its methods."""

    node: ast.Module | ast.ClassDef | _SCOPES
    receivers: Receivers
    file: str
    name: str = ""
    outer: "Scope | None" = None
    frames: tuple[Frame, ...] = ()
    methods: Mapping[str, tuple[_Bound, ...]] = field(default_factory=dict)
    known: Locals = field(default_factory=Locals)
    inner: "list[Scope]" = field(default_factory=list)
    nodes: tuple[ast.AST, ...] = ()
    assigned: tuple[Assignment, ...] = ()

    def __post_init__(self) -> None:
        self.nodes = tuple(own_nodes(self.node))
        self.assigned = tuple(assignments(self.nodes))
        self.known = locals_of(self.nodes, self.assigned)
        own = self._frame()
        around = self.frames
        self.frames = (*around, own)
        visible = around if isinstance(self.node, ast.ClassDef) else self.frames
        for node in self.nodes:
            if isinstance(node, ast.ClassDef | _SCOPES):
                name = f"{self.name}.{node.name}" if self.name else node.name
                inside = Scope(
                    node=node, receivers=self.receivers, file=self.file, name=name, outer=self, frames=visible
                )
                if isinstance(self.node, ast.ClassDef) and isinstance(node, _SCOPES):
                    inside.in_class(self.node)
                self.inner.append(inside)

    def all(self) -> "Iterator[Scope]":
        """This one and all inside it."""
        yield self
        for inside in self.inner:
            yield from inside.all()

    def in_class(self, class_: ast.ClassDef) -> None:
        """Let `self` be a driver in a class of the interface."""
        first = next(parameters(self.node), None) if isinstance(self.node, _SCOPES) else None
        if first is not None and self.receivers.implements(class_):
            self.frames[-1].kinds[first.arg] = Kind.DRIVER

    def _frame(self) -> Frame:
        targets = (each for target, *_ in self.assigned for each in ast.walk(target))
        bound = {each.id for each in targets if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
        lambdas = [node for node in self.nodes if isinstance(node, ast.Lambda)]
        own = [self.node, *lambdas] if isinstance(self.node, _SCOPES) else lambdas
        arguments_ = [each for function in own for each in parameters(function)]
        kinds = {each.arg: kind for each in arguments_ if (kind := self.receivers.annotated(each.annotation))}
        declared = {name for node in self.nodes if isinstance(node, ast.Global) for name in node.names}
        return Frame(bound=frozenset((bound | {each.arg for each in arguments_}) - declared), kinds=kinds)

    def learn(self) -> None:
        """Note what the assignments here, and the annotations, say of names and attributes."""
        in_class = isinstance(self.node, ast.ClassDef)
        for assignment in self.assigned:
            target, kind = self._held(assignment)
            if kind is None:
                continue
            if isinstance(target, ast.Attribute):
                self.receivers.attributes.setdefault(target.attr, kind)
            elif isinstance(target, ast.Name):
                (self.receivers.attributes if in_class else self.frames[-1].kinds).setdefault(target.id, kind)
        if isinstance(self.node, _SCOPES) and (kind := self.receivers.annotated(self.node.returns)):
            is_property = any("property" in ast.unparse(each) for each in self.node.decorator_list)
            (self.receivers.attributes if is_property else self.receivers.results).setdefault(self.node.name, kind)
        self.methods = self._aliases()

    def _held(self, assignment: Assignment) -> tuple[ast.expr, Kind | None]:
        """What is bound, and what it holds then."""
        target, value, annotation, elements = assignment
        if not elements:
            return target, self.receivers.annotated(annotation) or self.kind(value)
        match target, value:
            case ast.Tuple(elts=[_, second]), ast.Call(func=ast.Attribute(value=owner, attr="items"), args=[]):
                return second, Kind.DRIVER if self.kind(owner) is Kind.MANY else None
            case _:
                return target, Kind.DRIVER if self.kind(value) is Kind.MANY else None

    def kind(self, node: ast.expr | None) -> Kind | None:
        """What an expression here holds, None where nothing says that it has to do with drivers."""
        return self.receivers.kind(node, self.frames)

    def _aliases(self) -> Mapping[str, tuple[_Bound, ...]]:
        """The names that stand for a method of a driver here."""
        found: dict[str, tuple[_Bound, ...]] = {}
        for target, value, _, elements in self.assigned:
            if isinstance(target, ast.Name) and value is not None and not elements:
                bound = tuple(self._bound(value, found))
                if bound:
                    found[target.id] = (*found.get(target.id, ()), *bound)
        return found

    def _bound(self, node: ast.expr, aliases: Mapping[str, tuple[_Bound, ...]]) -> Iterator[_Bound]:
        """The methods that an expression stands for; nothing where it is no method of a driver."""
        match node:
            case ast.Attribute(value=value, attr=method) if method in self.receivers.vocabulary.methods:
                if self.kind(value) is Kind.DRIVER:
                    yield _Bound(method=method)
            case ast.Name(id=name):
                yield from aliases.get(name, ())
            case ast.IfExp(body=first, orelse=second):
                yield from (*self._bound(first, aliases), *self._bound(second, aliases))
            case ast.BoolOp(values=values):
                for value in values:
                    yield from self._bound(value, aliases)
            case ast.Call(args=[first, second, *_]) if _calls(node, "getattr"):
                if (taken := literal(second)) is not None:
                    yield from self._bound(ast.Attribute(value=first, attr=taken), aliases)
            case ast.Call(args=[first, *rest], keywords=keywords) if _calls(node, "partial"):
                for each in self._bound(first, aliases):
                    passed = arguments(rest, keywords, self.known, each.passed)
                    yield _Bound(method=each.method, passed=passed)
            case _:
                pass

    @property
    def path(self) -> str:
        """The dotted path of the function, the class or the module."""
        return f"{self.receivers.module}.{self.name}" if self.name else self.receivers.module

    def found(self, shelter: Mapping[int, Shelter] = NO_SHELTER) -> Iterator[Call | Location]:
        """The calls here, and the places where a method is taken by a name that nobody can see.

        `shelter` is what stands around the nodes here, by their ids.
        """
        calls = tuple(self._calls())
        answers = _answers(self.nodes)
        for node, call in calls:
            before = [
                (its.method, caught)
                for tried, caught in answers.get(id(node), ())
                for other, its in calls
                if id(other) in tried
            ]
            after = (caught for method, caught in before if method == call.method)
            instead_of = (method for method, caught in before if method != call.method and _left_out(caught))
            yield replace(
                call,
                after=tuple(dict.fromkeys(after)),
                instead_of=tuple(dict.fromkeys(instead_of)),
                shelter=shelter.get(id(node), ()),
            )
        yield from self._dynamic()

    def _dynamic(self) -> Iterator[Location]:
        for node in self.nodes:
            match node:
                case ast.Call(args=[owner, name, *_]) if _calls(node, "getattr") and literal(name) is None:
                    if self.kind(owner) is Kind.DRIVER:
                        yield Location(file=self.file, line=node.lineno)
                case _:
                    pass

    def _calls(self) -> Iterator[tuple[ast.expr, Call]]:
        """The expressions that call a method of a driver, or hand one on, each with what it passes."""
        nodes = [node for node in self.nodes if isinstance(node, ast.expr)]
        used = self._used(nodes)
        for node in nodes:
            if isinstance(node, ast.Call):
                for bound in self._bound(node.func, self.methods):
                    passed = arguments(node.args, node.keywords, self.known, bound.passed)
                    yield node, self._call(bound.method, passed, node.func)
            if id(node) in used or not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
                continue
            if isinstance(node, ast.Attribute | ast.Name | ast.Call):
                for bound in self._bound(node, self.methods):
                    yield node, self._call(bound.method, _open(bound.passed), node)

    def _used(self, nodes: Sequence[ast.expr]) -> frozenset[int]:
        """The expressions whose method is called, taken into a `partial`, or given a name: not handed on."""
        calls = [node for node in nodes if isinstance(node, ast.Call)]
        taken: list[ast.expr] = [call.func for call in calls]
        taken += [call.args[0] for call in calls if call.args and _calls(call, "partial")]
        for target, value, _, _ in self.assigned:
            if isinstance(target, ast.Name) and target.id in self.methods and value is not None:
                taken.append(value)
        for each in taken:  # grows while it is read
            if isinstance(each, ast.IfExp):
                taken += [each.body, each.orelse]
            elif isinstance(each, ast.BoolOp):
                taken += each.values
        return frozenset(map(id, taken))

    def _call(self, method: str, passed: Arguments, node: ast.expr) -> Call:
        location = Location(file=self.file, line=node.end_lineno or node.lineno)
        return Call(method=method, arguments=passed, location=location, function=self.name, within=self.path)


def _left_out(caught: str) -> bool:
    """Whether a handler of these exceptions, as they are written, answers a driver that has left out a method."""
    return "NotImplementedError" in caught


def _open(passed: Arguments) -> Arguments:
    return replace(passed, more_positional=True, more_keywords=True)


def _answers(nodes: Iterable[ast.AST]) -> Mapping[int, list[tuple[frozenset[int], str]]]:
    """For every node in a handler of exceptions what is tried there, as ids of its nodes, and what is caught."""
    found: dict[int, list[tuple[frozenset[int], str]]] = {}
    for node in nodes:
        if isinstance(node, ast.Try) and node.handlers:
            tried = frozenset(id(each) for statement in node.body for each in ast.walk(statement))
            for handler in node.handlers:
                caught = ast.unparse(handler.type) if handler.type is not None else "any exception"
                for each in ast.walk(handler):
                    found.setdefault(id(each), []).append((tried, caught))
    return found


def _calls(call: ast.Call, name: str) -> bool:
    """Whether it calls a function of that name, from whatever module."""
    function = call.func
    return (isinstance(function, ast.Name) and function.id == name) or (
        isinstance(function, ast.Attribute) and function.attr == name
    )
