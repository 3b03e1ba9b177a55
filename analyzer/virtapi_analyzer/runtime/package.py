"""The texts of a package, parsed: stubs, modules written by hand, and the classes of both."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from virtapi_analyzer.model.errors import ReadingError

_EXCEPTIONS = frozenset({"BaseException", "Exception"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One file of the package: its name relative to the package's folder, its dotted name, lines and tree."""

    file: str
    dotted: str
    lines: tuple[str, ...]
    tree: ast.Module


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassAt:
    """A class of the package, and the module that it stands in."""

    module: Module
    node: ast.ClassDef


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """All of a package: the stubs by file, the modules written by hand by file, the classes by dotted name."""

    name: str
    stubs: Mapping[str, Module]
    by_hand: Mapping[str, Module]
    classes: Mapping[str, ClassAt]


def parse_package(texts: Mapping[str, str], name: str) -> Package:
    """Parse all stubs, and those modules that no stub stands beside.

    Raises:
        ReadingError: a file does not parse.
    """
    stubs = {file: _parse(file, text, name) for file, text in sorted(texts.items()) if file.endswith(".pyi")}
    by_hand = {
        file: _parse(file, text, name)
        for file, text in sorted(texts.items())
        if file.endswith(".py") and f"{file}i" not in stubs
    }
    classes = {
        f"{module.dotted}.{node.name}": ClassAt(module=module, node=node)
        for module in (*stubs.values(), *by_hand.values())
        for node in module.tree.body
        if isinstance(node, ast.ClassDef)
    }
    return Package(name=name, stubs=stubs, by_hand=by_hand, classes=classes)


def refuse(module: Module, node: ast.stmt | ast.expr, problem: str) -> ReadingError:
    """The error for what cannot be turned into run-time code: file and line, what is wrong, and what to do."""
    return ReadingError(f"{module.file}:{node.lineno}: {problem}")


def bases_of(package: Package, found: ClassAt) -> Iterator[ClassAt]:
    """The class itself and all its bases inside the package, each once; bases that go in a circle end."""
    waiting, seen = [found], set[int]()
    while waiting:
        each = waiting.pop(0)
        if id(each.node) in seen:
            continue
        seen.add(id(each.node))
        yield each
        names = imported_names(each.module)
        spelled = [base.id for base in each.node.bases if isinstance(base, ast.Name)]
        dotted = [names.get(name, f"{each.module.dotted}.{name}") for name in spelled]
        waiting += [package.classes[name] for name in dotted if name in package.classes]


def is_exception(package: Package, found: ClassAt) -> bool:
    """Whether a class derives from an exception of Python, through classes of the package."""
    return any(
        isinstance(base, ast.Name) and base.id in _EXCEPTIONS
        for each in bases_of(package, found)
        for base in each.node.bases
    )


def is_enum(package: Package, found: ClassAt) -> bool:
    """Whether a class is an enum, through classes of the package."""
    return any(
        ast.unparse(base).rpartition(".")[2] in ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag")
        for each in bases_of(package, found)
        for base in each.node.bases
    )


def dataclass_call(node: ast.ClassDef) -> ast.expr | None:
    """The `dataclass` decorator of a class, called or bare, or None."""
    return next((each for each in node.decorator_list if decorator_name(each) == "dataclass"), None)


def decorator_name(decorator: ast.expr) -> str:
    """The last part of a decorator's name: `abstractmethod` of `abc.abstractmethod`, `raises` of `raises(E)`."""
    function = decorator.func if isinstance(decorator, ast.Call) else decorator
    return ast.unparse(function).rpartition(".")[2]


def superseded_by(annotation: ast.expr) -> str | None:
    """The successor that `Annotated[…, Superseded(by="…", …)]` names, the last part of its name."""
    inside = annotation.slice if isinstance(annotation, ast.Subscript) else annotation
    return successor_in(inside.elts if isinstance(inside, ast.Tuple) else [])


def successor_in(words: Sequence[ast.expr]) -> str | None:
    """The successor that `superseded(by="…")` or `Superseded(by="…")` names among words of the contract."""
    for word in words:
        if isinstance(word, ast.Call) and decorator_name(word).lower() == "superseded":
            for each in word.keywords:
                if each.arg == "by" and isinstance(each.value, ast.Constant) and isinstance(each.value.value, str):
                    return each.value.value.rpartition(".")[2]
    return None


def imported_names(module: Module) -> dict[str, str]:
    """What each imported name of a module stands for, as a dotted name."""
    names: dict[str, str] = {}
    for node in module.tree.body:
        if isinstance(node, ast.ImportFrom):
            origin = origin_of(node, module)
            names |= {each.asname or each.name: f"{origin}.{each.name}" for each in node.names}
        elif isinstance(node, ast.Import):
            names |= {each.asname or each.name.partition(".")[0]: each.name for each in node.names}
    return names


def origin_of(node: ast.ImportFrom, module: Module) -> str:
    """The absolute name of the module that a `from` import reads from."""
    if not node.level:
        return node.module or ""
    here = module.dotted.split(".")
    if not module.file.endswith(("__init__.pyi", "__init__.py")):
        here = here[:-1]
    here = here[: len(here) - node.level + 1]
    return ".".join([*here, *([node.module] if node.module else [])])


def _parse(file: str, text: str, package: str) -> Module:
    try:
        tree = ast.parse(text, filename=file)
    except (SyntaxError, ValueError) as error:
        line = f":{error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
        raise ReadingError(f"{file}{line}: cannot be parsed: {error.args[0]}; correct it and run again") from None
    parts = PurePosixPath(file).with_suffix("").parts
    dotted = ".".join((package, *(part for part in parts if part != "__init__")))
    return Module(file=file, dotted=dotted, lines=tuple(text.split("\n")), tree=tree)
