"""What was renamed is told once, by both names: at the topmost class that has it, whatever its subclasses define."""

import pytest

from tests.compare.texts import told

DRIVER = "@driver_interface\n"
OLD = "    def suspend(self, guest: str, force: bool) -> None: ...\n"
NEW = "    def suspend_guest(self, guest: str, force: bool) -> None: ...\n"
NEW_AND_MORE = "    def suspend_guest(self, guest: str, force: bool, wait: int) -> None: ...\n"
FIELDS = "        force: bool\n        retries: int\n"

RENAMED = {
    "a property": (
        f"{DRIVER}class A:\n    @property\n    def host_name(self) -> str: ...\n",
        f"{DRIVER}class A:\n    @property\n    def hostname(self) -> str: ...\n",
        ["property-renamed A.host_name"],
    ),
    "a property without a type": (
        f"{DRIVER}class A:\n    @property\n    def name(self): ...\n",
        f"{DRIVER}class A:\n    @property\n    def host_name(self): ...\n",
        ["property-renamed A.name"],
    ),
    "a property that lost its setter on the way": (
        (
            f"{DRIVER}class A:\n    @property\n    def name(self) -> str: ...\n"
            "    @name.setter\n    def name(self, value: str) -> None: ...\n"
        ),
        f"{DRIVER}class A:\n    @property\n    def host_name(self) -> str: ...\n",
        ["property-renamed A.name", "setter-removed A.name"],
    ),
    "a nested class": (
        f"{DRIVER}class A:\n    class Inner:\n{FIELDS}",
        f"{DRIVER}class A:\n    class Innner:\n{FIELDS}",
        ["nested-class-renamed A.Inner"],
    ),
    "a nested class, and a method in it that changed": (
        f"{DRIVER}class A:\n    class Inner:\n{FIELDS}        def f(self) -> None: ...\n        def g(self): ...\n",
        (
            f"{DRIVER}class A:\n    class Innner:\n{FIELDS}        def f(self, x: int) -> None: ...\n"
            "        def g(self): ...\n"
        ),
        ["nested-class-renamed A.Inner", "param-added-required A.Inner.f(x)"],
    ),
    "a nested class in a renamed class": (
        f"class First:\n{OLD}{NEW}    x: int\n    class Inner:\n{FIELDS}        class Deep:\n            x: int\n",
        f"class Firsts:\n{OLD}{NEW}    x: int\n    class Innner:\n{FIELDS}        class Deep:\n            y: str\n",
        ["attribute-added-required First.Inner.Deep.y", "attribute-removed First.Inner.Deep.x", "class-renamed First",
         "nested-class-renamed First.Inner"],
    ),
    "a method that a subclass inherits": (
        f"{DRIVER}class A:\n{OLD}{DRIVER}class B(A): ...\n",
        f"{DRIVER}class A:\n{NEW}{DRIVER}class B(A): ...\n",
        ["method-renamed A.suspend"],
    ),
    "a method that a subclass overrides": (
        f"{DRIVER}class A:\n{OLD}{DRIVER}class B(A):\n{OLD}",
        f"{DRIVER}class A:\n{NEW}{DRIVER}class B(A):\n{NEW}",
        ["method-renamed A.suspend"],
    ),
    "a method that a subclass of a subclass overrides": (
        f"{DRIVER}class A:\n{OLD}class B(A): ...\n{DRIVER}class C(B):\n{OLD}",
        f"{DRIVER}class A:\n{NEW}class B(A): ...\n{DRIVER}class C(B):\n{NEW}",
        ["method-renamed A.suspend"],
    ),
    "a method that a subclass no longer overrides": (
        f"{DRIVER}class A:\n{OLD}{DRIVER}class B(A):\n{OLD}",
        f"{DRIVER}class A:\n{NEW}{DRIVER}class B(A): ...\n",
        ["method-renamed A.suspend"],
    ),
    "a method whose override takes more now": (
        f"{DRIVER}class A:\n{OLD}{DRIVER}class B(A):\n{OLD}",
        f"{DRIVER}class A:\n{NEW}{DRIVER}class B(A):\n{NEW_AND_MORE}",
        ["method-renamed A.suspend", "param-added-required B.suspend(wait)"],
    ),
    "a property that a subclass overrides": (
        (
            f"{DRIVER}class A:\n    @property\n    def name(self) -> str: ...\n"
            f"{DRIVER}class B(A):\n    @property\n    def name(self) -> str: ...\n"
        ),
        (
            f"{DRIVER}class A:\n    @property\n    def host_name(self) -> str: ...\n"
            f"{DRIVER}class B(A):\n    @property\n    def host_name(self) -> str: ...\n"
        ),
        ["property-renamed A.name"],
    ),
    "an attribute that a subclass overrides": (
        f"{DRIVER}class A:\n    limit: int = 1\n{DRIVER}class B(A):\n    limit: int = 2\n",
        f"{DRIVER}class A:\n    limit_mb: int = 1\n{DRIVER}class B(A):\n    limit_mb: int = 2\n",
        ["attribute-renamed A.limit"],
    ),
    "a method in two classes that have nothing to do with each other": (
        f"{DRIVER}class A:\n{OLD}{DRIVER}class B:\n{OLD}",
        f"{DRIVER}class A:\n{NEW}{DRIVER}class B:\n{NEW}",
        ["method-renamed A.suspend", "method-renamed B.suspend"],
    ),
    "a method of a private base": (
        f"class _Base:\n{OLD}{DRIVER}class A(_Base): ...\n",
        f"class _Base:\n{NEW}{DRIVER}class A(_Base): ...\n",
        ["method-renamed _Base.suspend"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), RENAMED.values(), ids=RENAMED)
def test_what_was_renamed_is_told_once_by_both_names(old: str, new: str, expected: list[str]) -> None:
    assert told(old, new) == expected


KEPT = {
    "a subclass that keeps the old name": (
        f"{DRIVER}class A:\n{OLD}{DRIVER}class B(A):\n{OLD}",
        f"{DRIVER}class A:\n{NEW}{DRIVER}class B(A):\n{OLD}",
        ["method-renamed A.suspend"],
    ),
    "a subclass that had the new name before": (
        f"{DRIVER}class A:\n{OLD}{DRIVER}class B(A):\n{NEW}",
        f"{DRIVER}class A:\n{NEW}{DRIVER}class B(A):\n{NEW}",
        ["method-renamed A.suspend"],
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), KEPT.values(), ids=KEPT)
def test_a_subclass_that_has_both_names_renames_nothing(old: str, new: str, expected: list[str]) -> None:
    assert told(old, new) == expected
