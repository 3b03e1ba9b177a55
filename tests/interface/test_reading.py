"""Classes and functions as they are read from source."""

import pytest

from tests.compare.texts import read
from tests.interface.elements import SOURCE, attributes, members, method, properties, the_class
from virtapi_analyzer.model.contract import Contract
from virtapi_analyzer.model.element import (
    AttributeKind,
    Binding,
    Body,
    ClassKind,
    Function,
)

# Functions. ----------------------------------------------------------------------------------------------------------


def test_a_function_that_has_overloads_alone_is_there() -> None:
    text = "@overload\ndef f(x: int) -> int: ...\n@overload\ndef f(x: str, y: int = ...) -> str: ...\n"
    element = read(text).modules["pkg"].names["f"].element
    assert isinstance(element, Function)
    assert [[p.name for p in form.parameters] for form in element.overloads] == [["x"], ["x", "y"]]


def test_a_method_that_has_overloads_alone_is_there() -> None:
    body = "    @overload\n    @classmethod\n    def f(cls, x: int) -> int: ...\n    @overload\n    @classmethod\n    def f(cls, x: str) -> str: ...\n"
    found = method(f"class A:\n{body}")
    assert (len(found.overloads), found.binding) == (2, Binding.CLASS)


def test_of_overloads_in_source_the_implementation_is_no_form() -> None:
    text = "from typing import overload\n@overload\ndef f(x: int) -> int: ...\n@overload\ndef f(x: str) -> str: ...\ndef f(x): return x\n"
    element = read({"__init__.py": text}).modules["pkg"].names["f"].element
    assert isinstance(element, Function)
    assert len(element.overloads) == 2


@pytest.mark.parametrize(
    ("decorator", "receiver", "binding"),
    [
        ("", "self, ", Binding.INSTANCE),
        ("@classmethod\n    ", "cls, ", Binding.CLASS),
        ("@staticmethod\n    ", "", Binding.STATIC),
    ],
)
def test_the_receiver_is_no_parameter(decorator: str, receiver: str, binding: Binding) -> None:
    found = method(f"class A:\n    {decorator}def f({receiver}x: int, /, *, y: int) -> None: ...\n")
    assert [p.name for p in found.signature.parameters] == ["x", "y"]
    assert found.binding is binding


def test_a_definition_is_shown_on_one_line_as_python_writes_it() -> None:
    text = "class A:\n    async def f(\n        self, x: 'int', /, y: int = 1, *rest: int, z: str = 'a',\n        **more: int,\n    ) -> Optional[int]: ...\n"
    assert (
        method(text).text
        == "async def f(self, x: 'int', /, y: int = 1, *rest: int, z: str = 'a', **more: int) -> Optional[int]"
    )


def test_a_function_says_what_its_body_does() -> None:
    found = members({"__init__.py": SOURCE})
    bodies = {name: m.element.body for name, m in found.items() if isinstance(m.element, Function)}
    assert bodies == {
        "__init__": Body.CODE,
        "optional": Body.NOT_IMPLEMENTED,
        "gone": Body.NOT_IMPLEMENTED,
        "there": Body.CODE,
        "nothing": Body.EMPTY,
    }


def test_a_location_is_the_line_of_the_definition_below_its_decorators() -> None:
    text = {
        "__init__.pyi": "from typing import final\n\n@final\nclass A:\n    @final\n    def f(self) -> None: ...\n    @property\n    def p(self) -> int: ...\n"
    }
    assert the_class(text).location.line == 4
    assert [m.element.location.line for m in members(text).values()] == [6, 8]


@pytest.mark.parametrize(
    "docstring",
    [
        "Do it.\n\n        :raises ValueError: bad.\n        :raise KeyError: worse.\n        ",
        "Do it.\n\n        Raises:\n            ValueError: bad,\n                very bad.\n            KeyError: worse.\n        Returns:\n            Nothing: ever.\n        ",
        "Do it.\n\n        Raises\n        ------\n        ValueError\n            Bad.\n        KeyError\n            Worse.\n        ",
    ],
)
def test_documented_exceptions_are_read_in_three_styles(docstring: str) -> None:
    found = method(f'class A:\n    def f(self) -> None:\n        """{docstring}"""\n')
    assert found.raises_documented == ("ValueError", "KeyError")


# Properties. ---------------------------------------------------------------------------------------------------------


def test_a_property_with_setter_and_deleter() -> None:
    text = """
        class A:
            @property
            @abstractmethod
            @raises(ValueError)
            @since("2026.2")
            def p(self) -> int: ...
            @p.setter
            def p(self, value: int) -> None: ...
            @p.deleter
            def p(self) -> None: ...
            @property
            @final
            def q(self) -> str: ...
    """
    found = properties(text)
    assert (found["p"].settable, found["p"].deletable, found["p"].abstract, found["p"].final) == (
        True,
        True,
        True,
        False,
    )
    assert (found["q"].settable, found["q"].deletable, found["q"].abstract, found["q"].final) == (
        False,
        False,
        False,
        True,
    )
    assert found["p"].contract == Contract(raises=("ValueError",), since="2026.2")


