"""The old class laid under the new one as a subclass, as mypy, pyright and ty judge it, beside what we say of drivers.

Where a checker says otherwise, `APART` says why, and the example of a rule who is right.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.compare.texts import IMPORTS, changes
from tests.type_checkers import CHECKERS, run
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.policy.audiences import audiences

pytestmark = pytest.mark.slow

NAMES = """\
class Base: ...
class Sub(Base): ...
class Other: ...
class Key(TypedDict):
    a: int
class Row(NamedTuple):
    a: int
Id = NewType("Id", str)
"""
PARAMETER = "def m(self, a: {}, /) -> None: ..."
RESULT = "def m(self) -> {}: ..."
AWAITED = "async def m(self) -> {}: ..."
READ = "@property\n    def m(self) -> {}: ..."
SET = "m: {}"
SHARED = "m: ClassVar[{}]"
KEYWORD = "def m(self, *, a: {} = ...) -> None: ..."
REST = "def m(self, *a: {}) -> None: ..."
TYPES = [
    ("int", "str"), ("int", "int | None"), ("int", "float"), ("int", "object"), ("Base", "Sub"), ("Base", "Other"),
    ("list[int]", "list[bool]"), ("list[int]", "Sequence[int]"), ("Sequence[int]", "Sequence[bool]"),
    ("dict[str, int]", "Mapping[str, int]"), ("Key", "Mapping[str, object]"), ("Row", "tuple[int]"), ("str", "Id"),
    ("Literal[1]", "Literal[1, 2]"), ("Literal['a']", "str"), ("type[Base]", "type[Sub]"),
    ("tuple[int, int]", "tuple[int, ...]"), ("Callable[[int], None]", "Callable[[bool], None]"),
    ("Callable[[], int]", "Callable[[], float]"), ("Callable[[int], int]", "Callable[[int, int], int]"),
]  # fmt: skip
MEMBERS = {
    "parameter": PARAMETER, "result": RESULT, "awaited": AWAITED, "property": READ, "attribute": SET, "class variable": SHARED, "keyword": KEYWORD, "rest": REST,
}  # fmt: skip
CASES = [
    (f"{kind}: {first} -> {second}", MEMBERS[kind].format(first), MEMBERS[kind].format(second))
    for kind in MEMBERS
    for pair in TYPES
    for first, second in (pair, pair[::-1])
]
APART: Mapping[str, tuple[str, str]] = {
    "mypy": (
        r"class variable: Callable\[\[(int|bool)\]",
        "it takes the callable for a method, and the argument for its receiver; a callable object is no method",
    ),
    "basedpyright": (
        r"(attribute|class variable): (tuple\[int, int\] -> tuple|Callable)",
        "it asks for the same type only of classes, not of tuples and callables; who assigns them is refused all the same",
    ),
}
"""By the checker: a pattern of cases, and why it says otherwise. An example of `attribute-type-changed` has each."""


def driver(members: Sequence[str]) -> str:
    named = (re.sub(r"\bm\b", f"m{i}", member) for i, member in enumerate(members))
    return f"{NAMES}@driver_interface\nclass Driver:\n" + "".join(f"    {member}\n" for member in named)


@pytest.fixture(scope="module")
def broken() -> set[int]:
    """The cases in which we say that the change breaks drivers."""
    found = changes(driver([old for _, old, _ in CASES]), driver([new for _, _, new in CASES]))
    paths = [change.path.partition("(")[0] for change in found if audiences(change)[1] is Severity.BREAKING]
    return {int(path.rpartition(".m")[2]) for path in paths}


@pytest.fixture(scope="module")
def text() -> str:
    classes = [f"class New{i}:\n    {new}\nclass Old{i}(New{i}):\n    {old}\n" for i, (_, old, new) in enumerate(CASES)]
    return IMPORTS + NAMES + "".join(classes)


def mypy(file: Path, folder: Path) -> set[int]:
    said = run("mypy", "--strict", "--enable-error-code", "mutable-override", file, folder=folder)
    return {int(line) for line in re.findall(r"^.+?:(\d+): error", said, re.MULTILINE)}


def wrong(name: str, text: str, folder: Path) -> set[int]:
    """The numbers of the cases in which a checker refuses the old class."""
    file = folder / "cases.pyi"
    file.write_text(text)
    lines = mypy(file, folder) if name == "mypy" else {line for line, _ in CHECKERS[name]([file], [], folder)}
    starts = {
        number: int(match[1])
        for number, line in enumerate(text.splitlines(), start=1)
        if (match := re.match(r"class Old(\d+)", line))
    }
    return {starts[start] for start in starts for line in lines if start <= line <= start + 2}


@pytest.mark.parametrize("name", ["mypy", "basedpyright", "ty"])
def test_the_old_class_as_a_subclass_is_refused_where_we_say_that_it_breaks(
    name: str, text: str, broken: set[int], tmp_path: Path
) -> None:
    refused = wrong(name, text, tmp_path)
    apart = [case for i, (case, _, _) in enumerate(CASES) if (i in refused) is not (i in broken)]
    known = {case for case in apart for pattern, _ in [APART.get(name, ("(?!)", ""))] if re.search(pattern, case)}
    assert [case for case in apart if case not in known] == []
    assert bool(known) is (name in APART)
