"""The name of a type variable is nobody's: it is numbered, and what it accepts is kept."""

import sys

import griffe
import pytest

from tests.compare.texts import changes, read, told
from virtapi_analyzer.interface.library import Library
from virtapi_analyzer.model.element import Attribute, Class, Function, Signature
from virtapi_analyzer.model.type_variable import TypeVariable, VariableKind, Variance

needs_brackets = pytest.mark.skipif(sys.version_info < (3, 12), reason="Python reads type parameters from 3.12 on")


def form(text: str, name: str = "f") -> Signature:
    """The signature of a function, or of the method `f` of a class."""
    element = read(text).modules["pkg"].names[name].element
    element = element.members["f"].element if isinstance(element, Class) else element
    assert isinstance(element, Function)
    return element.signature


def normal(text: str, name: str = "f") -> list[str]:
    """The types of a signature in normal form, the result last."""
    found = form(text, name)
    return [type_.normal for type_ in (*(p.type for p in found.parameters), found.returns) if type_ is not None]


def variable(made: str) -> TypeVariable:
    """What a type variable accepts that is made so."""
    returns = form(f"class Image: ...\n_T = {made}\ndef f() -> list[_T]: ...").returns
    assert returns is not None
    return returns.variables[0]


RENAMED = {
    "in a function": "{T} = TypeVar('{T}')\ndef f(x: {T}) -> list[{T}]: ...",
    "in an overload set": (
        "{T} = TypeVar('{T}')\n@overload\ndef f(x: {T}) -> {T}: ...\n@overload\ndef f(x: int, y: {T}) -> list[{T}]: ..."
    ),
    "in a class": (
        "{T} = TypeVar('{T}')\nclass A(Generic[{T}]):\n    x: {T}\n    def f(self, x: {T}) -> {T}: ...\n"
        "    @property\n    def y(self) -> {T}: ..."
    ),
    "in the base of a class": "{T} = TypeVar('{T}')\nclass A(list[{T}]):\n    def f(self, x: {T}) -> {T}: ...",
    "in an alias": "{T} = TypeVar('{T}')\nMany = list[{T}]\ndef f(x: Many[int]) -> Many: ...",
    "in a union": "{T} = TypeVar('{T}')\n@overload\ndef f(x: {T} | int | None) -> {T}: ...\n@overload\ndef f() -> int: ...",
    "with a bound": "{T} = TypeVar('{T}', bound='A')\nclass A: ...\n@overload\ndef f(x: {T}) -> {T}: ...\n@overload\ndef f(): ...",
    "for parameters": (
        "from typing import ParamSpec\n{T} = ParamSpec('{T}')\n@overload\n"
        "def f(x: Callable[{T}, int], *args: {T}.args, **kwargs: {T}.kwargs) -> int: ...\n@overload\ndef f() -> None: ..."
    ),
    "for types": (
        "from typing import TypeVarTuple\n{T} = TypeVarTuple('{T}')\n@overload\n"
        "def f(*args: Unpack[{T}]) -> tuple[Unpack[{T}]]: ...\n@overload\ndef f(*, x: int) -> None: ..."
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", RENAMED.values(), ids=RENAMED)
def test_a_type_variable_may_have_any_name(text: str) -> None:
    one, other = text.replace("{T}", "_T"), text.replace("{T}", "_V")
    assert told(one, other) == []
    assert told(other, one) == []


def test_type_variables_are_numbered_as_they_appear() -> None:
    two = "_A = TypeVar('_A')\n_B = TypeVar('_B')\n"
    assert normal(f"{two}def f(x: _B, y: dict[_A, _B]) -> _A: ...") == ["~1", "dict[~2, ~1]", "~2"]


def test_the_order_of_keyword_only_parameters_numbers_nothing() -> None:
    two = "_A = TypeVar('_A')\n_B = TypeVar('_B')\n@overload\ndef f() -> None: ...\n@overload\n"
    assert told(f"{two}def f(*, a: _A, b: _B) -> _A: ...", f"{two}def f(*, b: _B, a: _A) -> _A: ...") == []


def test_a_class_keeps_the_numbers_of_its_parameters_throughout() -> None:
    three = "_A = TypeVar('_A')\n_B = TypeVar('_B')\n_C = TypeVar('_C')\n"
    text = f"{three}class A(Generic[_A, _B]):\n    x: list[_B]\n    def f(self, y: _B, z: _C) -> _A: ...\n"
    assert normal(text, "A") == ["~class2", "~1", "~class1"]
    attribute = read(text).classes["pkg.A"].members["x"].element
    assert isinstance(attribute, Attribute)
    assert attribute.type is not None
    assert attribute.type.normal == "list[~class2]"


def test_which_of_two_type_variables_stands_where_is_told() -> None:
    two = "_A = TypeVar('_A')\n_B = TypeVar('_B')\n@overload\ndef f() -> None: ...\n@overload\n"
    assert told(f"{two}def f(x: _A, y: _B) -> _A: ...", f"{two}def f(x: _A, y: _B) -> _B: ...") == [
        "overload-changed f"
    ]


def test_a_renamed_method_is_found_again_under_another_type_variable() -> None:
    old = "_T = TypeVar('_T')\nclass A:\n    def wrap_all(self, values: list[_T], count: int) -> dict[int, _T]: ..."
    new = old.replace("_T", "_V").replace("wrap_all", "wrap")
    assert told(old, new) == ["method-renamed A.wrap_all"]


def test_a_public_type_variable_that_is_renamed_is_gone_under_its_old_name() -> None:
    text = "{T} = TypeVar('{T}')\ndef f(x: {T}) -> {T}: ..."
    found = told(text.replace("{T}", "T"), text.replace("{T}", "V"))
    assert found == ["symbol-added V", "symbol-removed T"]


def test_a_generic_alias_stands_for_what_its_arguments_make_of_it() -> None:
    around = "_K = TypeVar('_K')\n_V = TypeVar('_V')\nPairs = dict[_K, Union[_V, None]]\n"
    assert normal(f"{around}def f(x: Pairs[int, 'str | None']) -> Pairs: ...") == [
        "dict[int, None | str]",
        "dict[typing.Any, None | typing.Any]",
    ]
    assert normal(f"{around}_T = TypeVar('_T')\ndef f(x: Pairs[_T, Pairs[int, _T]]) -> _T: ...") == [
        "dict[~1, None | dict[int, None | ~1]]",
        "~1",
    ]


def test_what_a_type_variable_accepts_is_kept() -> None:
    assert variable("TypeVar('_T')") == TypeVariable(kind=VariableKind.TYPE)
    assert variable("TypeVar('_T', bound='Optional[Image]')").bound == "None | pkg.Image"
    assert variable("TypeVar('_T', str, bytes)").constraints == ("bytes", "str")
    assert variable("TypeVar('_T', covariant=True)").variance is Variance.COVARIANT
    assert variable("TypeVar('_T', infer_variance=True, default=int)") == TypeVariable(
        kind=VariableKind.TYPE, default="int", variance=Variance.INFERRED
    )
    assert variable("typing.ParamSpec('_T')").kind is VariableKind.PARAMETERS


def test_a_type_that_mentions_a_type_variable_mentions_its_bound() -> None:
    returns = form("class Image: ...\n_T = TypeVar('_T', bound=Image)\ndef f() -> list[_T]: ...").returns
    assert returns is not None
    assert returns.names == {"list", "pkg.Image"}


def test_a_type_variable_whose_default_names_it_ends() -> None:
    assert variable("TypeVar('_T', default='list[_T]')").default == "list[~1]"


def test_forms_that_differ_in_the_bound_alone_are_two_forms() -> None:
    around = "_T = TypeVar('_T', bound=int)\n_U = TypeVar('_U', bound=str)\n@overload\ndef f(x: _T) -> _T: ...\n"
    more = "@overload\ndef f(x: bytes) -> bytes: ...\n"
    assert told(f"{around}@overload\ndef f(x: _U) -> _U: ...\n{more}", around + more) == ["overload-removed f"]


def test_a_bound_that_changed_is_no_change_of_the_overload_set() -> None:
    text = "_T = TypeVar('_T', bound={})\n@overload\ndef f(x: _T) -> _T: ...\n@overload\ndef f() -> None: ...\n"
    assert told(text.format("int"), text.format("float")) == []


def test_a_message_shows_type_variables_as_they_are_written() -> None:
    old = "_T = TypeVar('_T')\n@overload\ndef f(x: int) -> int: ...\n@overload\ndef f(x: str) -> str: ...\n"
    (found,) = changes(old, f"{old}@overload\ndef f(x: list[_T]) -> _T: ...\n")
    assert found.message == "`f` can now also be called as `(x: list[_T]) -> _T`"


# Type parameters in brackets. ----------------------------------------------------------------------------------------

BRACKETS = {
    "a function": (
        "_T = TypeVar('_T')\n@overload\ndef f(x: _T) -> _T: ...\n@overload\ndef f() -> int: ...",
        "@overload\ndef f[T](x: T) -> T: ...\n@overload\ndef f() -> int: ...",
    ),
    "a bound": (
        "_T = TypeVar('_T', bound=int)\n@overload\ndef f(x: _T) -> _T: ...\n@overload\ndef f() -> int: ...",
        "@overload\ndef f[T: int](x: T) -> T: ...\n@overload\ndef f() -> int: ...",
    ),
    "constraints": (
        "_T = TypeVar('_T', str, bytes)\n@overload\ndef f(x: _T) -> _T: ...\n@overload\ndef f() -> int: ...",
        "@overload\ndef f[T: (bytes, str)](x: T) -> T: ...\n@overload\ndef f() -> int: ...",
    ),
    "a class": (
        (
            "_K = TypeVar('_K')\n_V = TypeVar('_V')\nclass A(Generic[_K, _V]):\n    x: _V\n"
            "    @overload\n    def f(self, x: _V) -> _K: ...\n    @overload\n    def f(self, x: int, y: _K) -> int: ..."
        ),
        (
            "class A[S, T]:\n    x: T\n"
            "    @overload\n    def f(self, x: T) -> S: ...\n    @overload\n    def f(self, x: int, y: S) -> int: ..."
        ),
    ),
    "a method": (
        (
            "_T = TypeVar('_T')\nclass A:\n    @overload\n    def f(self, x: _T) -> _T: ...\n"
            "    @overload\n    def f(self) -> int: ..."
        ),
        "class A:\n    @overload\n    def f[T](self, x: T) -> T: ...\n    @overload\n    def f(self) -> int: ...",
    ),
    "parameters of a callable": (
        (
            "from typing import ParamSpec\n_P = ParamSpec('_P')\n@overload\ndef f() -> int: ...\n"
            "@overload\ndef f(x: Callable[_P, int], *args: _P.args, **kwargs: _P.kwargs) -> None: ..."
        ),
        (
            "from typing import ParamSpec\n@overload\ndef f() -> int: ...\n"
            "@overload\ndef f[**P](x: Callable[P, int], *args: P.args, **kwargs: P.kwargs) -> None: ..."
        ),
    ),
}


@needs_brackets
@pytest.mark.parametrize(("one", "other"), BRACKETS.values(), ids=BRACKETS)
def test_type_parameters_in_brackets_are_those_of_the_old_spelling(one: str, other: str) -> None:
    assert told(one, other) == []
    assert told(other, one) == []
    assert told(other, other) == []


@needs_brackets
def test_a_type_statement_is_an_alias() -> None:
    old = "_T = TypeVar('_T')\nPairs: TypeAlias = 'dict[str, _T]'\ndef f(x: Pairs[int]) -> Pairs: ..."
    new = "type Pairs[V] = dict[str, V]\ndef f(x: Pairs[int]) -> Pairs: ..."
    assert told(old, new) == told(new, old) == []
    assert normal(new) == ["dict[str, int]", "dict[str, typing.Any]"]
    assert told(new, new.replace("dict[str, V]", "list[V]")) == [
        "alias-target-changed Pairs",
        "param-type-changed f(x)",
        "return-type-changed f",
    ]


@needs_brackets
def test_the_variance_of_a_type_parameter_in_brackets_is_inferred() -> None:
    returns = form("class Image: ...\ndef f[T: Image]() -> list[T]: ...").returns
    assert returns is not None
    assert returns.variables == (TypeVariable(kind=VariableKind.TYPE, bound="pkg.Image", variance=Variance.INFERRED),)
    assert returns.names == {"list", "pkg.Image"}


def test_a_type_parameter_in_brackets_is_numbered_on_an_old_python_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """What griffe makes of `class A[K: int]: def f[T](self, x: T) -> K`, on a Python that cannot parse it."""
    load = Library.source

    def with_parameters(library: Library, module: str) -> object:
        source = load(library, module)
        if source is not None and "A" in source.module.members:
            kind = griffe.TypeParameterKind.type_var
            source.module["A"].type_parameters = griffe.TypeParameters(
                griffe.TypeParameter("K", kind=kind, bound="int")
            )
            source.module["A.f"].type_parameters = griffe.TypeParameters(griffe.TypeParameter("T", kind=kind))
        return source

    monkeypatch.setattr(Library, "source", with_parameters)
    text = "class A:\n    def f(self, x: T, y: dict[T, K]) -> K: ..."
    assert normal(text, "A") == ["~1", "dict[~1, ~class1]", "~class1"]
    assert read(text).classes["pkg.A"].parameters == ("K",)
