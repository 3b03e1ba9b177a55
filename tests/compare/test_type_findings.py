"""What is told of a type that changed, and whom it breaks: everything that can hold a type, and each way it can flow."""

import pytest

from tests.compare.texts import changes
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.policy.audiences import audiences

HOST, DRIVER, BOTH, NOBODY = {"host"}, {"driver"}, {"host", "driver"}, set[str]()


def told(old: str, new: str) -> tuple[set[str], set[str]]:
    """The rules that speak, and the sides that something breaks."""
    found = changes(old, new)
    broken = [zip(("host", "driver"), audiences(change), strict=True) for change in found]
    sides = {side for each in broken for side, severity in each if severity is Severity.BREAKING}
    return {change.rule for change in found}, sides


def driver(member: str) -> str:
    return f"@driver_interface\nclass Driver:\n    {member}\n"


FIELDS = {
    "dataclass": "@dataclass\nclass Info:\n    x: ",
    "frozen dataclass": "@dataclass(frozen=True)\nclass Info:\n    x: ",
    "TypedDict": "class Info(TypedDict):\n    x: ",
    "NamedTuple": "class Info(NamedTuple):\n    x: ",
    "plain class": "class Info:\n    x: ",
    "exception": "class Info(Exception):\n    x: ",
}
WAYS = {
    "to the host": ("def get(self) -> Info: ...", HOST, DRIVER),
    "to the driver": ("def put(self, info: Info, /) -> None: ...", DRIVER, HOST),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", FIELDS)
def test_a_field_hurts_who_reads_it_or_who_makes_it(kind: str, way: str) -> None:
    method, reader, maker = WAYS[way]
    wide, narrow = (f"{FIELDS[kind]}{type_}\n{driver(method)}" for type_ in ("int | None", "int"))
    assert told(narrow, wide) == ({"field-type-widened"}, reader)
    assert told(wide, narrow) == ({"field-type-narrowed"}, maker)


T = 'T = TypeVar("T")\n'
N = '_N = TypeVar("_N", bound=%s)\n'
MEMBERS = [
    ("property", "@property\n    def p(self) -> int: ...", "float", "readonly-type-widened", HOST),
    ("final", "p: Final[int]", "float", "readonly-type-widened", HOST),
    ("class variable", "p: ClassVar[int]", "float", "attribute-type-changed", BOTH),
    ("coroutine", "async def p(self) -> int: ...", "float", "return-type-widened", HOST),
    ("constructor", "def __init__(self, a: int) -> None: ...", "float", "param-type-widened", DRIVER),
    ("keywords", "def p(self, **a: int) -> None: ...", "float", "param-type-widened", DRIVER),
    ("rest", "def p(self, *a: int) -> None: ...", "float", "param-type-widened", DRIVER),
    ("static method", "@staticmethod\n    def p(a: int) -> None: ...", "float", "param-type-widened", DRIVER),
    ("class method", "@classmethod\n    def p(cls, a: int) -> None: ...", "float", "param-type-widened", DRIVER),
    ("positional-only", "def p(self, a: int, /) -> None: ...", "float", "param-type-widened", DRIVER),
    ("question", "def p(self, a: object) -> typing.TypeGuard[int]: ...", "str", "return-type-changed", BOTH),
    ("invariant argument", "def p(self, a: list[int]) -> None: ...", "float", "param-type-changed", BOTH),
]


@pytest.mark.parametrize(("member", "type_", "rule", "sides"), [pytest.param(*row[1:], id=row[0]) for row in MEMBERS])
def test_a_member_of_a_class_that_drivers_implement(member: str, type_: str, rule: str, sides: set[str]) -> None:
    assert told(driver(member), driver(member.replace("int", type_))) == ({rule}, sides)


TEXTS = {
    "a private alias is what it stands for": (
        "_Size = int\n" + driver("def p(self, a: _Size) -> None: ..."), (" int", " float"),
        {"param-type-widened"}, DRIVER,
    ),
    "a base is told of once": (
        "class Base:\n    def p(self, a: int) -> None: ...\n@driver_interface\nclass Driver(Base): ...", (" int", " float"),
        {"param-type-widened"}, DRIVER,
    ),
    "what the host implements is hurt the other way round": (
        "@host_interface\nclass Host:\n    def p(self) -> int: ...", (" int", " float"), {"return-type-widened"}, DRIVER,
    ),
    "a callback that the host gives is implemented by the host": (
        "class Done(Protocol):\n    def __call__(self, a: int) -> None: ...\n"
        + driver("def p(self, done: Done, /) -> None: ..."), (" int", " float"), {"param-type-widened"}, HOST,
    ),
    "nobody overrides a function": ("def f(a: int) -> None: ...", (" int", " float"), {"param-type-widened"}, NOBODY),
    "a bound": (
        N % "int" + driver("def p(self, a: _N) -> _N: ..."), ("bound=int", "bound=float"), {"typevar-bound-widened"}, DRIVER,
    ),
    "constraints": (
        '_T = TypeVar("_T", int, str)\n' + driver("def p(self, a: _T) -> _T: ..."), ("int, str", "int, str, bytes"),
        {"typevar-bound-widened"}, DRIVER,
    ),
    "what is read of a module": ("SIZE: int", ("int", "str"), {"readonly-type-changed"}, HOST),
    "a class whose body changed is the same in every signature": (
        "class Info:\n    x: int\n" + driver("def get(self) -> Info: ...\n    def put(self) -> list[Info]: ..."),
        ("x: int", "x: int | None"), {"field-type-widened"}, HOST,
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "edit", "rules", "sides"), [pytest.param(*row, id=name) for name, row in TEXTS.items()]
)
def test_what_is_told(text: str, edit: tuple[str, str], rules: set[str], sides: set[str]) -> None:
    assert told(text, text.replace(*edit)) == (rules, sides)


UNKNOWN = [
    ("parameter", "def p(self, a: %s) -> None: ...", "Any", "int"),
    ("result", "def p(self) -> %s: ...", "int", "Any"),
    ("container", "def p(self) -> list[%s]: ...", "Any", "int"),
    ("attribute", "p: %s", "Any", "int"),
    (
        "form",
        "@overload\n    def p(self, a: int) -> %s: ...\n    @overload\n    def p(self, a: str) -> str: ...",
        "Any",
        "int",
    ),
]


@pytest.mark.parametrize(("member", "old", "new"), [pytest.param(*row[1:], id=row[0]) for row in UNKNOWN])
def test_what_rests_on_any_is_marked_so(member: str, old: str, new: str) -> None:
    assert [change.rests_on_any for change in changes(driver(member % old), driver(member % new))] == [True]
    known = changes(driver(member % "bytes"), driver(member % "int"))
    assert [change.rests_on_any for change in known] == [False]


def test_a_variable_that_went_is_judged_with_the_whole_signature() -> None:
    old = '_T = TypeVar("_T")\n' + driver("def p(self, a: _T) -> _T: ...")
    assert told(old, driver("def p(self, a: object) -> object: ...")) == ({"return-type-widened"}, HOST)
    rules = {"return-type-widened", "param-type-narrowed"}
    assert told(old, driver("def p(self, a: int) -> int: ...")) == (rules, HOST)
