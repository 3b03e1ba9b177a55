"""Everything that the stubs name says what it means, and nothing is wrong with the interface by itself.

What must be documented the analyzer's rules say; here is how: in which order.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import virtapi
from virtapi.flags import Capability
from virtapi_analyzer import rules
from virtapi_analyzer.compare.surface import parts
from virtapi_analyzer.interface.reading import read_interface
from virtapi_analyzer.interface.sources import open_tree

FOLDER = Path(virtapi.__file__).parent
STUBS = sorted(FOLDER.rglob("*.pyi"))
SECTION = re.compile(r"^(Args|Returns|Raises|State|Repeats|Before|After):", re.MULTILINE)
ORDER = ["Args", "Returns", "Raises", "State", "Repeats", "Before", "After"]


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


def test_nothing_is_wrong_with_the_interface_by_itself() -> None:
    tree = open_tree(str(FOLDER.parent), package="virtapi", project=FOLDER.parent)
    faults = rules.faults(parts(read_interface(tree, package="virtapi")))
    assert [f"{fault.rule} at {fault.path}: {fault.message}" for fault in faults] == []


@pytest.mark.parametrize(("name", "node"), METHODS, ids=[name for name, _ in METHODS])
def test_the_sections_of_a_method_and_what_is_in_them_have_their_order(name: str, node: ast.FunctionDef) -> None:
    text = ast.get_docstring(node) or ""
    sections = SECTION.findall(text)
    assert sections == sorted(sections, key=ORDER.index)
    parameters = [each.arg for each in (*node.args.posonlyargs[1:], *node.args.args[1:], *node.args.kwonlyargs)]
    assert list(entries(text, "Args")) == parameters
    declared = decorators(node).get("raises")
    errors = [ast.unparse(each) for each in declared.args] if isinstance(declared, ast.Call) else []
    assert list(entries(text, "Raises")) == errors == sorted(errors)


def test_an_exception_says_which_state_it_leaves_behind() -> None:
    errors = classes(FOLDER / "exceptions.pyi")
    documented = {each.name: ast.get_docstring(each) or "" for each in errors}
    silent = [name for name, text in documented.items() if "State:" not in text and "not raised itself" not in text]
    assert silent == []


def test_a_flag_that_is_asked_for_is_one() -> None:
    text = " ".join(" ".join(file.read_text().split()) for file in STUBS)
    asked = re.findall(r"with the flag `(\w+)`(?:, or `(\w+)`)?", text)
    assert {"CONFIG_DRIVE", "INTERFACE_LIMITS"} <= {name for names in asked for name in names}
    assert {name for names in asked for name in names if name} - set(Capability.__members__) == set()


def entries(text: str, section: str) -> Iterator[str]:
    """The names that a section explains."""
    parts = SECTION.split(text)
    if section in parts:
        for line in parts[parts.index(section) + 1].splitlines():
            if found := re.match(r" {4}(\w+): ", line):
                yield found[1]
