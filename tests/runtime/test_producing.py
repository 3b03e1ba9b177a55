"""What is produced from a stub runs, says what the stub says, and comes out the same each time."""

from pathlib import Path
from textwrap import dedent

import pytest

from virtapi_analyzer.model.errors import ReadingError
from virtapi_analyzer.policy.choice import configured
from virtapi_analyzer.runtime import produce, read_package
from virtapi_analyzer.use_cases.producing import runtime


def text(source: str) -> str:
    return dedent(source).lstrip("\n")


def body(produced: str) -> str:
    """A produced module behind its docstring and imports: from the first decorator or class on."""
    lines = produced.splitlines(keepends=True)
    return "".join(lines[next(i for i, line in enumerate(lines) if line.startswith(("@", "class "))) :])


def test_the_produced_modules_of_the_interface_are_fresh() -> None:
    assert runtime(*configured("virtapi"), check=True) == ()


def test_the_order_of_the_texts_makes_no_difference(repository: Path) -> None:
    texts = read_package(repository / "stubs" / "virtapi" / "virtapi")
    produced = produce(texts)
    assert produced == produce(dict(reversed(texts.items())))
    assert list(produced) == sorted(produced)


def test_a_module_is_its_stub_with_what_it_needs_to_run() -> None:
    stubs = {
        "thing.pyi": text('''
            """Things."""

            from dataclasses import dataclass, field
            from typing import Annotated

            from annotated_types import Ge

            from virtapi.units import MiB

            __all__ = ["LEAST", "Thing"]

            LEAST = 1
            """The least."""

            @dataclass(frozen=True, slots=True, kw_only=True)
            class Thing:
                """A thing."""

                size: Annotated[MiB, Ge(LEAST)]
                """How large it is."""
                names: dict[str, str] = field(default_factory=dict[str, str])
        '''),
        "units.pyi": "from typing import NewType\n\nMiB = NewType('MiB', int)\n",
    }
    assert produce(stubs)["thing.py"] == text('''
        # Produced from thing.pyi by `virtapi runtime`; not to be edited.
        """Things."""

        from __future__ import annotations

        from dataclasses import field
        from typing import Annotated

        from annotated_types import Ge

        from virtapi._data import data
        from virtapi.units import MiB
        from virtapi.values import check_fields

        __all__ = ["LEAST", "Thing"]

        LEAST = 1
        """The least."""


        @data
        class Thing:
            """A thing."""

            size: Annotated[MiB, Ge(LEAST)]
            """How large it is."""
            names: dict[str, str] = field(default_factory=dict[str, str])

            def __post_init__(self) -> None:
                """Check every field, and freeze what it holds."""
                check_fields(self)
    ''')


DRIVER = {
    "driver.pyi": text('''
        from abc import ABC, abstractmethod

        from virtapi.contract import raises
        from virtapi.errors import Broken
        from virtapi.objects.thing import Thing

        class Driver(ABC):
            """A driver."""

            @abstractmethod
            @raises(Broken)
            def do(self, thing: Thing, /) -> Thing:
                """Do it."""

            @raises()
            def twice(self, thing: Thing, /, *more: Thing, hard: bool = False, **rest: Thing) -> Thing: ...
            @raises()
            async def later(self) -> None:
                """Do it later."""
    '''),
    "errors.pyi": text('''
        from dataclasses import dataclass

        from virtapi.values import FieldError

        @dataclass(frozen=True, kw_only=True, eq=False)
        class Failed(FieldError):
            """It failed."""

        @dataclass(frozen=True, kw_only=True, eq=False)
        class Broken(Failed):
            """It is broken."""
    '''),
    "objects/thing.pyi": "class Thing: ...\n",
    "defaults.py": text("""
        from virtapi.contract import default_for

        @default_for("Driver.twice")
        def twice(driver, thing, /, *more, hard=False, **rest): ...
    """),
    "fallbacks.py": text("""
        from virtapi.contract import fallback_for

        @fallback_for("Driver.later")
        async def later_by_hand(driver): ...
    """),
    "values.py": "class FieldError(Exception): ...\n",
    "contract.py": "",
}


