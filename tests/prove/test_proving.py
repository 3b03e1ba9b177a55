"""How a finding is proved: by which judge, for which reason, and by nothing else that changed beside it."""

from tests.prove.batch import Proved, Step, proved
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.proof import Judge, Status

HEAD = """\
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, Literal, NewType, Protocol, Self, TypedDict, TypeVar
"""


def between(old: str | dict[str, str], new: str | dict[str, str], *implemented: str) -> list[Proved]:
    sides = [{"__init__.pyi": HEAD + side} if isinstance(side, str) else side for side in (old, new)]
    return list(
        proved([Step(name="step", old=sides[0], new=sides[1], driver_interfaces=implemented or ("pkg.Driver",))])
    )


def only(old: str, new: str, rule: str, audience: Role = Role.DRIVER) -> Proved:
    (found,) = [each for each in between(old, new) if each.change.rule == rule and each.proof.audience is audience]
    return found


def witness(found: Proved) -> str:
    assert found.proof.status is Status.PROVED, found.told
    assert found.proof.witness is not None
    return found.proof.witness


def test_an_override_of_the_old_version_does_not_fit_the_new_one() -> None:
    found = only(
        "class Driver:\n    def boil(self, litres: int) -> None: ...",
        "class Driver:\n    def boil(self, litres: int, hot: bool = True) -> None: ...",
        "param-added-optional",
    )
    assert witness(found).endswith(
        "class Witness(Driver):\n    def boil(self, litres: int) -> None:\n        raise NotImplementedError\n"
    )
    assert found.proof.judge is Judge.MYPY
    assert found.proof.answer.startswith('Signature of "boil" incompatible with supertype')


def test_what_is_not_annotated_is_proved_by_a_real_call() -> None:
    found = only(
        "class Driver:\n    def boil(self, litres): ...",
        "class Driver:\n    def boil(self, litres, hot=True): ...",
        "param-added-optional",
    )
    assert witness(found) == 'def boil(litres): ...\n\nboil("litres", "hot")\n'
    assert found.proof.judge is Judge.PYTHON
    assert found.proof.answer == "boil() takes 1 positional argument but 2 were given"


def test_what_mypy_does_not_see_is_proved_by_a_real_call() -> None:
    found = only(
        "class Driver:\n    def boil(self, a: int, b: int) -> None: ...",
        "class Driver:\n    def boil(self, b: int, a: int) -> None: ...",
        "param-reordered",
        Role.HOST,
    )
    assert found.proof.judge is Judge.PYTHON
    assert found.proof.answer == "the argument 'a' arrives as `b`, and was meant for `a`"


def test_a_private_alias_is_written_out_as_it_was() -> None:
    old = "_Size = int\nclass Driver:\n    def size(self) -> _Size: ..."
    found = only(old, old.replace("_Size = int", "_Size = str"), "return-type-changed", Role.HOST)
    assert "result: int = driver.size()" in witness(found)


def test_a_type_variable_is_written_out_with_its_old_bound() -> None:
    old = '_N = TypeVar("_N", bound=int)\nclass Driver:\n    def add(self, number: _N) -> _N: ...'
    found = only(old, old.replace("bound=int", "bound=bool"), "typevar-bound-narrowed", Role.HOST)
    assert '_T1 = TypeVar("_T1", bound=int)' in witness(found)


def test_a_class_of_the_old_version_alone_has_a_stand_in_beside_the_new_one() -> None:
    found = only(
        "class Old: ...\nclass New: ...\nclass Driver:\n    def take(self, it: Old) -> None: ...",
        "class New: ...\nclass Driver:\n    def take(self, it: New) -> None: ...",
        "param-type-changed",
    )
    assert "from pkg_0 import Old" in witness(found), "people see the old name"
    assert "supertype defines the argument type as" in found.proof.answer, "and it is not the name that fails"


def test_a_class_that_was_renamed_goes_by_its_new_name_beside_the_new_version() -> None:
    body = "\n    def a(self) -> int: ...\n    def b(self) -> str: ...\n    def c(self) -> bytes: ...\n"
    driver = "class Driver:\n    def take(self, it: {name}, more: {more}) -> None: ..."
    found = only(
        f"class Kettle:{body}{driver.format(name='Kettle', more='int')}",
        f"class Boiler:{body}{driver.format(name='Boiler', more='str')}",
        "param-type-changed",
        Role.HOST,
    )
    assert 'incompatible type "int"; expected "str"' in found.proof.answer, found.told


