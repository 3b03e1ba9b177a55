"""Nothing in the interface is beside it: a signature leads to every object, event, exception and unit."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import virtapi

FOLDER = Path(virtapi.__file__).parent
ROLES = {"driver_interface", "host_interface"}


def classes() -> Iterator[tuple[str, ast.ClassDef]]:
    """Each class of the stubs, with the file that it stands in."""
    for file in sorted(FOLDER.rglob("*.pyi")):
        for node in ast.parse(file.read_text()).body:
            if isinstance(node, ast.ClassDef):
                yield str(file.relative_to(FOLDER)), node


def names(*nodes: ast.AST) -> set[str]:
    return {each.id for node in nodes for each in ast.walk(node) if isinstance(each, ast.Name)}


def units() -> set[str]:
    assigned = (node for node in ast.parse((FOLDER / "units.pyi").read_text()).body)
    targets = {name for node in assigned if isinstance(node, ast.Assign | ast.AnnAssign) for name in names(node)}
    return targets - {"NewType", "TypeAlias", "UUID", "IPv4Address", "IPv6Address", "__all__", "str", "int", "float"}


def leads_to() -> Mapping[str, set[str]]:
    """What each class leads to: what it names, and what is a kind of it. Of exceptions, `raises` names those it means."""
    found = {node.name: names(node) for _, node in classes()}
    for file, node in classes():
        if file != "exceptions.pyi":
            for base in names(*node.bases) & found.keys():
                found[base].add(node.name)
    return found


def begin() -> set[str]:
    """The classes that drivers or hosts implement, and what every method may let out."""
    return {node.name for _, node in classes() if names(*node.decorator_list) & (ROLES | {"implicit"})}


def reached() -> set[str]:
    leads, found, new = leads_to(), set[str](), begin()
    while new:
        found |= new
        new = {name for each in new for name in leads.get(each, ())} - found
    return found


def test_a_signature_leads_to_every_class() -> None:
    assert begin()
    assert sorted({node.name for _, node in classes()} - reached()) == []


def test_a_signature_leads_to_every_unit() -> None:
    assert units()
    assert sorted(units() - reached()) == []


def test_classes_have_names_of_their_own() -> None:
    every = [node.name for _, node in classes()]
    assert sorted({name for name in every if every.count(name) > 1}) == []
