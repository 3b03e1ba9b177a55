"""Everything that the stubs name says what it means, and each method says all that its caller must know."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import virtapi

FOLDER = Path(virtapi.__file__).parent
STUBS = sorted(FOLDER.rglob("*.pyi"))
SECTION = re.compile(r"^(Args|Returns|Raises|State|Repeats|Before|After):", re.MULTILINE)
ORDER = ["Args", "Returns", "Raises", "State", "Repeats", "Before", "After"]


def name_of(file: Path) -> str:
    return file.relative_to(FOLDER).as_posix()


def classes(file: Path) -> Iterator[ast.ClassDef]:
    return (node for node in ast.parse(file.read_text()).body if isinstance(node, ast.ClassDef))


def decorators(node: ast.ClassDef | ast.FunctionDef) -> dict[str, ast.expr]:
    return {ast.unparse(each.func if isinstance(each, ast.Call) else each): each for each in node.decorator_list}


METHODS = [
    (f"{owner.name}.{node.name}", node)
    for file in STUBS
    for owner in classes(file)
    if decorators(owner).keys() & {"driver_interface", "host_interface"}
    for node in owner.body
    if isinstance(node, ast.FunctionDef) and "property" not in decorators(node)
]


@pytest.mark.parametrize("file", STUBS, ids=name_of)
def test_every_module_class_method_field_member_and_constant_is_documented(file: Path) -> None:
    tree = ast.parse(file.read_text())
    missing = [] if ast.get_docstring(tree) else ["the module"]
    for body in [tree.body, *(owner.body for owner in classes(file))]:
        for node, after in zip(body, [*body[1:], None], strict=True):
            match node:
                case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                    documented = ast.get_docstring(node) is not None
                case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                    documented = isinstance(after, ast.Expr) or name in ("__all__", "MESSAGE")
                case _:
                    continue
            if not documented:
                missing.append(name)
    assert missing == []


@pytest.mark.parametrize(("name", "node"), METHODS, ids=[name for name, _ in METHODS])
def test_a_method_has_the_sections_that_its_caller_needs(name: str, node: ast.FunctionDef) -> None:
    text = ast.get_docstring(node) or ""
    sections = SECTION.findall(text)
    assert sections == sorted(sections, key=ORDER.index)
    assert {"State", "Repeats"} <= set(sections)
    parameters = [each.arg for each in (*node.args.posonlyargs[1:], *node.args.args[1:], *node.args.kwonlyargs)]
    assert list(entries(text, "Args")) == parameters
    assert ("Returns" in sections) == (ast.unparse(node.returns or ast.Constant(None)) != "None")
    declared = decorators(node).get("raises")
    errors = [ast.unparse(each) for each in declared.args] if isinstance(declared, ast.Call) else []
    assert list(entries(text, "Raises")) == errors == sorted(errors)


def test_an_exception_says_which_state_it_leaves_behind() -> None:
    errors = classes(FOLDER / "exceptions.pyi")
    documented = {each.name: ast.get_docstring(each) or "" for each in errors}
    silent = [name for name, text in documented.items() if "State:" not in text and "not raised itself" not in text]
    assert silent == []


def entries(text: str, section: str) -> Iterator[str]:
    """The names that a section explains."""
    parts = SECTION.split(text)
    if section in parts:
        for line in parts[parts.index(section) + 1].splitlines():
            if found := re.match(r" {4}(\w+): ", line):
                yield found[1]
