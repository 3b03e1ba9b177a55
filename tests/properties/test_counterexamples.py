"""What the properties have found wrong once, in the smallest form."""

import pytest

from tests.properties.comparing import interface, local
from tests.properties.rendering import PRELUDE
from virtapi_analyzer import rules
from virtapi_analyzer.compare.pairs import compare


def told(old: str, new: str) -> list[str]:
    """Rule and place of everything that is found between two texts."""
    sides = [interface({"__init__.pyi": PRELUDE + text}) for text in (old, new)]
    return sorted(f"{change.rule} at {local(change.path)}" for change in rules.changes(compare(sides[0], sides[1])))


BASE_WITH_SPAWN = """
class _Base(ABC):
    {mark}
    def spawn(self) -> int: ...
@driver_interface
class Driver(_Base):
    {mark}
    def destroy(self) -> int: ...
"""
BASE_WITH_DESTROY = BASE_WITH_SPAWN.replace("spawn", "x").replace("destroy", "spawn").replace("x", "destroy")


@pytest.mark.parametrize("mark", ["@abstractmethod", "@_traced"])
def test_two_methods_that_change_places_with_a_private_base_are_silent(mark: str) -> None:
    texts = [text.format(mark=mark) for text in (BASE_WITH_SPAWN, BASE_WITH_DESTROY)]
    assert told(texts[0], texts[1]) == []
    assert told(texts[1], texts[0]) == []


def test_a_method_that_one_of_two_classes_below_a_private_base_loses_is_told() -> None:
    old = "class _Base:\n    def stop(self): ...\nclass A(_Base): ...\nclass B(_Base): ..."
    new = "class _Base: ...\nclass A(_Base):\n    def stop(self): ...\nclass B(_Base): ..."
    assert [each.partition(" at ")[0] for each in told(old, new)] == ["method-removed"]


def test_what_went_with_a_dissolved_private_base_is_told_once() -> None:
    old = "class _Base:\n    def stop(self): ...\nclass A(_Base): ...\nclass B(A): ..."
    new = "class A: ...\nclass B(A): ..."
    assert told(old, new) == ["method-removed at A.stop"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("a, b", "b, a"), ("a, b, c", "c, b, a"), ("a, b, c, d", "c, d, a, b"), ("b, a=1, /", "a, b=1, /")],
)
def test_a_reordering_names_the_same_parameter_from_either_side(first: str, second: str) -> None:
    texts = [f"class A:\n    def f(self, {parameters}): ...\n" for parameters in (first, second)]
    assert told(texts[0], texts[1]) == told(texts[1], texts[0])


def test_a_reordering_names_the_same_field_from_either_side() -> None:
    texts = [f"@dataclass\nclass A:\n    {first}: int\n    {second}: int\n" for first, second in ("ab", "ba")]
    assert told(texts[0], texts[1]) == told(texts[1], texts[0])


@pytest.mark.parametrize("base", ["_Base", "Base"])
def test_a_required_field_that_comes_with_a_new_base_is_told(base: str) -> None:
    old = "@dataclass\nclass A:\n    a: int\n"
    new = f"@dataclass\nclass {base}:\n    b: int\n@dataclass\nclass A({base}):\n    a: int\n"
    assert "field-added-required at A.b" in told(old, new)


@pytest.mark.parametrize("base", ["_Base", "Base"])
def test_a_required_key_that_comes_with_a_new_base_is_told(base: str) -> None:
    old = "class A(TypedDict):\n    a: int\n"
    new = f"class {base}(TypedDict):\n    b: int\nclass A({base}):\n    a: int\n"
    assert "key-added-required at A.b" in told(old, new)


def test_a_field_that_goes_with_a_private_base_is_told() -> None:
    old = "@dataclass\nclass _Base:\n    b: int\n@dataclass\nclass A(_Base):\n    a: int\n"
    new = "@dataclass\nclass A:\n    a: int\n"
    assert told(old, new) == ["field-removed at A.b"]
