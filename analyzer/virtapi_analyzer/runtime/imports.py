"""Which imports of a stub its run-time module needs to run, and which only a type checker needs."""

import ast
import sys
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from virtapi_analyzer.runtime.layout import WIDTH
from virtapi_analyzer.runtime.package import Module, Package, dataclass_call, origin_of, refuse


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Import:
    """One imported name: `from origin import name as local`, or `import origin as local` where name is empty."""

    origin: str
    name: str
    local: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imports:
    """The imports of a run-time module, by when they are needed."""

    running: frozenset[Import]
    checking: frozenset[Import]


def sort_imports(module: Module, *, without: Set[ast.AST] = frozenset()) -> Imports:
    """Keep what the module needs, and tell what it needs to run from what only its annotations name.

    Annotations are not evaluated at run time, but for the fields of dataclasses: construction reads their types.

    Args:
        module: the stub.
        without: what of it the run-time module leaves out.
    Raises:
        ReadingError: a star import, which hides what is needed.
    """
    running, checking = _names_running(module.tree, without), set(_names(module.tree, without))
    given = list(_imports(module))
    needed = {each for each in given if each.local in running or _re_exported(module, each)}
    return Imports(
        running=frozenset(needed),
        checking=frozenset(each for each in given if each.local in checking and each not in needed),
    )


def _names_running(tree: ast.Module, without: Set[ast.AST]) -> set[str]:
    """The names that running the module evaluates."""
    return {name for node in _evaluated(tree.body, fields=False) for name in _names(node, without)} | _exported(tree)


def import_block(imports: Iterable[Import], package: str, indent: str = "") -> str:
    """Import statements in the order and layout that ruff gives them; a block of standard library, others, own."""
    blocks: list[list[str]] = [[], [], [], []]
    modules: dict[str, list[Import]] = {}
    for each in imports:
        modules.setdefault(each.origin, []).append(each)
    for plain in (True, False):
        for origin in sorted(modules):
            named = [each for each in modules[origin] if (not each.name) == plain]
            if named:
                blocks[_section(origin, package)].extend(_statements(origin, named, indent))
    return "\n\n".join("\n".join(block) for block in blocks if block)


def running_imports(module: Module, package: Package) -> Iterator[str]:
    """The modules of the package that a module written by hand imports as soon as it is imported itself."""
    known = {each.dotted for each in (*package.stubs.values(), *package.by_hand.values())}
    for node in module.tree.body:
        if isinstance(node, ast.ImportFrom):
            origin = origin_of(node, module)
            for name in node.names:
                dotted = f"{origin}.{name.name}"
                yield dotted if dotted in known else origin


def _evaluated(body: list[ast.stmt], *, fields: bool) -> Iterator[ast.expr]:
    """The expressions that running these statements evaluates; with `fields`, the annotations of a class body too."""
    for node in body:
        match node:
            case ast.ClassDef():
                yield from node.decorator_list
                yield from node.bases
                yield from (each.value for each in node.keywords)
                yield from _evaluated(node.body, fields=dataclass_call(node) is not None)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield from node.decorator_list
                yield from node.args.defaults
                yield from (each for each in node.args.kw_defaults if each is not None)
            case ast.AnnAssign():
                if node.value is not None:
                    yield node.value
                if fields:
                    yield node.annotation
            case ast.Assign() | ast.Expr():
                yield node.value
            case _:
                pass


def _names(node: ast.AST, without: Set[ast.AST]) -> Iterator[str]:
    if node in without:
        return
    if isinstance(node, ast.Name):
        yield node.id
    for each in ast.iter_child_nodes(node):
        yield from _names(each, without)


def _exported(tree: ast.Module) -> set[str]:
    """The names in `__all__`: they must be there at run time."""
    return {
        each.value
        for node in tree.body
        if isinstance(node, ast.Assign) and any(ast.unparse(target) == "__all__" for target in node.targets)
        for each in ast.walk(node.value)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    }


def _imports(module: Module) -> Iterator[Import]:
    for node in module.tree.body:
        if isinstance(node, ast.ImportFrom):
            for each in node.names:
                if each.name == "*":
                    raise refuse(module, node, "a star import hides what is needed at run time: name what is imported")
                yield Import(origin=origin_of(node, module), name=each.name, local=each.asname or each.name)
        elif isinstance(node, ast.Import):
            for each in node.names:
                yield Import(origin=each.name, name="", local=each.asname or each.name.partition(".")[0])


def _re_exported(module: Module, one: Import) -> bool:
    """Whether the stub says `from x import name as name`, which makes it part of the module."""
    return any(
        each.asname == each.name == one.name
        for node in module.tree.body
        if isinstance(node, ast.ImportFrom)
        for each in node.names
    )


def _section(origin: str, package: str) -> int:
    top = origin.partition(".")[0]
    if top == "__future__":
        return 0
    if top in sys.stdlib_module_names:
        return 1
    return 3 if top == package else 2


def _statements(origin: str, named: list[Import], indent: str) -> list[str]:
    if not named[0].name:
        return [
            f"{indent}import {origin}" + (f" as {each.local}" if each.local != origin.partition(".")[0] else "")
            for each in sorted(named)
        ]
    spelled = [
        each.name if each.name == each.local else f"{each.name} as {each.local}"
        for each in sorted(named, key=lambda each: _member_order(each.name))
    ]
    line = f"{indent}from {origin} import {', '.join(spelled)}"
    if len(line) <= WIDTH:
        return [line]
    return [f"{indent}from {origin} import (", *(f"{indent}    {each}," for each in spelled), f"{indent})"]


def _member_order(name: str) -> tuple[int, str]:
    """Constants, then classes, then the rest."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2, name)
