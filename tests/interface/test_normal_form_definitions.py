"""Nothing is told of definitions that are only respelled."""

import pytest

from tests.compare.texts import told

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
