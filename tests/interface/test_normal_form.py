"""What is only respelled is equal, and what is not respelled is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.texts import read, told
from virtapi_analyzer.model.element import Attribute, Class, Function, Type, Value

# What the annotations below name.
KNOWN = """
class Image: ...
class Volume: ...
class Options(TypedDict):
    force: bool
    retries: NotRequired[int]
Name = str
Ident: TypeAlias = "Union[int, Name]"
_Hidden = Dict[str, Name]
Json = Union[None, int, "List[Json]", "Dict[str, Json]"]
MiB = NewType("MiB", int)
"""


def type_of(annotation: str) -> Type:
    return parameter(f"x: {annotation}")[0]


def value_of(default: str) -> Value:
    return parameter(f"x: object = {default}")[1]


def parameter(text: str) -> tuple[Type, Value]:
    function = (
        read(f"{KNOWN}_SHORT = 5\n_LONG: Final = _SHORT\ndef f({text}) -> None: ...\n")
        .modules["pkg"]
        .names["f"]
        .element
    )
    assert isinstance(function, Function)
    found = function.signature.parameters[0]
    assert found.type is not None
    return found.type, found.default or Value(text="", normal="")


SAME_TYPE = [
    ("Optional[int]", "int | None"),
    ("Optional[int]", "Union[int, None]"),
    ("Optional[int]", "None | int"),
    ("Optional[Union[int, str]]", "str | int | None"),
    ("Union[int, Union[str, bytes]]", "int | str | bytes"),
    ("Union[int, int]", "int"),
    ("Union[int]", "int"),
    ("int | (str | int)", "int | str"),
    ("List[int]", "list[int]"),
    ("typing.List[int]", "list[int]"),
    ("Dict[str, List[int]]", "dict[str, list[int]]"),
    ("List", "list"),
    ("Tuple[int, ...]", "tuple[int, ...]"),
    ("typing.Type[Image]", "type[Image]"),
    ("typing.Sequence[int]", "Sequence[int]"),
    ("typing.Callable[[int], str]", "collections.abc.Callable[[int], str]"),
    ("typing.Callable[..., str]", "Callable[..., str]"),
    ("typing.AbstractSet[int]", "collections.abc.Set[int]"),
    ("typing.DefaultDict[str, int]", "collections.defaultdict[str, int]"),
    ('"int"', "int"),
    ('"Image | None"', "Optional[Image]"),
    ('list["Image"]', "list[Image]"),
    ('"list[Image]"', "list[Image]"),
    ('Optional["Image"]', "Image | None"),
    ("Annotated[int, 'anything']", "int"),
    ("list[Annotated[int, 'anything']]", "list[int]"),
    ("typing.Annotated[Optional[int], 'a', 'b']", "int | None"),
    ("Name", "str"),
    ("list[Name]", "list[str]"),
    ("Ident", "int | str"),
    ("Optional[Ident]", "int | str | None"),
    ("_Hidden", "dict[str, str]"),
    ("Literal['a', 'b']", 'Literal["b", "a"]'),
    ("Literal['a', 'b']", "Literal['a'] | Literal['b']"),
    ("Literal[1, 2]", "typing.Literal[2, 1, 1]"),
    ("Optional[Literal['a']]", "Literal['a', None]"),
    ("Literal[Literal['a'], 'b']", "Literal['a', 'b']"),
    ("Literal['a, b', 'c']", "Literal['c'] | Literal['a, b']"),
    ("tuple[()]", "Tuple[()]"),
    ("typing.Any", "Any"),
    ("None", "'None'"),
    ("Literal['a | b', '[c']", "Literal['[c'] | Literal['a | b']"),
    (r"Literal['it\'s', 'b']", r"""Literal['b'] | Literal["it's"]"""),
    ("Callable[['Image'], None]", "Callable[[Image], None]"),
    ("dict[str, Literal['b', 'a']]", "dict[str, Literal['a', 'b']]"),
    ("tuple[int, *tuple[str, ...]]", "Tuple[int, Unpack[Tuple[str, ...]]]"),
    ("typing.Text", "str"),
]


@pytest.mark.parametrize(("one", "other"), SAME_TYPE)
def test_a_type_that_is_only_respelled_is_equal(one: str, other: str) -> None:
    assert type_of(one).normal == type_of(other).normal
    assert told(f"{KNOWN}def f(x: {one}) -> {one}: ...", f"{KNOWN}def f(x: {other}) -> {other}: ...") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("int", "int | None"),
        ("int", "str"),
        ("list[int]", "list[str]"),
        ("list[int]", "tuple[int]"),
        ("tuple[int]", "tuple[int, ...]"),
        ("Callable[[int], str]", "Callable[[int, int], str]"),
        ("Callable[[int, str], None]", "Callable[[int], None]"),
        ("Literal['a']", "Literal['a', 'b']"),
        ("Literal[1]", "Literal['1']"),
        ("Literal[1]", "Literal[True]"),
        ("Literal['a, b']", "Literal['a', 'b']"),
        ("Literal['None']", "Literal[None]"),
        ("Literal['Image']", "Image"),
        ("Image", "Volume"),
        ("MiB", "int"),
        ("Sequence[int]", "list[int]"),
        ("type[Image]", "Image"),
        ("list[int | str]", "list[int] | list[str]"),
        ("Json", "object"),
    ],
)
def test_another_type_is_not_equal(one: str, other: str) -> None:
    assert type_of(one).normal != type_of(other).normal


def test_what_annotated_adds_is_kept_apart() -> None:
    found = type_of("Annotated[int, Since('2026.2', essential=False), 'more than one']")
    assert found.normal == "int"
    assert found.metadata == ("virtapi.contract.Since('2026.2', essential=False)", "'more than one'")


def test_an_alias_keeps_its_name_for_messages_and_names_what_it_stands_for() -> None:
    found = type_of("list[Ident]")
    assert (found.text, found.normal) == ("list[Ident]", "list[int | str]")


def test_a_type_mentions_every_class_in_it() -> None:
    assert type_of("dict[str, Optional['Image']] | Volume").names == {"dict", "str", "pkg.Image", "pkg.Volume"} | (
        type_of("Optional[int]").names - {"int"}
    )


def test_a_recursive_alias_ends() -> None:
    assert "pkg.Json" in type_of("Json").names


def test_aliases_of_each_other_end() -> None:
    text = "Left = Union[int, 'Right']\nRight = Union[str, 'Left']\ndef f(x: Left, y: Right) -> None: ...\n"
    assert told(text, text) == []


def test_an_alias_of_itself_ends() -> None:
    text = "Self: TypeAlias = 'Self'\nOther = Other\ndef f(x: Self, y: Other) -> None: ...\n"
    assert told(text, text) == []


SAME_VALUE = [
    ("'a'", '"a"'),
    ("'it''s'", '"its"'),
    ("10", "0xA"),
    ("1000", "1_000"),
    ("1.50", "1.5"),
    ("{'a': 1, 'b': 2}", "{'b': 2, 'a': 1}"),
    ("{1, 2}", "{2, 1}"),
    ("(1, 2)", "(1, 2,)"),
    ("_SHORT", "5"),
    ("_LONG", "5"),
    ("-1", "- 1"),
    ("None", "None"),
]


@pytest.mark.parametrize(("one", "other"), SAME_VALUE)
def test_a_value_that_is_only_respelled_is_equal(one: str, other: str) -> None:
    assert value_of(one).normal == value_of(other).normal


@pytest.mark.parametrize(
    ("one", "other"),
    [("1", "2"), ("1", "'1'"), ("True", "'True'"), ("(1, 2)", "(2, 1)"), ("(1,)", "1"), ("[1]", "(1,)"), ("0", "False"),
     ("1", "1.0"), ("{}", "set()"), ("_SHORT", "6")],
)  # fmt: skip
def test_another_value_is_not_equal(one: str, other: str) -> None:
    assert value_of(one).normal != value_of(other).normal


def test_nobody_knows_the_value_of_three_dots() -> None:
    assert value_of("...").normal is None
    assert told("def f(x: int = ...) -> None: ...", "def f(x: int = 5) -> None: ...") == []
    assert told("def f(x: int = 5) -> None: ...", "def f(x: int = ...) -> None: ...") == []


RESPELLED = {
    "a coroutine function": ("async def f() -> int: ...", "def f() -> Coroutine[Any, Any, int]: ..."),
    "a coroutine method": (
        "class A:\n    async def f(self) -> list[int]: ...",
        "class A:\n    def f(self) -> typing.Coroutine[Any, Any, List[int]]: ...",
    ),
    "names of positional-only parameters": (
        "def f(a: int, b: int, /) -> None: ...",
        "def f(x: int, y: int, /) -> None: ...",
    ),
    "the old spelling of positional-only": ("def f(a: int, /) -> None: ...", "def f(__a: int) -> None: ..."),
    "names of *args and **kwargs": (
        "def f(*args: int, **kwargs: int) -> None: ...",
        "def f(*rest: int, **more: int) -> None: ...",
    ),
    "the name of the receiver": ("class A:\n    def f(self) -> None: ...", "class A:\n    def f(this) -> None: ..."),
    "a positional-only receiver": (
        "class A:\n    def f(self, x: int) -> None: ...",
        "class A:\n    def f(self, /, x: int) -> None: ...",
    ),
    "the order of keyword-only parameters": (
        "def f(*, a: int, b: int) -> None: ...",
        "def f(*, b: int, a: int) -> None: ...",
    ),
    "keywords by a TypedDict": (
        (
            "class _Options(TypedDict):\n    force: bool\n    retries: NotRequired[int]\n"
            "def f(**options: Unpack[_Options]) -> None: ..."
        ),
        "def f(*, force: bool, retries: int = ...) -> None: ...",
    ),
    "a TypedDict's functional form": (
        "class Options(TypedDict):\n    force: bool\n    retries: NotRequired[int]\n    state: ReadOnly[str]",
        "Options = TypedDict('Options', {'force': bool, 'retries': NotRequired[int], 'state': ReadOnly[str]})",
    ),
    "a TypedDict without total": (
        "class Options(TypedDict, total=False):\n    force: bool\n    retries: Required[int]",
        "class Options(TypedDict):\n    force: NotRequired[bool]\n    retries: int",
    ),
    "a functional TypedDict without total": (
        "Options = TypedDict('Options', {'force': bool, 'retries': Required[int]}, total=False)",
        "class Options(TypedDict):\n    force: NotRequired[bool]\n    retries: int",
    ),
    "a TypedDict in two parts": (
        "class _First(TypedDict):\n    force: bool\nclass Options(_First, total=False):\n    retries: int",
        "class Options(TypedDict):\n    force: bool\n    retries: NotRequired[int]",
    ),
    "automatic values": (
        "class State(Enum):\n    ON = auto()\n    OFF = auto()\n    LATE = 7\n    LATER = auto()",
        "class State(Enum):\n    ON = 1\n    OFF = 2\n    LATE = 7\n    LATER = 8",
    ),
    "automatic values of another spelling": (
        "class State(Enum):\n    ON = enum.auto()",
        "class State(Enum):\n    ON = 1",
    ),
    "automatic texts": ("class State(StrEnum):\n    ON = auto()", "class State(StrEnum):\n    ON = 'on'"),
    "automatic flags": (
        "class State(Flag):\n    A = auto()\n    B = auto()\n    C = auto()",
        "class State(enum.Flag):\n    A = 1\n    B = 2\n    C = 4",
    ),
    "the order of members": (
        "class A:\n    x: int\n    def f(self) -> None: ...\n    def g(self) -> None: ...",
        "class A:\n    def g(self) -> None: ...\n    def f(self) -> None: ...\n    x: int",
    ),
    "the order of definitions": ("class A: ...\ndef f() -> None: ...", "def f() -> None: ...\nclass A: ..."),
    "docstrings": (
        'def f() -> None:\n    """Do it."""\nclass A:\n    """One."""\n    x: int\n    """Its x."""',
        'def f() -> None:\n    """Do it at once."""\nclass A:\n    """Another."""\n    x: int',
    ),
    "a private constant as a default": (
        "_TEN = 10\ndef f(x: int = _TEN) -> None: ...",
        "def f(x: int = 10) -> None: ...",
    ),
    "an alias": (
        "Ident = int | str\ndef f(x: Ident) -> None: ...",
        "Ident: TypeAlias = Union[int, str]\ndef f(x: Ident) -> None: ...",
    ),
    "the order of decorators": (
        "@driver_interface\n@open_base\nclass A: ...",
        "@open_base\n@driver_interface\nclass A: ...",
    ),
    "an option that is the default": (
        "@dataclass\nclass A:\n    x: int",
        "@dataclass(eq=True, frozen=False)\nclass A:\n    x: int",
    ),
    "a default in field()": (
        "@dataclass\nclass A:\n    x: int = 1",
        "@dataclass\nclass A:\n    x: int = field(default=1)",
    ),
    "field() without a word": ("@dataclass\nclass A:\n    x: int", "@dataclass\nclass A:\n    x: int = field()"),
    "an empty base list": ("class A: ...", "class A(): ..."),
    "object as a base": ("class A: ...", "class A(object): ..."),
    "an abstract class by its metaclass": (
        "class A(ABC):\n    x: int",
        "import abc\nclass A(metaclass=abc.ABCMeta):\n    x: int",
    ),
    "a generic base spelled out": (
        "T = TypeVar('T')\nclass A(Protocol[T]):\n    x: T",
        "T = TypeVar('T')\nclass A(Protocol, Generic[T]):\n    x: T",
    ),
}


@pytest.mark.parametrize(("one", "other"), RESPELLED.values(), ids=RESPELLED)
def test_nothing_is_told_of_what_is_only_respelled(one: str, other: str) -> None:
    assert told(one, other) == []
    assert told(other, one) == []


# A small class, spelled twice. ---------------------------------------------------------------------------------------

SPELLINGS = {
    "int or nothing": ("Optional[int]", "int | None", "Union[None, int]", "'int | None'", "Annotated[int | None, 'x']"),
    "images": ("list[Image]", "List['Image']", "typing.List[Image]", "_Images"),
    "text by name": ("dict[str, str]", "Dict[str, Name]", "'typing.Dict[Name, str]'", "_Texts"),
    "one of two": ("Literal['a', 'b']", "Literal['b', 'a']", "typing.Literal['a'] | Literal['b']"),
    "a call": ("Callable[[int], None]", "typing.Callable[[int], None]", "collections.abc.Callable[['int'], None]"),
}
DEFAULTS = {
    "nothing": ("None",),
    "ten": ("10", "0xA", "_TEN"),
    "a text": ("'a'", '"a"', "_A"),
    "unknown": ("...", "10"),
}
AROUND = "class Image: ...\nName = str\n_Images = List[Image]\n_Texts = Dict[str, str]\n_TEN = 10\n_A: Final = 'a'\n"


@st.composite
def spelled_twice(draw: st.DrawFn) -> tuple[str, str]:
    bodies: list[tuple[str, str]] = []
    for name in draw(st.lists(st.sampled_from("fghxyz"), unique=True, min_size=1, max_size=4)):
        make = method if name < "x" else attribute
        bodies.append(draw(make(name)))
    order = draw(st.permutations(range(len(bodies))))
    head = f"{AROUND}@driver_interface\nclass Driver:\n"
    return (
        head + "".join(one for one, _ in bodies),
        head.replace("Driver:", draw(st.sampled_from(["Driver:", "Driver(object):"])))
        + "".join(bodies[index][1] for index in order),
    )


@st.composite
def method(draw: st.DrawFn, name: str) -> tuple[str, str]:
    one, other = ["self"], [draw(st.sampled_from(["self", "this"]))]
    optional = False
    for argument in draw(st.lists(st.sampled_from("abc"), unique=True, max_size=3)):
        first, second = draw(annotation())
        optional = optional or draw(st.booleans())
        before, after = draw(default()) if optional else ("", "")
        one.append(f"{argument}: {first}{before}")
        other.append(f"{argument}: {second}{after}")
    returns = draw(annotation())
    if len(one) > 1 and draw(st.booleans()):
        one, other = [*one, "/"], [*(text.replace(":", "_:", 1) for text in other), "/"]
    if draw(st.booleans()):
        one, other = [*one, "*args: int"], [*other, "*rest: int"]
    asynchronous = draw(st.booleans())
    prefix, wrapped = ("async ", f"Coroutine[Any, Any, {returns[1]}]") if asynchronous else ("", returns[1])
    return (
        f"    {prefix}def {name}({', '.join(one)}) -> {returns[0]}: ...\n",
        f"    def {name}({', '.join(other)}) -> {wrapped}:\n        '''Documented.'''\n",
    )


@st.composite
def attribute(draw: st.DrawFn, name: str) -> tuple[str, str]:
    one, other = draw(annotation())
    return f"    {name}: {one}\n", f"    {name}: {other}\n"


@st.composite
def annotation(draw: st.DrawFn) -> tuple[str, str]:
    spellings = st.sampled_from(SPELLINGS[draw(st.sampled_from(sorted(SPELLINGS)))])
    return draw(spellings), draw(spellings)


@st.composite
def default(draw: st.DrawFn) -> tuple[str, str]:
    spellings = st.sampled_from(DEFAULTS[draw(st.sampled_from(sorted(DEFAULTS)))])
    return f" = {draw(spellings)}", f" = {draw(spellings)}"


@settings(max_examples=150)
@given(texts=spelled_twice())
def test_respelling_a_class_is_silent(texts: tuple[str, str]) -> None:
    one, other = texts
    assert told(one, other) == []
    assert told(other, one) == []
    assert normal_types(one) == normal_types(other)


def normal_types(text: str) -> list[tuple[str, object]]:
    driver = read(text).classes["pkg.Driver"]
    return sorted((name, normal(member.element)) for name, member in driver.members.items())


def normal(element: object) -> object:
    match element:
        case Function(signature=signature):
            return [of(signature.returns), *(of(parameter.type) for parameter in signature.parameters)]
        case Attribute(type=type_):
            return of(type_)
        case _:
            assert isinstance(element, Class), element
            return element.path


def of(type_: Type | None) -> str:
    return type_.normal if type_ else ""
