"""Random pairs of types: what the relation says is what mypy says of the override and of the call.

In these each `Any` of the old side is written as a class of its own. The new side's is what it is.
"""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.checker.random_types import ALIASES, EDITS, NAMES, Spelled, names_of_old, near
from tests.type_checkers import pyright
from virtapi_analyzer.checker.relation import relate
from virtapi_analyzer.checker.world import build
from virtapi_analyzer.model.relation import Place, PlaceKind, Relation, Verdict

PAIRS = st.lists(near(3), min_size=40, max_size=40)
SOME = settings(
    max_examples=6, deadline=None, derandomize=True, database=None, phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)  # fmt: skip
RELATIONS = {
    (False, False): Relation.EQUAL,
    (True, False): Relation.WIDER,
    (False, True): Relation.NARROWER,
    (True, True): Relation.UNRELATED,
}
"""By whether an old override of a parameter fails, and an old call."""
REFUSED = re.compile("overrides class|not assignable|cannot be assigned")
OR_ANY = re.compile(r"\| Any|Any \|")
"""In an invariant place pyright takes `int | Any` for any type, and mypy for what it says: there they differ."""
IMPORTS = [line for line in NAMES.splitlines() if line.startswith("from ")]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mypy")


def interface(types: list[str], names: str = NAMES) -> dict[str, str]:
    methods = "".join(f"    def m{i}(self, a: {t}) -> None: ...\n" for i, t in enumerate(types))
    return {"pkg/__init__.pyi": f"{names}class Driver:\n{methods}"}


def related(pairs: list[tuple[Spelled, Spelled]], cache: Path, names: str = NAMES) -> list[Relation]:
    """What we say, where the old side has these classes and aliases."""
    paths = [f"pkg.Driver.m{i}" for i in range(len(pairs))]
    places = [Place(kind=PlaceKind.PARAMETER, old=path, new=path, old_name="a", new_name="a") for path in paths]
    answers = relate(
        interface([old.text for old, _ in pairs], names), interface([new.text for _, new in pairs]), places, cache=cache
    )
    assert all(isinstance(answer, Verdict) for answer in answers)
    return [answer.relation for answer in answers if isinstance(answer, Verdict)]


def program(pairs: list[tuple[Spelled, Spelled]], names: list[str]) -> tuple[str, int, int]:
    """The old class below the new one, and a call with each old argument, after `names`; the lines before both."""
    lines = [*names, *(f"Old{name}: TypeAlias = '{target}'" for name, target in ALIASES.items())]
    lines += [f"class Unknown{number}: ..." for old, _ in pairs for number in old.unknown]
    lines += ["class New:", *(f"    def m{i}(self, a: {new.text}) -> None: ..." for i, (_, new) in enumerate(pairs))]
    lines += ["class Old(New):"]
    start = len(lines)
    lines += [f"    def m{i}(self, a: {old.apart}) -> None: ..." for i, (old, _) in enumerate(pairs)]
    calls = len(lines)
    lines += [f"def call{i}(new: New, a: {old.apart}) -> None: new.m{i}(a)" for i, (old, _) in enumerate(pairs)]
    return "\n".join(lines), start, calls


def judged(pairs: list[tuple[Spelled, Spelled]], cache: Path) -> list[Relation]:
    """What mypy says of an override with the old parameter, and of a call with an old argument."""
    text, start, calls = program(pairs, [*IMPORTS, "from pkg.names import *"])
    complaints = build({"pkg/__init__.py": "", "pkg/names.pyi": NAMES, "pkg/pairs.py": text}, cache).complaints
    assert [each for each in complaints if each.line <= start] == []
    wrong = {each.line for each in complaints}
    return [RELATIONS[start + 1 + i in wrong, calls + 1 + i in wrong] for i in range(len(pairs))]


def judged_by_pyright(pairs: list[tuple[Spelled, Spelled]], folder: Path) -> list[Relation]:
    text, start, calls = program(pairs, NAMES.splitlines())
    (folder / "pairs.py").write_text(text)
    said = pyright([folder / "pairs.py"], [], folder)
    wrong = {line for line, message in said if REFUSED.search(message)}
    return [RELATIONS[start + 1 + i in wrong, calls + 1 + i in wrong] for i in range(len(pairs))]


def assert_agreed(pairs: list[tuple[Spelled, Spelled]], edits: list[tuple[str, str]], cache: Path) -> None:
    """The classes are the new ones, whatever they were; an alias is what it stood for on its side."""
    ours_of_all = related(pairs, cache, names_of_old(edits))
    for (old, new), ours, theirs in zip(pairs, ours_of_all, judged(pairs, cache), strict=True):
        assert ours is theirs, f"{old.text} -> {new.text}: we say {ours}, mypy says {theirs}"


DIFFERENT = st.lists(st.sampled_from(EDITS), unique=True)


@settings(SOME, max_examples=3)
@given(pairs=PAIRS, edits=DIFFERENT)
def test_the_relation_of_some_pairs_is_that_of_override_and_call(
    pairs: list[tuple[Spelled, Spelled]], edits: list[tuple[str, str]], cache: Path
) -> None:
    assert_agreed(pairs, edits, cache)


@pytest.mark.slow
@settings(SOME, max_examples=20)
@given(pairs=PAIRS, edits=DIFFERENT)
def test_the_relation_is_that_of_override_and_call(
    pairs: list[tuple[Spelled, Spelled]], edits: list[tuple[str, str]], cache: Path
) -> None:
    assert_agreed(pairs, edits, cache)


@pytest.mark.slow
@settings(SOME, max_examples=4)
@given(pairs=PAIRS)
def test_pyright_says_the_same(pairs: list[tuple[Spelled, Spelled]], cache: Path) -> None:
    known = [(old, new) for old, new in pairs if not OR_ANY.search(new.text)]
    ours_of_all = related(known, cache, names_of_old([]))
    theirs_of_all = judged_by_pyright(known, cache)
    for (old, new), ours, theirs in zip(known, ours_of_all, theirs_of_all, strict=True):
        assert ours is theirs, f"{old.text} -> {new.text}: we say {ours}, pyright says {theirs}"


@pytest.mark.slow
@SOME
@given(pairs=PAIRS)
def test_a_type_is_equal_to_itself_and_two_are_mirrored_without_any(
    pairs: list[tuple[Spelled, Spelled]], cache: Path
) -> None:
    known = [(old, new) for old, new in pairs if not old.unknown and not new.unknown]
    there, back = related(known, cache), related([(new, old) for old, new in known], cache)
    mirrored = {Relation.WIDER: Relation.NARROWER, Relation.NARROWER: Relation.WIDER}
    assert [mirrored.get(relation, relation) for relation in back] == there
    assert set(related([(old, old) for old, _ in pairs], cache)) == {Relation.EQUAL}
