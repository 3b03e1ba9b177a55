"""What is known here of the standard library's generic classes is what typeshed declares."""

from collections.abc import Iterator

import mypy.build  # noqa: F401 - before the other modules of mypy: they import each other in a circle
import pytest
from mypy.nodes import TypeInfo
from mypy.types import TypeVarType

from tests.typing_of_pairs import mypys_cache
from virtapi_analyzer.checker.world import World, build
from virtapi_analyzer.compare.variance import BACK, DOUBLED, SAME, passing
from virtapi_analyzer.interface.standard_names import standard
from virtapi_analyzer.model.interface import Flow

MODULES = ("builtins", "typing", "collections", "contextlib", "queue", "re")
NO_TYPES = ("staticmethod", "classmethod", "typing.AwaitableGenerator")
"""Nobody writes these as types."""
DECLARED = {0: DOUBLED, 1: SAME, 2: BACK}
"""By mypy's numbers: invariant, covariant, contravariant."""


def generics() -> Iterator[tuple[str, TypeInfo]]:
    """The public generic classes of these modules, by the names that types have in normal form."""
    imports = "".join(f"import {module}\n" for module in MODULES)
    world: World = build({"pkg/__init__.pyi": imports}, mypys_cache())
    for module in MODULES:
        for name, symbol in world.modules[module].names.items():
            node = symbol.node
            if isinstance(node, TypeInfo) and node.type_vars and node.module_name == module and name[0] != "_":
                yield standard(f"{module}.{name}"), node


def test_type_arguments_pass_as_typeshed_declares() -> None:
    wrong = []
    for name, node in generics():
        for place, variable in enumerate(node.defn.type_vars):
            if isinstance(variable, TypeVarType) and name not in NO_TYPES:
                wanted, found = DECLARED[variable.variance], passing(name, place, Flow.TO_DRIVER)
                wrong += [f"{name}[{place}]: {wanted} and not {found}"] if wanted != found else []
    assert wrong == []


@pytest.mark.parametrize("name", ["tuple", "collections.abc.Mapping", "list", "collections.abc.Generator"])
def test_the_comparison_sees_what_matters(name: str) -> None:
    assert name in dict(generics())