def test_what_only_annotations_name_is_not_imported_at_run_time() -> None:
    produced = produce(DRIVER)["driver.py"]
    assert produced.partition("if TYPE_CHECKING:")[2].lstrip().startswith("from virtapi.objects.thing import Thing\n")
    assert "from virtapi.errors import Broken" in produced.partition("if TYPE_CHECKING:")[0]


def test_a_concrete_method_calls_its_default_or_its_fallback_with_all_that_it_was_given() -> None:
    assert body(produce(DRIVER)["driver.py"]) == text('''
        class Driver(ABC):
            """A driver."""

            @abstractmethod
            @raises(Broken)
            def do(self, thing: Thing, /) -> Thing:
                """Do it."""

            @raises()
            def twice(self, thing: Thing, /, *more: Thing, hard: bool = False, **rest: Thing) -> Thing:
                return defaults.twice(self, thing, *more, hard=hard, **rest)

            @raises()
            async def later(self) -> None:
                """Do it later."""
                await fallbacks.later_by_hand(self)
    ''')


def test_a_call_that_is_too_long_for_a_line_is_laid_out_as_ruff_does_it() -> None:
    def called(*names: str) -> str:
        stub = f"class A:\n    def f(self, {', '.join(names)}) -> None: ...\n"
        produced = produce({"a.pyi": stub, "defaults.py": "@default_for('A.f')\ndef f(): ...\n"})["a.py"]
        return produced.partition("-> None:\n")[2]

    one, two, three = "a" * 40, "b" * 40, "c" * 40
    assert called(one) == f"        defaults.f(self, {one})\n"
    assert called(one, two, three[:17]) == (
        f"        defaults.f(\n            self, {one}, {two}, {three[:17]}\n        )\n"
    )
    assert called(one, two, three) == (
        f"        defaults.f(\n            self,\n            {one},\n            {two},\n            {three},\n        )\n"
    )


def test_an_exception_can_be_raised_and_is_checked_once() -> None:
    assert body(produce(DRIVER)["errors.py"]) == text('''
        @raisable
        class Failed(FieldError):
            """It failed."""

            def __post_init__(self) -> None:
                """Check every field, and freeze what it holds."""
                check_fields(self)


        @raisable
        class Broken(Failed):
            """It is broken."""
    ''')


def test_what_makes_an_exception_in_a_stub_is_not_imported_at_run_time() -> None:
    assert "dataclass" not in produce(DRIVER)["errors.py"]


def test_what_a_stub_exports_again_is_there_at_run_time() -> None:
    produced = produce({"a.pyi": "from b import X as X, Y, Z\n\n__all__ = ['Y']\n\nA = 1\n"})["a.py"]
    assert "from b import X, Y\n" in produced
    assert "Z" not in produced


def test_a_package_can_be_made_of_what_its_modules_hold() -> None:
    stubs = {
        "things/__init__.pyi": '"""Things."""\n\nfrom own.things.a import A as A\nfrom own.things.b import B as B\n\n__all__ = ["A", "B"]\n',
        "things/a.pyi": "class A: ...\n",
        "things/b.pyi": "from own.things.a import A\n\nclass B(A): ...\n",
    }
    assert produce(stubs, package="own")["things/__init__.py"] == text('''
        # Produced from __init__.pyi by `virtapi runtime`; not to be edited.
        """Things."""

        from __future__ import annotations

        from own.things.a import A
        from own.things.b import B

        __all__ = ["A", "B"]
    ''')


def test_a_module_under_another_name_is_imported_by_that_name() -> None:
    stubs = {"a/b.pyi": "from ..c import D\n\nclass B(D): ...\n", "c.pyi": "class D: ...\n"}
    assert "from own.iface.c import D\n" in produce(stubs, package="own.iface")["a/b.py"]