def test_an_any_of_the_old_version_is_a_class_that_nobody_knows() -> None:
    found = only(
        "class Driver:\n    def take(self, it: Any) -> None: ...",
        "class Driver:\n    def take(self, it: object) -> None: ...",
        "param-type-widened",
    )
    assert "it: Unknown1" in witness(found)


def test_each_parameter_is_proved_by_its_own_type() -> None:
    found = between(
        "class Driver:\n    def take(self, a: int, b: int) -> None: ...",
        "class Driver:\n    def take(self, a: int | None, b: int | None) -> None: ...",
    )
    written = sorted(witness(each).partition("def take")[2].partition("\n")[0] for each in found)
    assert written == ["(self, a: Any, b: int) -> None:", "(self, a: int, b: Any) -> None:"]


def test_a_type_is_proved_where_the_call_changes_too() -> None:
    found = only(
        "class Driver:\n    def take(self, a: int) -> None: ...",
        "class Driver:\n    def take(self, a: int | None, b: int = 0) -> None: ...",
        "param-type-widened",
    )
    assert "def take(self, a: int, *args: Any, **kwargs: Any) -> None:" in witness(found), "it takes every new call"


def test_keywords_stay_behind_what_is_left_open() -> None:
    found = only(
        "class Driver:\n    def take(self, *, a: int) -> None: ...",
        "class Driver:\n    def take(self, *, a: int | None, b: int = 0) -> None: ...",
        "param-type-widened",
    )
    assert "def take(self, *args: Any, a: int, **kwargs: Any) -> None:" in witness(found)


def test_a_class_is_made_only_where_the_old_version_let_it_be() -> None:
    found = only(
        "class Driver(ABC):\n    @abstractmethod\n    def a(self) -> int: ...",
        "class Driver(ABC):\n    @abstractmethod\n    def a(self) -> int: ...\n"
        "    @abstractmethod\n    def b(self) -> int: ...",
        "method-added-abstract",
    )
    assert witness(found).endswith("\nWitness()\n")
    assert found.proof.answer == 'Cannot instantiate abstract class "Witness" with abstract attribute "b"'


def test_what_no_judge_sees_has_the_reason_of_its_kind() -> None:
    old = "class A:\n    x: int\nclass B:\n    x: int\nclass Driver(A, B): ..."
    found = between(old, old.replace("A, B", "B, A"))
    assert {each.proof.status for each in found} == {Status.NO_PROOF}
    assert {each.proof.answer for each in found} == {"which of two bases comes first is no matter of types"}


def test_a_name_that_no_program_can_write_spoils_no_other_proof() -> None:
    keys = 'Sizes = TypedDict("Sizes", {{"disk-size": {}}})\nclass Driver:\n    def sizes(self) -> Sizes: ...'
    found = only(keys.format("int"), keys.format("str"), "field-type-changed", Role.HOST)
    assert 'it["disk-size"]' in witness(found)


def test_a_version_that_mypy_cannot_read_leaves_findings_unproved_with_its_answer() -> None:
    found = between(
        {"__init__.pyi": "from pkg.more import X\nclass Driver:\n    def m(self, a: int) -> None: ..."},
        {
            "__init__.pyi": "from pkg.more import X\nclass Driver:\n    def m(self, a: int, b: int = 0) -> None: ...",
            "more.pyi": "X = 1\nnonlocal X\n",
        },
    )
    (mine,) = [each for each in found if each.change.rule == "param-added-optional"]
    assert mine.proof.status in (Status.PROVED, Status.NOT_PROVED)
    if mine.proof.status is Status.NOT_PROVED:
        assert mine.proof.answer.startswith("mypy could not go on")


def test_nothing_that_is_compared_runs() -> None:
    found = between(
        {"__init__.py": "class Driver:\n    def m(self, a=print('ran')): ...\nraise SystemExit(3)\n"},
        {"__init__.py": "class Driver:\n    def m(self, a=print('ran'), b=exit(4)): ...\nraise SystemExit(3)\n"},
    )
    assert [each.proof.status for each in found] == [Status.PROVED]
