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
