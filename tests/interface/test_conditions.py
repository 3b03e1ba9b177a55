"""Under which test a name or a member is there, and which of two definitions counts."""

import pytest

from tests.compare.texts import Sources, read, told
from virtapi_analyzer.model.element import Class

NEW = "sys.version_info >= (3, 13)"
OLD = "sys.version_info < (3, 13)"
LINUX = "sys.platform == 'linux'"


def the_class(sources: Sources, name: str = "A") -> Class:
    element = read(sources).modules["pkg"].names[name].element
    assert isinstance(element, Class)
    return element


def where(text: str, name: str = "A") -> dict[str, str | None]:
    return {each: member.condition for each, member in the_class(text, name).members.items()}


def test_a_member_says_under_which_test_it_is_there() -> None:
    text = f"""
        class A:
            def always(self) -> None: ...
            if {NEW}:
                def new(self) -> None: ...
                if {LINUX}:
                    both: int
            else:
                @property
                def old(self) -> int: ...
    """
    assert where(text) == {"always": None, "new": NEW, "both": f"{NEW} and {LINUX}", "old": OLD}


def test_a_member_under_each_outcome_of_a_test_is_always_there() -> None:
    text = f"""
        class A:
            if {NEW}:
                def f(self, x: int) -> None: ...
            elif sys.version_info >= (3, 12):
                def f(self, x: str) -> None: ...
            else:
                def f(self) -> None: ...
    """
    assert where(text) == {"f": None}


def test_a_member_that_a_base_has_is_there_whatever_the_test_says() -> None:
    text = f"""
        class Base:
            def f(self) -> None: ...
            if {LINUX}:
                def g(self) -> None: ...
        class A(Base):
            if {NEW}:
                def f(self) -> None: ...
                def g(self) -> None: ...
    """
    assert where(text) == {"f": None, "g": f"{NEW} or {LINUX}"}
    assert where(text, "Base") == {"f": None, "g": LINUX}


def test_a_member_for_type_checkers_alone_is_always_there() -> None:
    assert where("class A:\n    if TYPE_CHECKING:\n        x: int\n") == {"x": None}


COUNTS = {
    "the newer": (f"if {NEW}:\n    def f(new: int) -> None: ...\nelse:\n    def f(old: int) -> None: ...\n", "new"),
    "the newer, said the other way round": (
        "if sys.version_info < (3, 13):\n    def f(old: int) -> None: ...\nelse:\n    def f(new: int) -> None: ...\n",
        "new",
    ),
    "the newest of three": (
        (
            f"if {NEW}:\n    def f(new: int): ...\nelif sys.version_info >= (3, 12):\n    def f(old: int): ...\n"
            "else:\n    def f(older: int): ...\n"
        ),
        "new",
    ),
    "what is on Linux": (
        "if sys.platform == 'win32':\n    def f(w: int): ...\nelse:\n    def f(x: int): ...\n",
        "x",
    ),
    "what is not on Windows": (
        "if not sys.platform.startswith('win'):\n    def f(x: int): ...\nelse:\n    def f(w: int): ...\n",
        "x",
    ),
    "what is both new and on Linux": (
        f"if {NEW} and {LINUX}:\n    def f(x: int): ...\nelse:\n    def f(w: int): ...\n",
        "x",
    ),
    "the last, where nobody can know": (
        "if sys.platform in names:\n    def f(first: int): ...\nelse:\n    def f(last: int): ...\n",
        "last",
    ),
    "the newer, with overloads": (
        (
            f"if {NEW}:\n    def f(new: int): ...\nelse:\n    @overload\n    def f(old: int): ...\n"
            "    @overload\n    def f(old: str): ...\n"
        ),
        "new",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "parameter"), COUNTS.values(), ids=COUNTS)
@pytest.mark.parametrize("inside", [False, True])
def test_of_two_possible_definitions_that_of_the_newest_python_counts(text: str, parameter: str, inside: bool) -> None:
    module = text if not inside else "class A:\n" + "".join(f"    {line}\n" for line in text.splitlines())
    sources = {"__init__.pyi": f"import sys\nfrom typing import overload\n{module}"}
    found = read(sources).modules["pkg"].names
    function = found["f"].element if not inside else the_class(sources).members["f"].element
    shown = function.text.replace("self, ", "")
    assert f"({parameter}: int)" in shown
    assert not getattr(function, "overloads", ())


def test_a_name_that_only_the_other_branch_has_stays() -> None:
    text = f"""
        class A:
            if {NEW}:
                def f(self) -> None: ...
            else:
                def f(self) -> None: ...
                def g(self) -> None: ...
    """
    assert where(text) == {"f": None, "g": OLD}


NARROWED = {
    "a method": ("def f(self) -> None: ...", "availability-narrowed A.f"),
    "a property": ("@property\n{}def f(self) -> int: ...", "availability-narrowed A.f"),
    "an attribute": ("f: int", "availability-narrowed A.f"),
    "a nested class": ("class f:\n{}    x: int", "availability-narrowed A.f"),
    "a private method": ("def _f(self) -> None: ...", None),
}


@pytest.mark.parametrize(("definition", "expected"), NARROWED.values(), ids=NARROWED)
def test_a_member_that_comes_under_a_test_is_told(definition: str, expected: str | None) -> None:
    always = "class A:\n    " + definition.format("    ")
    sometimes = f"class A:\n    if {NEW}:\n        " + definition.format("        ")
    assert told(always, sometimes) == ([expected] if expected else [])
    assert told(sometimes, always) == []
    assert told(sometimes, sometimes) == []


def test_a_member_under_another_test_is_told() -> None:
    old = "class A:\n    if sys.version_info >= (3, 12):\n        def f(self) -> None: ...\n"
    assert told(old, old.replace("12", "13")) == ["availability-changed A.f"]


def test_a_member_of_a_base_under_a_test_is_told_at_the_base() -> None:
    old = "class A:\n    def f(self) -> None: ...\nclass B(A): ...\n"
    new = f"class A:\n    if {NEW}:\n        def f(self) -> None: ...\nclass B(A): ...\n"
    assert told(old, new) == ["availability-narrowed A.f"]


def test_a_field_under_a_test_is_told() -> None:
    old = "@dataclass\nclass A:\n    x: int\n    y: int = 0\n"
    new = f"@dataclass\nclass A:\n    x: int\n    if {NEW}:\n        y: int = 0\n"
    assert told(old, new) == ["availability-narrowed A.y"]


def test_the_same_two_definitions_the_other_way_round_are_the_same() -> None:
    old = f"class A:\n    if {NEW}:\n        def f(self) -> int: ...\n    else:\n        def f(self, x: int) -> int: ...\n"
    new = (
        "class A:\n    if sys.version_info < (3, 13):\n        def f(self, x: int) -> int: ...\n"
        "    else:\n        def f(self) -> int: ...\n"
    )
    assert told(old, new) == []