def test_the_old_abstract_property_is_one() -> None:
    assert properties({"__init__.py": SOURCE})["state"].abstract


# Data classes. -------------------------------------------------------------------------------------------------------

DATACLASS = """
@dataclass(frozen=True, eq=True, slots=True)
class A:
    plain: int
    defaulted: str = "x"
    made: list[int] = field(default_factory=list)
    typed: dict[str, int] = field(default_factory=dict[str, int])
    left_out: int = field(default=3, init=False)
    shared: ClassVar[int] = 4
    quoted: 'ClassVar[int]' = 4
    passed: InitVar[int] = 1
    unannotated = 3
    _: KW_ONLY
    named: int
    placed: int = field(kw_only=False, default=1)
    fixed: Final[int] = 2
"""


def test_the_fields_of_a_dataclass_are_what_python_makes_fields() -> None:
    found = attributes(DATACLASS)
    fields = [name for name, each in found.items() if each.kind is AttributeKind.FIELD]
    assert fields == ["plain", "defaulted", "made", "typed", "left_out", "passed", "named", "placed", "fixed"]
    assert [name for name, each in found.items() if each.keyword_only] == ["named", "fixed"]
    assert [name for name, each in found.items() if not each.in_constructor] == ["left_out"]
    assert found["shared"].class_variable and found["quoted"].class_variable and found["fixed"].final


def test_the_default_of_a_field_is_what_field_says() -> None:
    values = {name: each.value.normal for name, each in attributes(DATACLASS).items() if each.value}
    assert values == {
        "defaulted": "'x'", "made": "[]", "typed": "{}", "left_out": "3", "shared": "4", "quoted": "4", "passed": "1",
        "unannotated": "3", "placed": "1", "fixed": "2",
    }  # fmt: skip


def test_the_options_of_a_dataclass_are_those_that_are_not_the_default() -> None:
    assert the_class(DATACLASS).options == {"frozen=True", "slots=True"}


def test_keyword_only_may_hold_for_all_fields() -> None:
    found = attributes(
        "@dataclass(kw_only=True)\nclass A:\n    x: int\n    y: int = field(kw_only=False)\n    z: ClassVar[int]\n"
    )
    assert [name for name, each in found.items() if each.keyword_only] == ["x"]


def test_the_keys_of_a_typed_dict_say_whether_they_must_be_there() -> None:
    text = "class Base(TypedDict, total=False):\n    a: int\n    b: Required[ReadOnly[str]]\nclass A(Base):\n    c: str\n    d: NotRequired[Annotated[int, 1]]\n"
    found = attributes(text)
    assert {name: each.optional_key for name, each in found.items()} == {"c": False, "d": True, "a": True, "b": False}
    assert [name for name, each in found.items() if each.read_only] == ["b"]
    assert the_class(text).kind is ClassKind.TYPED_DICT


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("class A", ClassKind.PLAIN),
        ("@dataclass\nclass A", ClassKind.DATACLASS),
        ("@dataclasses.dataclass(frozen=True)\nclass A", ClassKind.DATACLASS),
        ("class A(Enum)", ClassKind.ENUM),
        ("class A(enum.IntFlag)", ClassKind.ENUM),
        ("class A(NamedTuple)", ClassKind.NAMED_TUPLE),
        ("class A(Protocol)", ClassKind.PROTOCOL),
        ("T = TypeVar('T')\nclass A(Protocol[T])", ClassKind.PROTOCOL),
        ("class P(Protocol): ...\nclass A(P)", ClassKind.PLAIN),
        ("class A(ValueError)", ClassKind.EXCEPTION),
        ("class E(Exception): ...\nclass A(E)", ClassKind.EXCEPTION),
    ],
)
def test_a_class_is_of_the_kind_that_its_bases_and_decorators_make_it(head: str, kind: ClassKind) -> None:
    assert the_class(f"{head}: ...\n").kind is kind


def test_an_enum_has_members_and_other_things() -> None:
    text = "class A(IntEnum):\n    X = 1\n    Y = auto()\n    Z = X\n    LAST = auto()\n    label: str\n    _private = 5\n    def f(self) -> int: ...\n"
    found = attributes(text)
    assert {name: each.value.normal for name, each in found.items() if each.kind is AttributeKind.MEMBER and each.value} == {
        "X": "1", "Y": "2", "Z": "1", "LAST": "3",
    }  # fmt: skip


