"""One module of a host: its functions, what stands around the calls in them, and what they name of the host itself."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from virtapi_analyzer.interface.call_sites import Scope
from virtapi_analyzer.interface.exception_names import constants, names_in
from virtapi_analyzer.interface.managers import Managers, around_decorated, managed_in
from virtapi_analyzer.interface.questions import asks_in
from virtapi_analyzer.interface.receivers import Kind
from virtapi_analyzer.interface.shelters import Reading, shelters
from virtapi_analyzer.model.call import Call
from virtapi_analyzer.model.location import Location
from virtapi_analyzer.model.shelter import Shelter


class How(Enum):
    """How a host names one of its functions."""

    OWN = "on itself"
    PLAIN = "by its path"
    LOOSE = "on something that nobody knows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place that names a function of the host.

    `name` is the path of the function (PLAIN) or its own name; `owner` the path of the class around (OWN). `handed`
    says that it is not called there.
    """

    how: How
    name: str
    within: str
    shelter: Shelter
    owner: str = ""
    handed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HostModule:
    """What one module says. `classes` hold the bases of each, `functions` the paths of all, `implementing` the paths of
    the classes of the interface itself."""

    name: str
    found: tuple[Call | Location, ...]
    functions: frozenset[str]
    classes: Mapping[str, tuple[str, ...]]
    implementing: frozenset[str]
    named: tuple[Named, ...]


def host_module(whole: Scope) -> HostModule:
    """What a module says, from its scope."""
    managers = _managers(whole)
    found: list[Call | Location] = []
    named: list[Named] = []
    for scope in whole.all():
        around = _around(scope, managers)
        found += scope.found(around)
        named += _named(scope, around)
    every = tuple(whole.all())
    classes = {scope.path: scope for scope in every if isinstance(scope.node, ast.ClassDef)}
    return HostModule(
        name=whole.receivers.module,
        found=tuple(found),
        functions=frozenset(scope.path for scope in every if isinstance(scope.node, _FUNCTIONS)),
        classes={path: tuple(_bases(scope)) for path, scope in classes.items()},
        implementing=frozenset(
            path
            for path, scope in classes.items()
            if isinstance(scope.node, ast.ClassDef) and whole.receivers.implements(scope.node)
        ),
        named=tuple(named),
    )


_FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef


def _managers(whole: Scope) -> Managers:
    """How the functions of a module are read; each once, and one that is being read already says nothing to itself."""
    known = constants(whole)
    done: dict[int, Mapping[int, Shelter]] = {}

    def read(scope: Scope) -> Mapping[int, Shelter]:
        if id(scope) not in done:
            done[id(scope)] = {}
            names = names_in(scope, known)
            managed = managed_in(scope, managers, names)
            reading = Reading(file=scope.file, names=names, asks=asks_in(scope), managed=managed)
            done[id(scope)] = shelters(scope.node.body, reading)
        return done[id(scope)]

    managers = Managers(whole=whole, read=read, names=lambda scope: names_in(scope, known))
    return managers


def _around(scope: Scope, managers: Managers) -> Mapping[int, Shelter]:
    """What stands around the nodes of a function, its decorators outermost."""
    inside, outermost = managers.read(scope), around_decorated(scope, managers)
    if not outermost:
        return inside
    return {id(node): (*inside.get(id(node), ()), *outermost) for node in scope.nodes}


def _bases(scope: Scope) -> Iterator[str]:
    assert isinstance(scope.node, ast.ClassDef)
    for base in scope.node.bases:
        if (path := scope.receivers.dotted(base, ())) is not None:
            yield path


def _named(scope: Scope, around: Mapping[int, Shelter]) -> Iterator[Named]:
    """Everything here that may be a function of the host, called or handed on."""
    called = {id(node.func) for node in scope.nodes if isinstance(node, ast.Call)}
    for node in scope.nodes:
        if not isinstance(node, ast.Name | ast.Attribute) or not isinstance(node.ctx, ast.Load):
            continue
        handed = id(node) not in called
        if (found := _function(node, scope)) is not None and (found[0] is not How.LOOSE or not handed):
            how, name, owner = found
            shelter = around.get(id(node), ())
            yield Named(how=how, name=name, owner=owner, within=scope.path, shelter=shelter, handed=handed)


def _function(node: ast.Name | ast.Attribute, scope: Scope) -> tuple[How, str, str] | None:
    match node:
        case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name) if owner := _class_around(scope):
            return How.OWN, name, owner
        case ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr=name) if owner := _class_around(scope):
            return How.OWN, name, owner
        case ast.Attribute(value=value, attr=name):
            if (path := scope.receivers.dotted(node, scope.frames)) is not None:
                return How.PLAIN, path, ""
            return None if scope.kind(value) is Kind.DRIVER else (How.LOOSE, name, "")
        case ast.Name(id=name):
            around: Scope | None = scope
            while around is not None:
                for inner in around.inner:
                    if isinstance(inner.node, _FUNCTIONS) and inner.node.name == name:
                        return How.PLAIN, inner.path, ""
                around = around.outer
            path = scope.receivers.dotted(node, scope.frames)
            return (How.PLAIN, path, "") if path is not None else None


def _class_around(scope: Scope) -> str:
    around: Scope | None = scope
    while around is not None and not isinstance(around.node, ast.ClassDef):
        around = around.outer
    return around.path if around is not None else ""
