"""Members are what a user of the class sees, inherited or not; what was renamed is told once, by both names."""

import pytest

from tests.compare.texts import Sources, changes, told

DRIVER = "@driver_interface\n"
F = "    def f(self, x: int) -> None: ...\n"
G = "    def g(self) -> str: ...\n"
WIDER_F = "    def f(self, x: int, y: int = 0) -> None: ...\n"

SILENT = {
    "a method moved to a new private base": (
        f"{DRIVER}class A:\n{F}{G}",
        f"class _Base:\n{F}{DRIVER}class A(_Base):\n{G}",
    ),
    "a method moved back from a private base": (
        f"class _Base:\n{F}{DRIVER}class A(_Base):\n{G}",
        f"{DRIVER}class A:\n{F}{G}",
    ),
    "a method moved to a base that was there": (
        f"class Base: ...\n{DRIVER}class A(Base):\n{F}{G}",
        f"class Base:\n{F}{DRIVER}class A(Base):\n{G}",
    ),
    "a redundant override removed": (
        f"class Base:\n{F}{DRIVER}class A(Base):\n{F}{G}",
        f"class Base:\n{F}{DRIVER}class A(Base):\n{G}",
    ),
    "a redundant override added": (
        f"class Base:\n{F}{DRIVER}class A(Base):\n{G}",
        f"class Base:\n{F}{DRIVER}class A(Base):\n{F}{G}",
    ),
    "a class split in two with its name kept": (
        f"{DRIVER}class A:\n{F}{G}",
        f"class _First:\n{F}class _Second:\n{G}{DRIVER}class A(_First, _Second): ...\n",
    ),
    "a private base renamed": (
        f"class _Base:\n{F}{DRIVER}class A(_Base):\n{G}",
        f"class _Core:\n{F}{DRIVER}class A(_Core):\n{G}",
    ),
    "a private base split in two": (
        f"class _Base:\n{F}{G}{DRIVER}class A(_Base): ...\n",
        f"class _Low:\n{F}class _Base(_Low):\n{G}{DRIVER}class A(_Base): ...\n",
    ),
    "a method moved from one side of a diamond to its top": (
        f"class Top: ...\nclass L(Top):\n{F}class R(Top): ...\n{DRIVER}class A(L, R): ...\n",
        f"class Top:\n{F}class L(Top): ...\nclass R(Top): ...\n{DRIVER}class A(L, R): ...\n",
    ),
    "a method that was another's name": (
        f"{DRIVER}class A:\n{F}    g = f\n",
        f"{DRIVER}class A:\n{F}    def g(self, x: int) -> None: ...\n",
    ),
}


@pytest.mark.parametrize(("old", "new"), SILENT.values(), ids=SILENT)
def test_nothing_is_told_where_users_see_the_same_members(old: str, new: str) -> None:
    assert told(old, new) == []