def test_a_subclass_of_a_private_enum_is_an_enum() -> None:
    text = "class _Base(str, Enum): ...\nclass A(_Base):\n    X = 'x'\n"
    assert the_class(text).kind is ClassKind.ENUM
    assert attributes(text)["X"].kind is AttributeKind.MEMBER


# Inheritance. --------------------------------------------------------------------------------------------------------


def test_members_are_inherited_in_the_order_in_which_python_looks_them_up() -> None:
    text = "class Top:\n    def f(self) -> None: ...\n    def g(self) -> None: ...\nclass L(Top): ...\nclass R(Top):\n    def f(self) -> None: ...\nclass A(L, R): ...\n"
    assert the_class(text).mro == ("pkg.L", "pkg.R", "pkg.Top")
    assert {name: member.owner for name, member in members(text).items()} == {"f": "pkg.R", "g": "pkg.Top"}


def test_members_are_inherited_from_other_modules() -> None:
    files = {"__init__.pyi": "from pkg._a import _Base\nclass A(_Base): ...\n", "_a.pyi": "class _Base:\n    x: int\n"}
    assert list(members(files)) == ["x"]


def test_a_class_that_inherits_from_itself_has_its_own_members() -> None:
    assert list(members("class A(A):\n    x: int\n")) == ["x"]
    assert "x" in members("class B(A):\n    y: int\nclass A(B):\n    x: int\n")


def test_bases_outside_the_package_stand_for_themselves() -> None:
    text = "from somewhere import Thing\nclass A(Thing, dict[str, int]): ...\n"
    assert the_class(text).mro == ("somewhere.Thing", "dict")


def test_what_must_be_defined_is_what_is_still_abstract() -> None:
    text = "class Base(ABC):\n    @abstractmethod\n    def f(self) -> None: ...\n    @abstractmethod\n    def g(self) -> None: ...\nclass A(Base):\n    def f(self) -> None: ...\n"
    assert the_class(text).abstract_members == ("g",)


def test_another_name_for_a_method_is_that_method() -> None:
    assert (
        method("class A:\n    def f(self, x: int) -> None: ...\n    g = f\n", "g").signature.parameters[0].name == "x"
    )


def test_the_order_of_type_parameters_is_that_of_generic() -> None:
    text = (
        "T = TypeVar('T')\nS = TypeVar('S')\nclass A(Mapping[T, S], Generic[S, T]): ...\nclass B(Mapping[T, S]): ...\n"
    )
    assert (the_class(text).parameters, the_class(text, "pkg.B").parameters) == (("S", "T"), ("T", "S"))


def test_attributes_that_init_sets_are_there() -> None:
    assert attributes({"__init__.py": SOURCE})["z"].kind is AttributeKind.INSTANCE


# Branches. -----------------------------------------------------------------------------------------------------------


def test_members_in_a_branch_that_nobody_takes_are_not_there() -> None:
    text = """
        class A:
            if sys.version_info >= (3, 8):
                def new(self) -> None: ...
            else:
                def old(self) -> None: ...
            if TYPE_CHECKING:
                def seen(self) -> None: ...
            else:
                def unseen(self) -> None: ...
            if not TYPE_CHECKING: hidden = 1
            if sys.version_info < (3, 9):
                @final
                def ancient(self) -> None: ...
            elif sys.version_info < (3, 10):
                def old_too(self) -> None: ...
            else:
                def newest(self) -> None: ...
            def after(self) -> None: ...
    """
    assert list(members(text)) == ["new", "seen", "newest", "after"]


def test_of_two_definitions_the_one_in_the_branch_that_is_taken_counts() -> None:
    text = (
        "import sys\nif sys.version_info >= (3, 8):\n    def f(x: int) -> None: ...\nelse:\n    def f() -> None: ...\n"
    )
    element = read({"__init__.pyi": text}).modules["pkg"].names["f"].element
    assert (element.text, element.location.line) == ("def f(x: int) -> None", 3)


def test_of_what_is_tried_and_what_is_done_instead_the_former_counts() -> None:
    text = "try:\n    from pkg.a import A as A\nexcept ImportError:\n    from pkg.b import A as A\ntry:\n    def f(x: int): ...\nexcept ImportError:\n    def f(): ...\n"
    files = {"__init__.py": text, "a.py": "class A: ...\n", "b.py": "class A: ...\n"}
    found = read(files).modules["pkg"].names
    assert found["A"].element.path == "pkg.a.A"
    assert found["f"].element.text == "def f(x: int)"


def test_lines_behind_a_branch_that_nobody_takes_keep_their_numbers() -> None:
    text = 'import sys\nif sys.version_info < (3, 8):\n    x = """é\nlonger\n"""  # said\n    y = 1\nclass A:\n    z: int\n'
    assert the_class({"__init__.pyi": text}).location.line == 7
