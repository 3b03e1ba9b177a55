"""Whether one source of a driver can serve both versions; mypy is the judge of what is proposed."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from mypy import api

from tests.changes.cases import read_cases
from tests.compare.texts import IMPORTS, Sources
from tests.policy.both_ways import Answered, answered
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.one_source import Serves

CAN, CANNOT, UNKNOWN = Serves.CAN, Serves.CANNOT, Serves.UNKNOWN
KNOWN = "class A: ...\nclass B: ...\n@final\nclass Last: ...\nclass Better(A): ...\n"
KNOWN += "class Keys(TypedDict):\n    a: int\nclass More(Keys):\n    b: NotRequired[int]\n"
DRIVER = "@driver_interface\nclass Driver:\n    "
HOST = "@host_interface\nclass Host:\n    "

# A method of what drivers implement, old and new, and what is said of it.
METHODS = [
    ("def f(self, a: int) -> None: ...", "def f(self, a: int, b: int = 0) -> None: ...", CAN, "def f(self, a: int, b: int = 0) -> None"),
    ("def f(self, a: int) -> None: ...", "def f(self, a: int, b: A) -> None: ...", CAN, "def f(self, a: int, b: A | None = None) -> None"),
    ("def f(self, a: int, b: A) -> None: ...", "def f(self, a: int) -> None: ...", CAN, "def f(self, a: int, b: A | None = None) -> None"),
    ("def f(self, a: int) -> None: ...", "def f(self, a: str) -> None: ...", CAN, "def f(self, a: int | str) -> None"),
    ("def f(self, a: A) -> None: ...", "def f(self, a: Better) -> None: ...", CAN, "def f(self, a: A) -> None"),
    ("def f(self, a: Better) -> None: ...", "def f(self, a: A) -> None: ...", CAN, "def f(self, a: A) -> None"),
    ("def f(self) -> A: ...", "def f(self) -> Better: ...", CAN, "def f(self) -> Better"),
    ("def f(self) -> Better: ...", "def f(self) -> A: ...", CAN, "def f(self) -> Better"),
    ("def f(self) -> int: ...", "def f(self) -> str: ...", CANNOT, "nothing is both `int` and `str`"),
    ("def f(self) -> A: ...", "def f(self) -> Last: ...", CANNOT, "nothing is both `A` and `Last`"),
    ("def f(self) -> list[int]: ...", "def f(self) -> list[str]: ...", CANNOT, "nothing is both"),
    ("def f(self) -> int | str: ...", "def f(self) -> str | bytes: ...", CAN, "def f(self) -> str"),
    ("def f(self) -> A: ...", "def f(self) -> B: ...", CAN, "a class that is both A and B"),
    ("def f(self) -> None: ...", "def f(self) -> A: ...", CAN, "def f(self) -> Any"),
    ("def f(self, a: int, b: int) -> None: ...", "def f(self, b: int, a: int) -> None: ...", CANNOT, "means one thing"),
    ("def f(self, a: int, b: int, /) -> None: ...", "def f(self, b: int, a: int, /) -> None: ...", UNKNOWN, "only their names say"),
    ("def f(self, a: int, c: int = 0) -> None: ...", "def f(self, a: int, b: int = 0, c: int = 0) -> None: ...", CANNOT, "`f(a, c)`"),
    ("def f(self, a: int) -> None: ...", "def f(self, b: int) -> None: ...", CAN, "def f(self, *args: object, **kwargs: object) -> None"),
    ("def f(self, a: int, *, b: int) -> None: ...", "def f(self, a: int, *, c: int) -> None: ...", CAN, "b: int | None = None, c: int | None = None"),
    ("def f(self, a: int) -> None: ...", "def f(self, *, a: int) -> None: ...", CAN, "def f(self, a: int) -> None"),
    ("def f(self) -> int: ...", "async def f(self) -> int: ...", CANNOT, "a coroutine"),
    ("def get_state(self, a: A) -> A: ...", "def fetch_state(self, a: A) -> A: ...", CAN, "`def get_state(self, a: A) -> A` and `def fetch_state(self, a: A) -> A`, without"),
    ("x: int", "x: int\n    @abstractmethod\n    def f(self, a: A) -> A: ...", CAN, "`def f(self, a: A) -> A`, without `@override`"),
    ("@classmethod\n    def f(cls, a: int) -> None: ...", "@classmethod\n    def f(cls, a: int, b: int = 0) -> None: ...", CAN, "@classmethod def f(cls, a: int, b: int = 0) -> None"),
    ("@property\n    @abstractmethod\n    def f(self) -> int | str: ...", "@property\n    @abstractmethod\n    def f(self) -> str | bytes: ...", CAN, "whose `f` is `str`"),
    ("@property\n    @abstractmethod\n    def f(self) -> int: ...", "@property\n    @abstractmethod\n    def f(self) -> str: ...", CANNOT, "nothing is both"),
    ("def __init_subclass__(cls) -> None: ...", "def __init_subclass__(cls, kind: int) -> None: ...", CANNOT, "no call of"),
    ("def f(self) -> int: ...", "@final\n    def f(self) -> int: ...", CAN, "where it does not override `f`"),
    ("def f(self, **k: Unpack[Keys]) -> None: ...", "def f(self, **k: Unpack[More]) -> None: ...", CAN, "def f(self, *, b: int = ..., a: int) -> None"),
    ("x: int", "x: int | str", CAN, "which sets `x` to a `int`, reads it as either type, and does not declare it again"),
    ("x: Final[int]", "x: Final[int | str]", CAN, "whose `x` is `Final[int]`"),
    ("x: int", "x: str", CANNOT, "nothing is both"),
    ("def f(self) -> None: ...", "def f(self, a: int) -> Last: ...", CAN, "def f(self, a: int | None = None) -> Any"),
]  # fmt: skip


def worst(found: Iterable[Answered]) -> Answered:
    """The answer that says least of what a driver can do."""
    return min(found, key=lambda each: (CANNOT, UNKNOWN, CAN).index(each.one.answer))


@pytest.mark.parametrize(("old", "new", "answer", "how"), METHODS)
def test_one_method_serves_both_where_it_takes_all_calls_and_gives_what_is_of_both_types(
    old: str, new: str, answer: Serves, how: str
) -> None:
    found = list(answered(f"{KNOWN}{DRIVER}{old}", f"{KNOWN}{DRIVER}{new}"))
    told = worst(found).one
    assert (told.answer, how in told.how) == (answer, True), told


@pytest.mark.parametrize(
    ("old", "new", "answer", "how"),
    [
        ("def f(self, a: int) -> None: ...", "def f(self, a: int, b: int = 0) -> None: ...", CAN, "with `f(a=…)`"),
        ("def f(self, a: int) -> None: ...", "def f(self, a: int, b: int) -> None: ...", CANNOT, "no call of `f`"),
        ("def f(self, a: int, b: int = 0) -> None: ...", "def f(self, a: int) -> None: ...", CAN, "with `f(a=…)`"),
        ("def f(self, a: int) -> None: ...", "def f(self, b: int) -> None: ...", CAN, "with `f(a)`"),
        ("def f(self, a: int, b: int) -> None: ...", "def f(self, b: int, a: int) -> None: ...", CAN, "with `f(a=…, b=…)`"),
        ("def f(self, a: int) -> None: ...", "def f(self, a: str) -> None: ...", CANNOT, "no value of `a`"),
        ("def f(self) -> int: ...", "def f(self) -> str: ...", CAN, "with `f()`"),
        ("def f(self) -> int: ...", "async def f(self) -> int: ...", CANNOT, "coroutine"),
        ("def f(self) -> int: ...", "x: int", CAN, "where it does without `f`"),
    ],
)  # fmt: skip
def test_one_call_serves_both_where_both_take_it(old: str, new: str, answer: Serves, how: str) -> None:
    told = worst(answered(f"{HOST}{old}", f"{HOST}{new}")).one
    assert (told.answer, how in told.how) == (answer, True), told


SENT = "class Driver:\n    def get(self) -> Info: ..."
TAKEN = "class Driver:\n    def put(self, info: Info) -> None: ..."


@pytest.mark.parametrize(
    ("kind", "old", "new", "way", "answer", "how"),
    [
        ("@dataclass\nclass Info:", "a: int", "a: int\n    b: int = 0", SENT, CAN, "with `Info(a=…)`"),
        ("@dataclass\nclass Info:", "a: int", "a: int\n    b: int", SENT, CANNOT, "no call of `Info`"),
        ("@dataclass\nclass Info:", "a: int", "a: int\n    b: int", TAKEN, CAN, "does not read `b`"),
        ("@dataclass\nclass Info:", "a: int", "a: str", TAKEN, CAN, "reads `a` as `int | str`"),
        ("@dataclass\nclass Info:", "a: int", "a: str", SENT, CANNOT, "no value of `a`"),
        ("@dataclass\nclass Info:", "a: int | str", "a: str | bytes", SENT, CAN, "with `Info(a=…)`"),
        ("class Info(TypedDict):", "a: int", "a: int\n    b: int", SENT, CANNOT, "the key `b`"),
        ("class Info(TypedDict):", "a: int", "a: int\n    b: NotRequired[int]", SENT, CAN, "the keys `a`"),
        ("class Info(TypedDict):", "a: int\n    b: NotRequired[int]", "a: int\n    b: int", SENT, CAN, "`a`, `b`"),
        ("class Info(NamedTuple):", "a: int", "a: int\n    b: int", SENT, CANNOT, "no call of `Info`"),
        ("class Info(Enum):", "A = 1", "A = 1\n    B = 2", TAKEN, CAN, "has a branch for members"),
    ],
)
def test_of_a_value_a_driver_makes_what_both_take_and_reads_what_both_have(
    kind: str, old: str, new: str, way: str, answer: Serves, how: str
) -> None:
    texts = [f"{kind}\n    {body}\n@driver_interface\n{way}" for body in (old, new)]
    told = worst(answered(*texts)).one
    assert (told.answer, how in told.how) == (answer, True), told


def test_what_only_one_version_has_is_taken_as_an_object_and_cannot_be_given() -> None:
    before = f"{DRIVER}def f(self) -> None: ..."
    after = (
        f"class New: ...\n{DRIVER}def f(self) -> None: ...\n    @abstractmethod\n    def g(self, a: New) -> {{}}: ..."
    )
    taken = next(each for each in answered(before, after.format("None")) if each.change.path.endswith(".g"))
    assert taken.proposed == ("def g(self, a: object) -> None",)
    given = next(each for each in answered(before, after.format("New")) if each.change.path.endswith(".g"))
    assert (given.one.answer, given.one.how) == (CANNOT, "`g` has to give `New`, and only one version has `New`")
    new = next(each for each in answered(before, after.format("None")) if each.change.rule == "class-added")
    assert (new.one.answer, new.one.how) == (CAN, "where it does without `New`")


def cases() -> Iterator[tuple[Sources, Sources]]:
    """Two versions each: those above, and the recorded changes."""
    for old, new, _, _ in METHODS:
        yield f"{KNOWN}{DRIVER}{old}", f"{KNOWN}{DRIVER}{new}"
    for case in read_cases():
        if not case.newer and isinstance(case.old, str) and isinstance(case.new, str):
            yield case.old, case.new


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What mypy says of each proposed definition beside each version, by what it is about; empty where nothing."""
    place = tmp_path_factory.mktemp("sources")
    about: dict[str, str] = {}
    for number, (old, new) in enumerate(cases()):
        for side, text in (("old", old), ("new", new)):
            package = place / f"p{number}_{side}"
            package.mkdir()
            package.joinpath("__init__.pyi").write_text(f"{IMPORTS}{text}")
        found = answered(old, new, driver_interfaces=("pkg.Driver",))
        for at, each in enumerate(found):
            for way, definition in enumerate(each.proposed):
                owner = each.change.path.partition("(")[0].split(".")[-2]
                for side in ("old", "new"):
                    name = f"d{number}_{at}_{way}_{side}"
                    about[name] = f"{each.change.rule} {each.change.path}: `{definition}` beside the {side} version"
                    place.joinpath(f"{name}.py").write_text(_module(f"p{number}_{side}", owner, definition))
    configuration = "[mypy]\nenable_error_code = mutable-override\nallow_empty_bodies = True\nignore_errors = False\n"
    place.joinpath("mypy.ini").write_text(configuration)
    said, wrong, _ = api.run(
        ["--config-file", str(place / "mypy.ini"), "--cache-dir", str(place / "cache"), "--hide-error-context",
         "--follow-imports", "silent", *(str(place / f"{name}.py") for name in about)]
    )  # fmt: skip
    assert wrong == "", wrong
    complaints = dict.fromkeys(about, "")
    for line in said.splitlines():
        name = Path(line.partition(":")[0]).stem
        if name in complaints and ": error:" in line:
            complaints[name] += line
    return {f"{name} {about[name]}": complaint for name, complaint in complaints.items()}


def _module(package: str, owner: str, definition: str) -> str:
    decorator, _, rest = definition.rpartition(" def ") if definition.startswith("@") else ("", "", definition)
    lines = [decorator, f"def {rest}"] if decorator else [definition]
    body = "\n".join(f"    {line}" for line in lines)
    imports = f"from {package} import *\nfrom {package} import {owner}\n"
    imports += "from annotated_types import *\nfrom typing_extensions import LiteralString, Self, TypeIs\n"
    return f"{IMPORTS}{imports}class Mine({owner}):\n{body}:\n        raise NotImplementedError\n"


@pytest.mark.slow
def test_every_source_that_is_proposed_type_checks_beside_both_versions(judged: dict[str, str]) -> None:
    assert len(judged) > 80
    assert [f"{what}: {complaint}" for what, complaint in judged.items() if complaint] == []


@pytest.mark.slow
def test_where_one_way_is_harmless_the_answer_is_never_that_no_source_can() -> None:
    for old, new, *_ in METHODS:
        for each in answered(f"{KNOWN}{DRIVER}{old}", f"{KNOWN}{DRIVER}{new}"):
            if min(each.driver, each.back) < Severity.BREAKING:
                assert each.one.answer is not CANNOT, each
