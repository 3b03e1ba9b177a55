"""Where things stand in a driver's source: the class and the function of a line, the lines of a member, what its
decorators and annotations name."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

Definition = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberOutline:
    """A member in its class: its first line (that of `def`), the line of its first decorator, and its last.

    `decorators` and `annotations` are as written; `inner` are the first and last lines of functions inside it,
    `returned` those of its `return` statements. `rebound` are the parameters that it sets.
    """

    name: str
    line: int
    start: int
    end: int
    decorators: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    annotations: tuple[str, ...] = ()
    inner: tuple[tuple[int, int], ...] = ()
    returned: tuple[tuple[int, int], ...] = ()
    rebound: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassOutline:
    """A class in its file: `path` is dotted, as mypy has it (`Local@12` in a function), `bases` are as written.

    `assigned` maps what its methods set on their receiver to the lines of the assignments.
    """

    path: str
    line: int
    start: int
    end: int
    bases: tuple[str, ...]
    members: Mapping[str, MemberOutline]
    assigned: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One name that a module imports: `module` as written behind `level` dots; `name` is None for `import module`."""

    module: str
    level: int
    name: str | None
    alias: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What a file says, whatever its module is called: the paths of its classes are relative to it."""

    classes: tuple[ClassOutline, ...]
    imports: tuple[Import, ...]
    attributes: frozenset[tuple[int, str]]
    calls: frozenset[tuple[int, int, str]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One module (`initial`: the `__init__` of a package).

    `classes` are by path, `imports` says what names are imported from (`module.name`). `attributes` are those that it
    reads of imported names, each with its line (`(12, "units.MiB")`), and of `super()` (`(14, "super.stop")`), `calls`
    what it calls of imported names, each with its first and last line.
    """

    module: str
    classes: Mapping[str, ClassOutline]
    imports: Mapping[str, str]
    attributes: frozenset[tuple[int, str]] = frozenset()
    calls: frozenset[tuple[int, int, str]] = frozenset()
    initial: bool = False

    def at(self, line: int) -> tuple[ClassOutline | None, MemberOutline | None]:
        """The innermost class around a line, and its member there."""
        around = [each for each in self.classes.values() if each.start <= line <= each.end]
        if not around:
            return None, None
        inner = max(around, key=lambda each: each.start)
        member = next((each for each in inner.members.values() if each.start <= line <= each.end), None)
        return inner, member


def outline(found: Sketch, module: str, *, initial: bool = False) -> Outline:
    """The outline of a module of that name; `initial` says that it is the `__init__` of a package."""
    placed = (replace(each, path=f"{module}.{each.path}") for each in found.classes)
    return Outline(
        module=module,
        classes={each.path: each for each in placed},
        imports=dict(_targets(found.imports, module, initial)),
        attributes=found.attributes,
        calls=found.calls,
        initial=initial,
    )


def uses(found: Sketch, module: str, *, initial: bool = False) -> Iterator[str]:
    """The modules and names that a module of that name imports, relative imports made absolute."""
    for each in found.imports:
        start = _absolute(each, module, initial)
        if start:
            yield start
        if each.name is not None:
            yield f"{start}.{each.name}" if start else each.name


def sketch(tree: ast.Module) -> Sketch:
    """Read all that is wanted of a tree, once."""
    imports: list[Import] = []
    attributes: set[tuple[int, str]] = set()
    calls: set[tuple[int, int, str]] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            start = node.module or ""
            imports += [Import(module=start, level=node.level, name=a.name, alias=a.asname) for a in node.names]
        elif isinstance(node, ast.Import):
            imports += [Import(module=a.name, level=0, name=None, alias=a.asname) for a in node.names]
        elif isinstance(node, ast.Attribute) and (dotted := _dotted(node)) is not None:
            attributes.add((node.lineno, dotted))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            called = node.func.id if isinstance(node.func, ast.Name) else _dotted(node.func)
            calls.update({(*_lines(node), called)} if called is not None else ())
    known = {"super"} | {each.alias or each.name or each.module.partition(".")[0] for each in imports}
    return Sketch(
        classes=tuple(_classes(tree.body, "")),
        imports=tuple(imports),
        attributes=frozenset(each for each in attributes if each[1].partition(".")[0] in known),
        calls=frozenset(each for each in calls if each[2].partition(".")[0] in known),
    )


def _classes(body: list[ast.stmt], path: str) -> Iterator[ClassOutline]:
    for statement in _flat(body):
        if isinstance(statement, ast.ClassDef):
            yield from _class(statement, f"{path}.{statement.name}" if path else statement.name)
        elif isinstance(statement, Definition):
            yield from _local(statement)


def _class(statement: ast.ClassDef, path: str) -> Iterator[ClassOutline]:
    assigned = defaultdict[str, set[int]](set)
    for method in _flat(statement.body):
        for name, line in _set_on_receiver(method) if isinstance(method, Definition) else ():
            assigned[name].add(line)
    yield ClassOutline(
        path=path,
        line=statement.lineno,
        start=min([statement.lineno, *(each.lineno for each in statement.decorator_list)]),
        end=statement.end_lineno or statement.lineno,
        bases=tuple(ast.unparse(base) for base in statement.bases),
        members=_by_name(_members(statement)),
        assigned={name: tuple(sorted(lines)) for name, lines in assigned.items()},
    )
    yield from _classes(statement.body, path)


