"""Where drivers in the source of a host use what they inherit from the interface."""

import ast
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from virtapi_analyzer.interface.library import decoded, module_name
from virtapi_analyzer.interface.receivers import Receivers, Vocabulary, imports, own_nodes
from virtapi_analyzer.interface.tree import Tree
from virtapi_analyzer.model.call import Use
from virtapi_analyzer.model.errors import AnalyzerError
from virtapi_analyzer.model.location import Location

_FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A class of a host's source. `own` are the names that it, or an object of it, defines itself."""

    node: ast.ClassDef
    path: str
    file: str
    receivers: Receivers
    bases: tuple[str, ...]
    own: frozenset[str]
    derives: bool = field(default=False)


def drivers_in(files: Sequence[tuple[Tree, str]], vocabulary: Vocabulary) -> int:
    """How many classes in these files name a class of the interface as their base, by what can be seen at a glance."""
    names = "|".join(map(re.escape, sorted(vocabulary.classes)))
    derived = re.compile(rf"^class\s+\w+\s*\([^)]*\b(?:{names})\b".encode(), re.MULTILINE)
    return sum(len(derived.findall(tree.read(file))) for tree, file in files)


def inherited_uses(
    files: Sequence[tuple[Tree, str]], names: Collection[str], vocabulary: Vocabulary
) -> Mapping[str, tuple[Use, ...]]:
    """For each of these members of the interface where drivers in these files use it as they inherit it: through
    `super()`, through the class of the interface, or on themselves without a definition of their own.

    Only files that have one of the names are read; what a driver inherits by way of others is not seen.
    """
    word = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b".encode())
    classes = {each.path: each for tree, file in files for each in _classes(tree, file, word, vocabulary)}
    found: dict[str, list[Use]] = {}
    for class_ in classes.values():
        lines = list(_line(class_, classes))
        if not any(each.derives for each in lines):
            continue
        own = {name for each in lines for name in each.own}
        for name, use in _uses(class_, names, own):
            found.setdefault(name, []).append(use)
    return {name: tuple(uses) for name, uses in found.items()}


def _classes(tree: Tree, file: str, word: re.Pattern[bytes], vocabulary: Vocabulary) -> Iterator[_Found]:
    content = tree.read(file)
    if word.search(content) is None:
        return
    place, module = tree.locate(file), module_name(file)
    try:
        parsed = ast.parse(decoded(content, place))
    except (AnalyzerError, SyntaxError, ValueError, RecursionError, MemoryError):
        return  # it is counted where the calls are read
    package = file.endswith("__init__.py")
    receivers = Receivers(vocabulary=vocabulary, module=module, imports=imports(parsed, module, package=package))
    for node in ast.walk(parsed):
        if isinstance(node, ast.ClassDef) and not receivers.implements(node):
            bases = tuple(path for base in node.bases if (path := receivers.dotted(base, ())) is not None)
            yield _Found(
                node=node,
                path=f"{module}.{node.name}",
                file=place,
                receivers=receivers,
                bases=bases,
                own=frozenset(_defined(node)),
                derives=any(receivers.annotated(base) is not None for base in node.bases),
            )


def _defined(class_: ast.ClassDef) -> Iterator[str]:
    for node in ast.walk(class_):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                yield name
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case _:
                pass


def _line(class_: _Found, classes: Mapping[str, _Found]) -> Iterator[_Found]:
    """A class and those of the host that it derives from."""
    waiting, seen = [class_], set[str]()
    while waiting:
        each = waiting.pop()
        if each.path not in seen:
            seen.add(each.path)
            yield each
            waiting += [classes[base] for base in each.bases if base in classes]


def _uses(class_: _Found, names: Collection[str], own: Collection[str]) -> Iterator[tuple[str, Use]]:
    for function in (node for node in class_.node.body if isinstance(node, _FUNCTIONS)):
        nodes = [*own_nodes(function)]
        nodes += [each for inner in nodes if isinstance(inner, _FUNCTIONS) for each in own_nodes(inner)]
        for node in nodes:
            match node:
                case ast.Attribute(value=value, attr=name, ctx=ast.Load()) if name in names:
                    if _inherits(value, class_.receivers) or (_is_self(value) and name not in own):
                        location = Location(file=class_.file, line=node.end_lineno or node.lineno)
                        yield name, Use(location=location, function=f"{class_.node.name}.{function.name}")
                case _:
                    pass


def _inherits(value: ast.expr, receivers: Receivers) -> bool:
    """Whether it is `super()`, or the class of the interface itself."""
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id == "super"
    return receivers.annotated(value) is not None


def _is_self(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id == "self"