@pytest.mark.parametrize(
    ("stubs", "message"),
    [
        ({"a.pyi": "class A(:\n"}, "a.pyi:1: cannot be parsed: invalid syntax"),
        ({"a.pyi": "x = 1\0\n"}, "a.pyi: cannot be parsed: source code string cannot contain null bytes"),
        (
            {"a.pyi": "class A:\n    def f(self) -> int: ...\n"},
            (
                "a.pyi:2: A.f is concrete and has neither a fallback nor a default: make it abstract, or write its "
                'function in defaults.py with @default_for("A.f")'
            ),
        ),
        (
            {"a.pyi": "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int = ...\n"},
            "a.pyi:4: x has the value `...`: write the value, or none",
        ),
        (
            {"a.pyi": "@dataclass\nclass A:\n    x: int = field(default=...)\n"},
            "a.pyi:3: x has the value `...`: write the value, or none",
        ),
        (
            {"a.pyi": "@dataclass(frozen=True)\nclass A(Exception):\n    x: int\n"},
            "a.pyi:1: an exception with fields is a @dataclass(frozen=True, kw_only=True, eq=False)",
        ),
        (
            {"a.pyi": "class A:\n    @abstractmethod\n    def f(self, x: int = ...) -> int: ...\n"},
            "a.pyi:3: a parameter of f has the default `...`: write its value",
        ),
        (
            {"a.pyi": "class A:\n    @abstractmethod\n    def f(self) -> int:\n        return 1\n"},
            "a.pyi:4: f has a body in a stub: write it as a function of defaults.py",
        ),
        (
            {"a.pyi": "class A:\n    @overload\n    def f(self) -> int: ...\n"},
            "a.pyi:3: f is overloaded, and no body fits all overloads: give each its own name",
        ),
        ({"a.pyi": "class A(Enum):\n    X: int\n"}, "a.pyi:2: the member X has no value: give it one"),
        ({"a.pyi": "class A(Enum):\n    X = ...\n"}, "a.pyi:2: X has the value `...`: write the value, or none"),
        ({"a.pyi": "X: int\n"}, "a.pyi:1: a constant without a value cannot run: give it one"),
        ({"a.pyi": "def f() -> int: ...\n"}, "a.pyi:1: f is a function: write it in a module by hand, without a stub"),
        (
            {"a.pyi": "import sys\nif sys.version_info > (3, 12):\n    X = 1\n"},
            "a.pyi:2: `if sys.version_info > (3, 12):` cannot be turned into run-time code: state it plainly",
        ),
        (
            {"a.pyi": "from x import *\nY = X\n"},
            "a.pyi:1: a star import hides what is needed at run time: name what is imported",
        ),
        (
            {"defaults.py": "@default_for('A.f')\ndef f(a): ...\n"},
            "defaults.py:2: A.f is not in the stubs: delete the function or correct the name",
        ),
        (
            {"defaults.py": "@default_for(NAME)\ndef f(a): ...\n"},
            "defaults.py:1: default_for needs one literal name, such as 'Class.method'",
        ),
        (
            {
                "defaults.py": "@default_for('A.f')\n@fallback_for('A.f')\ndef f(a): ...\n",
                "a.pyi": "class A:\n    f: int\n",
            },
            "defaults.py:3: A.f has a body already: delete one of the two",
        ),
        (
            {
                "a.pyi": "from virtapi.b import B\n\nclass A(B): ...\n",
                "b.pyi": "from virtapi.a import A\n\nclass B(A): ...\n",
            },
            (
                "the modules would import each other at run time: virtapi.a -> virtapi.b -> virtapi.a; "
                "move what both need into a module of its own"
            ),
        ),
    ],
)
def test_what_cannot_run_is_refused_with_its_place_and_what_to_do(stubs: dict[str, str], message: str) -> None:
    with pytest.raises(ReadingError) as caught:
        produce(stubs)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