def _local(function: Definition) -> Iterator[ClassOutline]:
    """The classes inside a function; mypy names each by its line, and nothing else that is around it."""
    for statement in _flat(function.body):
        if isinstance(statement, ast.ClassDef):
            yield from _class(statement, f"{statement.name}@{statement.lineno}")
        elif isinstance(statement, Definition):
            yield from _local(statement)


def _set_on_receiver(method: Definition) -> Iterator[tuple[str, int]]:
    """What a method sets on its first parameter, each with its line."""
    parameters = [*method.args.posonlyargs, *method.args.args]
    for node in ast.walk(method) if parameters else ():
        match node:
            case ast.Attribute(value=ast.Name(id=name), ctx=ast.Store()) if name == parameters[0].arg:
                yield node.attr, node.lineno
            case _:
                pass


def _by_name(members: Iterable[MemberOutline]) -> Mapping[str, MemberOutline]:
    """The members by name; what is defined in several pieces (overloads, a property and its setter) is one of them."""
    found: dict[str, MemberOutline] = {}
    for member in members:
        before = found.get(member.name)
        if before is not None and before.parameters and member.parameters:
            whole = replace(
                member,
                line=before.line,
                start=before.start,
                decorators=(*before.decorators, *member.decorators),
                annotations=(*before.annotations, *member.annotations),
                inner=(*before.inner, *member.inner),
                returned=(*before.returned, *member.returned),
                rebound=(*before.rebound, *member.rebound),
            )
            found[member.name] = whole
        else:
            found[member.name] = member
    return found


def _flat(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a body, those below `if`, `try` and their like as well."""
    for statement in body:
        yield statement
        if isinstance(statement, ast.Match):
            for case in statement.cases:
                yield from _flat(case.body)
        for name in ("body", "orelse", "finalbody"):
            if isinstance(statement, ast.If | ast.Try | ast.With | ast.For | ast.While):
                yield from _flat(getattr(statement, name, []))
        if isinstance(statement, ast.Try):
            for handler in statement.handlers:
                yield from _flat(handler.body)


def _members(around: ast.ClassDef) -> Iterator[MemberOutline]:
    for statement in _flat(around.body):
        if isinstance(statement, Definition):
            given = statement.args
            arguments = [*given.posonlyargs, *given.args, given.vararg, *given.kwonlyargs, given.kwarg]
            annotations = [each.annotation for each in arguments if each is not None] + [statement.returns]
            yield MemberOutline(
                name=statement.name,
                line=statement.lineno,
                start=min([statement.lineno, *(each.lineno for each in statement.decorator_list)]),
                end=statement.end_lineno or statement.lineno,
                decorators=tuple(ast.unparse(each) for each in statement.decorator_list),
                parameters=tuple(each.arg for each in arguments if each is not None),
                annotations=tuple(ast.unparse(each) for each in annotations if each is not None),
                inner=tuple(
                    _lines(each)
                    for each in ast.walk(statement)
                    if isinstance(each, Definition) and each is not statement
                ),
                returned=tuple(_lines(each) for each in ast.walk(statement) if isinstance(each, ast.Return)),
                rebound=tuple(
                    sorted({each.arg for each in arguments if each is not None}.intersection(_set_in(statement)))
                ),
            )
        elif isinstance(statement, ast.Assign | ast.AnnAssign):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            for target in targets:
                if isinstance(target, ast.Name):
                    last = statement.end_lineno or statement.lineno
                    yield MemberOutline(name=target.id, line=statement.lineno, start=statement.lineno, end=last)


def _set_in(function: Definition) -> Iterator[str]:
    """The names that stand for something else once a function has run."""
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            yield node.id


def _lines(node: ast.stmt | ast.expr) -> tuple[int, int]:
    return node.lineno, node.end_lineno or node.lineno


def _dotted(node: ast.Attribute) -> str | None:
    """A chain of attributes of a name, as written; None for those of anything else."""
    value: ast.expr = node
    parts: list[str] = []
    while isinstance(value, ast.Attribute):
        parts.insert(0, value.attr)
        value = value.value
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "super":
        value = value.func
    return ".".join([value.id, *parts]) if isinstance(value, ast.Name) else None


def _targets(imports: Iterable[Import], module: str, initial: bool) -> Iterator[tuple[str, str]]:
    for each in imports:
        if each.name is not None:
            yield each.alias or each.name, f"{_absolute(each, module, initial)}.{each.name}"
        elif each.alias is not None:
            yield each.alias, each.module
        else:
            first = each.module.partition(".")[0]
            yield first, first


def _absolute(each: Import, module: str, initial: bool) -> str:
    if not each.level:
        return each.module
    parts = module.split(".")
    above = parts[: len(parts) - each.level + (1 if initial else 0)]
    return ".".join([*above, *([each.module] if each.module else [])])
