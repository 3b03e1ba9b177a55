"""Twenty changes of the interface, the same whenever they are made: spread evenly over what there is to change."""

import ast
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

Method = tuple[ast.ClassDef, ast.FunctionDef]
Field = tuple[ast.ClassDef, ast.AnnAssign]
Place = TypeVar("Place", Method, Field)


def edit(package: Path) -> tuple[str, ...]:
    """Make the changes in the stubs of a package: what was changed, in a few words each."""
    stubs = sorted(package.rglob("*.pyi"))
    trees = {stub: ast.parse(stub.read_text(encoding="utf-8")) for stub in stubs}
    classes = [node for tree in trees.values() for node in tree.body if isinstance(node, ast.ClassDef)]
    made = (
        *_made(METHODS, [method for owner in classes for method in _methods(owner)]),
        *_made(FIELDS, [field for owner in classes for field in _fields(owner)]),
    )
    for stub, tree in trees.items():
        stub.write_text(ast.unparse(tree) + "\n", encoding="utf-8")
    return made


def retype(package: Path, *, round_: int = 0) -> tuple[str, ...]:
    """Change twenty types in the stubs of a package, and nothing else: what was changed, in a few words each.

    Every round changes others, so that what was answered in one is not yet known in the next.
    """
    stubs = sorted(package.rglob("*.pyi"))
    lines = {stub: stub.read_text(encoding="utf-8").splitlines(keepends=True) for stub in stubs}
    places = [place for stub in stubs for place in _annotations(stub, ast.parse("".join(lines[stub])))]
    chosen = [places[(number * len(places) // TYPES + round_) % len(places)] for number in range(TYPES)]
    made = []
    for number, (stub, name, node) in enumerate(chosen):
        old = ast.unparse(node)
        new = RETYPED[number % len(RETYPED)].format(old)
        line = lines[stub][node.lineno - 1].encode()
        changed = line[: node.col_offset] + new.encode() + line[node.end_col_offset :]
        lines[stub][node.lineno - 1] = changed.decode()
        made.append(f"{name} was {old} and is {new}")
    for stub in {stub for stub, _, _ in chosen}:
        stub.write_text("".join(lines[stub]), encoding="utf-8")
    return tuple(made)


TYPES = 20
RETYPED = ("{} | bytes", "object", "list[{}]", "str | bytes")
"""A type becomes wider, or another one."""


def _annotations(stub: Path, tree: ast.Module) -> Iterator[tuple[Path, str, ast.expr]]:
    """The types of parameters and of results in classes, and of fields, that stand on one line; at most one a line,
    so that each can be changed where it stands."""
    taken = set()
    for owner in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        for node in owner.body:
            for name, annotation in _annotated(node):
                if annotation.lineno == annotation.end_lineno and annotation.lineno not in taken:
                    taken.add(annotation.lineno)
                    yield stub, f"{owner.name}.{name}", annotation


def _annotated(node: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.AnnAssign(target=ast.Name(id=name)) if "ClassVar" not in ast.unparse(node.annotation):
            yield name, node.annotation
        case ast.FunctionDef(name=name, args=arguments, returns=returns):
            for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
                if each.annotation is not None and each.arg != "call":
                    yield f"{name}({each.arg})", each.annotation
            if returns is not None:
                yield name, returns


def _add_optional_parameter(method: Method) -> str:
    _add_keyword(method, "dry_run", "bool", ast.Constant(value=False))
    return "takes dry_run=False"


def _add_required_parameter(method: Method) -> str:
    _add_keyword(method, "reason", "str", None)
    return "demands reason"


def _rename_method(method: Method) -> str:
    method[1].name += "_now"
    return "has another name"


def _remove_method(method: Method) -> str:
    method[0].body.remove(method[1])
    return "is gone"


def _no_longer_abstract(method: Method) -> str:
    method[1].decorator_list = [each for each in method[1].decorator_list if ast.unparse(each) != "abstractmethod"]
    return "is not abstract"


def _remove_field(field: Field) -> str:
    field[0].body.remove(field[1])
    return "is gone"


def _demand_field(field: Field) -> str:
    field[1].value = None
    return "has no default"


def _add_field(field: Field) -> str:
    owner, node = field
    owner.body.insert(owner.body.index(node), ast.parse("added: str").body[0])
    return "has a new field before it"


METHODS: Sequence[Callable[[Method], str]] = (
    *[_add_optional_parameter] * 5,
    *[_add_required_parameter] * 3,
    *[_rename_method] * 2,
    *[_remove_method] * 2,
    *[_no_longer_abstract] * 2,
)
FIELDS: Sequence[Callable[[Field], str]] = (*[_add_field] * 3, *[_remove_field] * 2, _demand_field)


def _made(edits: Sequence[Callable[[Place], str]], places: Sequence[Place]) -> Iterator[str]:
    if len(places) < len(edits):
        raise ValueError(f"{len(edits)} changes need as many places, and there are {len(places)}")
    for number, change in enumerate(edits):
        owner, node = place = places[number * len(places) // len(edits)]
        name = getattr(node, "name", None) or ast.unparse(node)
        yield f"{owner.name}.{name} {change(place)}"


def _add_keyword(method: Method, name: str, kind: str, default: ast.expr | None) -> None:
    arguments = method[1].args
    arguments.kwonlyargs.append(ast.arg(name, annotation=ast.Name(kind)))
    arguments.kw_defaults.append(default)


def _methods(owner: ast.ClassDef) -> Iterator[Method]:
    for node in owner.body:
        if isinstance(node, ast.FunctionDef) and "abstractmethod" in map(ast.unparse, node.decorator_list):
            yield owner, node


def _fields(owner: ast.ClassDef) -> Iterator[Field]:
    if any(ast.unparse(decorator).startswith("dataclass") for decorator in owner.decorator_list):
        for node in owner.body:
            if isinstance(node, ast.AnnAssign) and node.value is not None:
                yield owner, node
