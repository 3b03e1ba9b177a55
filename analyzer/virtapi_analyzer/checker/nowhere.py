"""Names that lead nowhere: what they would be called, were they there.

A name that was imported from a module that is not there has an `Any` for mypy, one that is defined nowhere an error.
So that the same name is the same on both sides, the second kind is made the first: a text gets an import of it from a
module that nobody has.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from mypy.lookup import lookup_fully_qualified
from mypy.nodes import Import, ImportFrom, IndexExpr, MemberExpr, MypyFile, NameExpr, TypeInfo, Var
from mypy.types import AnyType, TypeOfAny, get_proper_type

from virtapi_analyzer.checker.isolation import MEMORY
from virtapi_analyzer.checker.message import Message
from virtapi_analyzer.checker.messages import undefined_name

_NOWHERE = "_virtapi_nowhere"


def leads_nowhere(fullname: str, modules: dict[str, MypyFile]) -> bool:
    """Whether a name, or what stands before its last dots, was imported from a module that is not there."""
    symbol = lookup_fully_qualified(fullname, modules)
    if symbol is None:
        holder = fullname.rpartition(".")[0]
        return holder not in modules and "." in holder and leads_nowhere(holder, modules)
    type_ = get_proper_type(symbol.node.type) if isinstance(symbol.node, Var) else None
    return isinstance(type_, AnyType) and type_.type_of_any == TypeOfAny.from_unimported_type


def origin(module: MypyFile, name: str) -> str:
    """What a name in a module is called where it comes from, as the module's imports say."""
    found = next(_imported(module, name), None)
    if found is None or found.startswith(f"{_NOWHERE}."):
        return f"{module.fullname}.{name}"
    return found


def _imported(module: MypyFile, name: str) -> Iterator[str]:
    first, _, rest = name.partition(".")
    for statement in module.imports:
        match statement:
            case Import():
                for path, alias in statement.ids:
                    if first == (alias or path.partition(".")[0]):
                        yield f"{path}.{rest}" if alias else name
            case ImportFrom():
                for original, alias in statement.names:
                    if first == (alias or original):
                        yield ".".join(part for part in (_home(module, statement), original, rest) if part)


def _home(module: MypyFile, statement: ImportFrom) -> str:
    if not statement.relative:
        return statement.id
    parts = module.fullname.split(".")
    up = statement.relative - (1 if module.is_package_init_file() else 0)
    return ".".join((*parts[: len(parts) - up], *([statement.id] if statement.id else [])))


def with_missing_names(
    files: Mapping[str, str], modules: Mapping[str, MypyFile], complaints: Iterable[Message]
) -> Mapping[str, str]:
    """The texts, in which each name that mypy found nowhere is imported from nowhere."""
    homes = {tree.path.removeprefix(MEMORY): tree for tree in modules.values()}
    wanted = defaultdict[str, set[str]](set)
    for complaint in complaints:
        name = undefined_name(complaint)
        if name is not None and (tree := homes.get(complaint.file)) is not None:
            holder, missing = _where(tree, name, modules)
            wanted[holder.path.removeprefix(MEMORY)].add(missing)
    return {
        file: text + "".join(f"\nfrom {_NOWHERE} import {name} as {name}" for name in sorted(wanted[file]))
        for file, text in files.items()
    }


def _where(tree: MypyFile, name: str, modules: Mapping[str, MypyFile]) -> tuple[MypyFile, str]:
    """The module that should define the first part of a name that is not there, and that part."""
    path = origin(tree, name)
    parts = path.split(".")
    for end in range(len(parts) - 1, 0, -1):
        holder = modules.get(".".join(parts[:end]))
        if holder is not None:
            return holder, parts[end]
    return tree, name.partition(".")[0]


def unknown_bases(info: TypeInfo, module: MypyFile) -> Iterator[str]:
    """The names of a class's bases of which nobody knows what they are."""
    for each in info.defn.base_type_exprs:
        base = each.base if isinstance(each, IndexExpr) else each
        node = base.node if isinstance(base, NameExpr | MemberExpr) else None
        type_ = get_proper_type(node.type) if isinstance(node, Var) else None
        if isinstance(base, NameExpr | MemberExpr) and (node is None or isinstance(type_, AnyType)):
            yield origin(module, _written(base))


def _written(name: NameExpr | MemberExpr) -> str:
    if isinstance(name, NameExpr):
        return name.name
    inner = name.expr
    return f"{_written(inner)}.{name.name}" if isinstance(inner, NameExpr | MemberExpr) else name.name