TOLD_ONCE = {
    "a method moved to a new public base": (
        f"{DRIVER}class A:\n{F}{G}",
        f"class Base:\n{F}{DRIVER}class A(Base):\n{G}",
        ["base-added A", "class-added Base"],
    ),
    "a base replaced by a subclass of it": (
        f"class Base:\n{F}class Sub(Base):\n    x: int\n{DRIVER}class A(Base):\n{G}",
        f"class Base:\n{F}class Sub(Base):\n    x: int\n{DRIVER}class A(Sub):\n{G}",
        ["base-added A"],
    ),
    "a base that went, with all that it brought": (
        f"class Base:\n{F}{DRIVER}class A(Base):\n{G}",
        f"class Base:\n{F}{DRIVER}class A:\n{G}",
        ["base-removed A"],
    ),
    "a base that came, with all that it brought": (
        f"class Base:\n{F}{DRIVER}class A:\n{G}",
        f"class Base:\n{F}{DRIVER}class A(Base):\n{G}",
        ["base-added A"],
    ),
    "a base that the topmost class lost": (
        f"class Base:\n{F}class Mid(Base):\n{G}{DRIVER}class A(Mid): ...\n{DRIVER}class B(Mid): ...\n",
        f"class Base:\n{F}class Mid:\n{G}{DRIVER}class A(Mid): ...\n{DRIVER}class B(Mid): ...\n",
        ["base-removed Mid"],
    ),
    "a base that the topmost class gained": (
        f"class Base:\n{F}class Mid:\n{G}{DRIVER}class A(Mid): ...\n{DRIVER}class B(Mid): ...\n",
        f"class Base:\n{F}class Mid(Base):\n{G}{DRIVER}class A(Mid): ...\n{DRIVER}class B(Mid): ...\n",
        ["base-added Mid"],
    ),
    "a method that went with a private base": (
        f"class _Base:\n{F}{DRIVER}class A(_Base):\n{G}",
        f"{DRIVER}class A:\n{G}",
        ["method-removed A.f"],
    ),
    "a method that came with a private base": (
        f"{DRIVER}class A:\n{G}",
        f"class _Base:\n{F}{DRIVER}class A(_Base):\n{G}",
        ["method-added-concrete A.f"],
    ),
    "an abstract method that came with a public base": (
        f"{DRIVER}class A:\n{G}",
        f"class Base:\n    @abstractmethod\n{F}{DRIVER}class A(Base):\n{G}",
        ["base-added A", "class-added Base", "method-added-abstract A.f"],
    ),
    "a constructor with arguments that came with a public base": (
        f"class Base:\n    def __init__(self, x: int) -> None: ...\nclass A:\n{G}",
        f"class Base:\n    def __init__(self, x: int) -> None: ...\nclass A(Base):\n{G}",
        ["base-added A", "constructor-added A.__init__"],
    ),
    "a constructor with arguments that moved to a base": (
        f"class Base: ...\n{DRIVER}class A(Base):\n    def __init__(self, x: int) -> None: ...\n",
        f"class Base:\n    def __init__(self, x: int) -> None: ...\n{DRIVER}class A(Base): ...\n",
        ["constructor-added Base.__init__"],
    ),
    "a method that a base gained, for all its subclasses": (
        f"class Base:\n{F}{DRIVER}class A(Base): ...\n{DRIVER}class B(Base): ...\n",
        f"class Base:\n{F}{G}{DRIVER}class A(Base): ...\n{DRIVER}class B(Base): ...\n",
        ["method-added-concrete Base.g"],
    ),
    "a method that the top of a diamond lost": (
        f"class Top:\n{F}{G}class L(Top): ...\nclass R(Top): ...\n{DRIVER}class A(L, R): ...\n",
        f"class Top:\n{F}class L(Top): ...\nclass R(Top): ...\n{DRIVER}class A(L, R): ...\n",
        ["method-removed Top.g"],
    ),
    "a method that one side of a diamond overrides now": (
        f"class Top:\n{F}class L(Top): ...\nclass R(Top): ...\n{DRIVER}class A(L, R): ...\n",
        f"class Top:\n{F}class L(Top): ...\nclass R(Top):\n{WIDER_F}{DRIVER}class A(L, R): ...\n",
        ["param-added-optional R.f(y)"],
    ),
    "an override that is no longer redundant": (
        f"class Base:\n{F}{DRIVER}class A(Base):\n{F}",
        f"class Base:\n{F}{DRIVER}class A(Base):\n{WIDER_F}",
        ["param-added-optional A.f(y)"],
    ),
    "an override that hid a narrower method": (
        f"class Base:\n{F}{DRIVER}class A(Base):\n{WIDER_F}",
        f"class Base:\n{F}{DRIVER}class A(Base): ...\n",
        ["param-removed-optional A.f(y)"],
    ),
    "an order of bases in which another method is found": (
        f"class L:\n{F}class R:\n{WIDER_F}{DRIVER}class A(L, R): ...\n",
        f"class L:\n{F}class R:\n{WIDER_F}{DRIVER}class A(R, L): ...\n",
        ["bases-reordered A", "param-added-optional A.f(y)"],
    ),
    "a method of a nested class": (
        f"{DRIVER}class A:\n    class B:\n        def f(self) -> None: ...\n",
        f"{DRIVER}class A:\n    class B:\n        def f(self, x: int) -> None: ...\n",
        ["param-added-required A.B.f(x)"],
    ),
    "a method that became a property": (
        f"{DRIVER}class A:\n{G}",
        f"{DRIVER}class A:\n    @property\n{G}",
        ["property-method-swapped A.g"],
    ),
    "a method that became a class": (
        f"{DRIVER}class A:\n{F}",
        f"{DRIVER}class A:\n    class f: ...\n",
        ["member-kind-changed A.f"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), TOLD_ONCE.values(), ids=TOLD_ONCE)
def test_a_change_is_told_once_by_the_topmost_class_that_it_touches(old: str, new: str, expected: list[str]) -> None:
    assert told(old, new) == expected


RENAMED = {
    "a method": (
        f"{DRIVER}class A:\n    def attach_volume(self, x: int, y: str) -> str: ...\n",
        f"{DRIVER}class A:\n    def attach_volumes(self, x: int, y: str) -> str: ...\n",
        "method-renamed A.attach_volume",
        "attach_volumes",
    ),
    "a class": (
        f"class Image:\n    a: int\n    b: str\n{DRIVER}class A:\n    def f(self, x: Image) -> None: ...\n",
        f"class DiskImage:\n    a: int\n    b: str\n{DRIVER}class A:\n    def f(self, x: DiskImage) -> None: ...\n",
        "class-renamed Image",
        "DiskImage",
    ),
    "a class that is a base": (
        "class Image:\n    a: int\n    b: str\nclass Sub(Image): ...\n",
        "class DiskImage:\n    a: int\n    b: str\nclass Sub(DiskImage): ...\n",
        "class-renamed Image",
        "DiskImage",
    ),
    "a function": (
        "def connect_volume(x: int, y: str) -> str: ...\n",
        "def connect_volumes(x: int, y: str) -> str: ...\n",
        "symbol-renamed connect_volume",
        "connect_volumes",
    ),
    "a constant": ("MAX_SIZE: int = 5\n", "MAX_SIZES: int = 5\n", "symbol-renamed MAX_SIZE", "MAX_SIZES"),
    "an enum member": (
        "class State(Enum):\n    ON = 1\n    OF = 2\n",
        "class State(Enum):\n    ON = 1\n    OFF = 2\n",
        "attribute-renamed State.OF",
        "OFF",
    ),
    "a field": (
        "@dataclass(kw_only=True)\nclass Disk:\n    name: str\n    size_mb: int\n",
        "@dataclass(kw_only=True)\nclass Disk:\n    name: str\n    size_mib: int\n",
        "field-renamed Disk.size_mb",
        "size_mib",
    ),
    "a flag": (
        f"{DRIVER}class A:\n    capabilities = {{'supports_x': False, 'supports_migrate': True}}\n",
        f"{DRIVER}class A:\n    capabilities = {{'supports_x': False, 'supports_migration': True}}\n",
        "flag-renamed A.capabilities[supports_migrate]",
        "supports_migration",
    ),
    "a parameter": (
        f"{DRIVER}class A:\n    def f(self, instance: int) -> None: ...\n",
        f"{DRIVER}class A:\n    def f(self, server: int) -> None: ...\n",
        "param-renamed A.f(instance)",
        "server",
    ),
}


@pytest.mark.parametrize(("old", "new", "expected", "new_name"), RENAMED.values(), ids=RENAMED)
def test_what_was_renamed_is_one_finding_that_names_both(old: str, new: str, expected: str, new_name: str) -> None:
    (change,) = changes(old, new, flags=("pkg.A.capabilities",))
    assert f"{change.rule} {change.path.removeprefix('pkg.')}" == expected
    assert new_name in change.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            f"{DRIVER}class A:\n    def attach(self, x: int) -> str: ...\n",
            f"{DRIVER}class A:\n    def attach1(self, x: int) -> str: ...\n    def attach2(self, x: int) -> str: ...\n",
        ),
        (
            "def connect(x: int) -> str: ...\n",
            "def connect1(x: int) -> str: ...\ndef connect2(x: int) -> str: ...\n",
        ),
        (
            "class Image:\n    a: int\n",
            "class Image1:\n    a: int\nclass Image2:\n    a: int\n",
        ),
    ],
)
def test_of_two_equally_good_candidates_none_is_the_new_name(old: str, new: str) -> None:
    assert not any("renamed" in line for line in (*told(old, new), *told(new, old)))
    assert len(told(old, new)) == len(told(new, old)) == 3


def test_what_has_another_signature_was_not_renamed() -> None:
    old = f"{DRIVER}class A:\n    def attach_volume(self, x: int, y: str) -> str: ...\n"
    new = f"{DRIVER}class A:\n    def attach_volumes(self, x: list[int], z: str) -> str: ...\n"
    assert told(old, new) == ["method-added-concrete A.attach_volumes", "method-removed A.attach_volume"]


@pytest.mark.parametrize(
    "sources",
    [
        "class A(A):\n    x: int\n",
        "class A(B):\n    x: int\nclass B(A):\n    y: int\n",
        "class A(X, Y):\n    z: int\nclass X: ...\nclass Y(X): ...\nclass B(A, X, Y): ...\n",
        {"__init__.pyi": "from pkg.a import A as A\n", "a.pyi": "from pkg.b import B\nclass A(B): ...\n",
         "b.pyi": "from pkg.a import A\nclass B(A): ...\n"},
    ],
)  # fmt: skip
def test_bases_that_python_refuses_end_and_are_silent_against_themselves(sources: Sources) -> None:
    assert told(sources, sources) == []
