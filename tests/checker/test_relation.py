"""How mypy says that the types of two versions relate. Every row is one parameter in both versions."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from virtapi_analyzer.checker.relation import Answer, relate
from virtapi_analyzer.model.relation import Place, PlaceKind, Relation, Unjudged, Verdict

PRELUDE = """\
import foreign
from collections.abc import *
from typing import *
from typing_extensions import LiteralString, Self
from foreign import Thing
class Base: ...
class Sub(Base): ...
class Other: ...
class Key(TypedDict):
    a: int
class LongKey(Key):
    b: int
class Row(NamedTuple):
    a: int
class Boiling(Protocol):
    def boil(self) -> int: ...
class Box(Generic[T]): ...
class Source(Generic[T_co]): ...
Id = NewType("Id", str)
Tree = dict[str, "Tree"] | int
"""
VARIABLES = """\
from typing import ParamSpec, TypeVar
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
P = ParamSpec("P")
"""

EQUAL, NARROWER, WIDER, UNRELATED = Relation
ROWS = [
    ("Optional[int]", "int | None", EQUAL),
    ("int", "int | None", WIDER),
    ("int | str", "str", NARROWER),
    ("Base", "Sub", NARROWER),
    ("Base", "Other", UNRELATED),
    ("int", "float", WIDER),
    ("str", "Id", NARROWER),
    ("Literal['a']", "Literal['a', 'b']", WIDER),
    ("Literal['a']", "str", WIDER),
    ("Literal['a']", "LiteralString", WIDER),
    ("LiteralString", "str", WIDER),
    ("str", "LiteralString", NARROWER),
    ("list[int]", "Sequence[int]", WIDER),
    ("Mapping[str, int]", "dict[str, int]", NARROWER),
    ("list[int]", "list[int | None]", UNRELATED),
    ("Box[Base]", "Box[Sub]", UNRELATED),
    ("Source[Base]", "Source[Sub]", NARROWER),
    ("tuple[int, int]", "tuple[int, int, int]", UNRELATED),
    ("tuple[int, int]", "tuple[int, ...]", WIDER),
    ("Row", "tuple[int]", WIDER),
    ("Key", "Mapping[str, object]", WIDER),
    ("Key", "LongKey", NARROWER),
    ("Boiling", "Base", UNRELATED),
    ("type[Base]", "type[Sub]", NARROWER),
    ("Callable[[int], None]", "Callable[[bool], None]", WIDER),
    ("Callable[[], bool]", "Callable[[], int]", WIDER),
    ("Callable[P, int]", "Callable[Concatenate[str, P], int]", NARROWER),  # the P of one place is any
    ("Self", "Driver", WIDER),
    ("Driver", "Self", NARROWER),
    ("Tree", "dict[str, Tree] | int", EQUAL),
    ("Tree", "Tree | None", WIDER),
    ("Thing", "Thing | None", WIDER),
    ("foreign.Thing", "Thing", EQUAL),
]
ANY_ROWS = [
    ("Any", "object", WIDER),
    ("Any", "int", UNRELATED),
    ("list[Any]", "list[int]", UNRELATED),
    ("list", "list[int]", UNRELATED),
    ("Callable[..., int]", "Callable[[int], int]", UNRELATED),
    ("object", "Any", EQUAL),
    ("int", "Any", EQUAL),
    ("list[int]", "list[Any]", EQUAL),
    ("Callable[[int], int]", "Callable[..., int]", EQUAL),
    ("", "int", UNRELATED),
    ("int", "", EQUAL),
]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mypy")


def driver(types: list[str]) -> dict[str, str]:
    methods = "".join(f"    def m{i}(self, a{': ' if t else ''}{t}): ...\n" for i, t in enumerate(types))
    return {"pkg/__init__.pyi": f"{VARIABLES}{PRELUDE}class Driver:\n{methods}"}


def asked(pairs: list[tuple[str, str]], cache: Path) -> tuple[Answer, ...]:
    places = [
        Place(kind=PlaceKind.PARAMETER, old=f"pkg.Driver.m{i}", new=f"pkg.Driver.m{i}", old_name="a", new_name="a")
        for i in range(len(pairs))
    ]
    return relate(driver([old for old, _ in pairs]), driver([new for _, new in pairs]), places, cache=cache)


def between(old: str, new: str, place: Place, cache: Path, **options: dict[str, str]) -> Answer:
    """The answer for one place in two texts of the package."""
    sides = ({"pkg/__init__.pyi": VARIABLES + text} for text in (old, new))
    (answer,) = relate(*sides, [place], cache=cache, **options)
    return answer


def value(path: str) -> Place:
    return Place(kind=PlaceKind.VALUE, old=path, new=path)


def returned(path: str) -> Place:
    return Place(kind=PlaceKind.RETURN, old=path, new=path)


def test_types_relate_as_mypy_says(cache: Path) -> None:
    answers = asked([(old, new) for old, new, _ in ROWS], cache)
    for (old, new, relation), answer in zip(ROWS, answers, strict=True):
        assert answer == Verdict(relation=relation), (old, new)


def test_the_other_way_round_the_answer_is_mirrored(cache: Path) -> None:
    mirrored = {EQUAL: EQUAL, NARROWER: WIDER, WIDER: NARROWER, UNRELATED: UNRELATED}
    answers = asked([(new, old) for old, new, _ in ROWS], cache)
    for (old, new, relation), answer in zip(ROWS, answers, strict=True):
        assert answer == Verdict(relation=mirrored[relation]), (new, old)


def test_an_old_any_is_an_unknown_class_and_a_new_one_takes_everything_and_both_are_marked(cache: Path) -> None:
    answers = asked([(old, new) for old, new, _ in ANY_ROWS], cache)
    for (old, new, relation), answer in zip(ANY_ROWS, answers, strict=True):
        assert answer == Verdict(relation=relation, rests_on_any=True), (old, new)


def classes() -> Iterator[object]:
    body = "def f(a: C) -> None: ..."
    place = Place(kind=PlaceKind.PARAMETER, old="pkg.f", new="pkg.f", old_name="a", new_name="a")
    for kind, old, new in (
        ("class", "class C:\n    x: int", "class C:\n    x: str"),
        ("protocol", "class C(Protocol):\n    x: int", "class C(Protocol):\n    y: str"),
        ("TypedDict", "class C(TypedDict):\n    x: int", "class C(TypedDict):\n    y: str"),
        ("NamedTuple", "class C(NamedTuple):\n    x: int", "class C(NamedTuple):\n    x: str\n    y: int"),
    ):
        yield pytest.param(
            f"from typing import *\n{old}\n{body}", f"from typing import *\n{new}\n{body}", place, id=kind
        )


@pytest.mark.parametrize(("old", "new", "place"), list(classes()))
def test_a_class_is_its_name_whatever_became_of_its_body(old: str, new: str, place: Place, cache: Path) -> None:
    assert between(old, new, place, cache) == Verdict(relation=EQUAL)


def test_a_class_that_moved_is_the_same_where_its_old_name_leads_to_it(cache: Path) -> None:
    body = "def f() -> C: ..."
    old = {"pkg/__init__.pyi": f"class C: ...\n{body}"}
    new = {"pkg/__init__.pyi": f"from pkg.other import C as C\n{body}", "pkg/other.pyi": "class C: ..."}
    assert relate(old, new, [returned("pkg.f")], cache=cache) == (Verdict(relation=EQUAL),)


def test_a_renamed_class_is_the_same_where_one_says_so(cache: Path) -> None:
    old, new = "class C: ...\ndef f() -> C: ...", "class D: ...\ndef f() -> D: ..."
    assert between(old, new, returned("pkg.f"), cache) == Verdict(relation=UNRELATED)
    assert between(old, new, returned("pkg.f"), cache, renamed={"pkg.C": "pkg.D"}) == Verdict(relation=EQUAL)


def test_a_class_that_went_keeps_its_bases(cache: Path) -> None:
    old = "class Base: ...\nclass Gone(Base): ...\ndef f() -> Gone: ..."
    assert between(old, "class Base: ...\ndef f() -> Base: ...", returned("pkg.f"), cache) == Verdict(relation=WIDER)
    assert between(old, "def f() -> int: ...", returned("pkg.f"), cache) == Verdict(relation=UNRELATED)


VALUES = [
    ("property", "class C:\n    @property\n    def x(self) -> int: ...", "pkg.C.x"),
    ("attribute", "class C:\n    x: int", "pkg.C.x"),
    ("inherited", "class B:\n    x: int\nclass C(B): ...", "pkg.C.x"),
    ("field", "from dataclasses import *\n@dataclass\nclass C:\n    x: int", "pkg.C.x"),
    ("init-only", "from dataclasses import *\n@dataclass\nclass C:\n    x: InitVar[int]", "pkg.C.x"),
    ("key", "from typing import *\nclass C(TypedDict):\n    x: Required[int]", "pkg.C.x"),
    ("item", "from typing import *\nclass C(NamedTuple):\n    x: int", "pkg.C.x"),
    ("constant", "X: int", "pkg.X"),
    ("final", "from typing import *\nX: Final[int]", "pkg.X"),
]


@pytest.mark.parametrize(("text", "path"), [pytest.param(*row[1:], id=row[0]) for row in VALUES])
def test_what_holds_a_value_is_found(text: str, path: str, cache: Path) -> None:
    assert between(text, text.replace("int", "float"), value(path), cache) == Verdict(relation=WIDER)
    assert between(text, text, value(path), cache) == Verdict(relation=EQUAL)


def test_an_alias_and_a_new_type_are_what_they_stand_for(cache: Path) -> None:
    place = Place(kind=PlaceKind.ALIAS, old="pkg.A", new="pkg.A")
    assert between("A = int | str", "A = int", place, cache) == Verdict(relation=NARROWER)
    text = "from typing import NewType\nA = NewType('A', bool)"
    assert between(text, text.replace("bool", "int"), place, cache) == Verdict(relation=WIDER)


def test_a_bound_is_what_the_variable_accepts(cache: Path) -> None:
    bound = Place(kind=PlaceKind.BOUND, old="pkg.f", new="pkg.f", index=0)
    text = "B = TypeVar('B', bound=int)\ndef f(a: B) -> B: ..."
    assert between(text, text.replace("bound=int", "bound=bool"), bound, cache) == Verdict(relation=NARROWER)
    assert between(text, text.replace("bound=int", "int, str"), bound, cache) == Verdict(relation=WIDER)
    itself = Place(kind=PlaceKind.BOUND, old="pkg.B", new="pkg.B")
    assert between(text, text.replace("bound=int", "bound=bool"), itself, cache) == Verdict(relation=NARROWER)


def test_type_variables_are_the_same_by_their_place_and_not_by_their_names(cache: Path) -> None:
    old = "def f(a: T, b: T) -> T: ..."
    new = "S = TypeVar('S')\ndef f(a: S, b: S) -> S: ..."
    assert between(old, new, returned("pkg.f"), cache) == Verdict(relation=EQUAL)


def test_a_variable_that_left_one_place_is_judged_with_the_whole_function(cache: Path) -> None:
    old, new = "def f(a: T) -> T: ...", "def f(a: object) -> object: ..."
    place = Place(kind=PlaceKind.PARAMETER, old="pkg.f", new="pkg.f", old_name="a", new_name="a")
    assert between(old, new, place, cache) == Verdict(relation=EQUAL)
    assert between(old, new, returned("pkg.f"), cache) == Verdict(relation=WIDER)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="the syntax is that of Python 3.12")
def test_variables_and_aliases_are_the_same_in_brackets(cache: Path) -> None:
    old = "type Size = int\nclass Box[A]:\n    def get(self) -> A: ...\ndef f[N: int](a: N) -> Size: ..."
    new = old.replace("= int", "= float").replace("N: int", "N: bool").replace("-> A", "-> A | None")
    bound = Place(kind=PlaceKind.BOUND, old="pkg.f", new="pkg.f", index=0)
    assert between(old, new, bound, cache) == Verdict(relation=NARROWER)
    assert between(old, new, returned("pkg.f"), cache) == Verdict(relation=WIDER)
    assert between(old, new, returned("pkg.Box.get"), cache) == Verdict(relation=WIDER)


def test_keywords_of_an_unpacked_typed_dict_are_parameters(cache: Path) -> None:
    text = "from typing import *\nfrom typing_extensions import Unpack\nclass K(TypedDict):\n    a: int\n"
    text += "def f(**kwargs: Unpack[K]) -> None: ..."
    place = Place(kind=PlaceKind.PARAMETER, old="pkg.f", new="pkg.f", old_name="a", new_name="a")
    assert between(text, text.replace("a: int", "a: float"), place, cache) == Verdict(relation=WIDER)


NOWHERE = [
    ("a name of a module that is not there", "from foreign import Thing", "Thing"),
    ("a name of a module of the package", "from pkg import other", "other.Thing"),
    ("a name that nothing defines", "", "Thing"),
    ("a name behind one that nothing defines", "", "things.Thing"),
    ("a variable", "Thing = print()", "Thing"),
    ("a function", "", "callable"),
    ("a name of a broken file", "from pkg.broken import Thing", "Thing"),
]


@pytest.mark.parametrize(("imports", "name"), [pytest.param(*row[1:], id=row[0]) for row in NOWHERE])
def test_a_name_that_leads_nowhere_is_the_same_on_both_sides(imports: str, name: str, cache: Path) -> None:
    text = f"{imports}\ndef f(a: {name}) -> int: ..."
    more = {"pkg/other.pyi": "", "pkg/broken.pyi": "break\nclass Thing: ..."}
    place = Place(kind=PlaceKind.PARAMETER, old="pkg.f", new="pkg.f", old_name="a", new_name="a")
    for new, relation in ((f"{name} | None", WIDER), (name, EQUAL), (f"list[{name}]", UNRELATED)):
        sides = ({"pkg/__init__.pyi": each, **more} for each in (text, text.replace(f"a: {name}", f"a: {new}")))
        assert relate(*sides, [place], cache=cache) == (Verdict(relation=relation),)


def test_a_name_that_leads_nowhere_on_one_side_alone_is_the_class_of_that_name(cache: Path) -> None:
    """As `nova.objects.Instance`, which the module makes up, and which it imports for type checkers later."""
    text = {"pkg/__init__.pyi": "from pkg import objects\ndef f() -> objects.Thing: ..."}
    without = {**text, "pkg/objects/__init__.pyi": "", "pkg/objects/thing.pyi": "class Thing: ..."}
    imported = {**without, "pkg/objects/__init__.pyi": "from pkg.objects.thing import Thing as Thing"}
    for sides in ((without, imported), (imported, without)):
        assert relate(*sides, [returned("pkg.f")], cache=cache) == (Verdict(relation=EQUAL),)


def test_a_class_with_a_base_that_leads_nowhere_is_no_subtype_of_all(cache: Path) -> None:
    text = "from foreign import Thing\nclass C(Thing): ...\nclass D(Thing): ...\nclass E(C): ...\ndef f() -> C: ..."
    for now, relation in (("D", UNRELATED), ("C | None", WIDER), ("E", NARROWER), ("int", UNRELATED), ("C", EQUAL)):
        answer = between(text, text.replace("-> C", f"-> {now}"), returned("pkg.f"), cache)
        assert answer == Verdict(relation=relation), now
    either = text.replace("-> C", "-> Thing | int")
    assert between(either, either.replace("Thing | int", "C"), returned("pkg.f"), cache) != Verdict(relation=EQUAL)
    wide = text.replace("-> C", "-> C | Thing")
    assert between(wide, wide.replace("C | Thing", "Thing"), returned("pkg.f"), cache) == Verdict(relation=EQUAL)


def test_the_rest_is_judged_where_mypy_stops_at_a_file(cache: Path) -> None:
    old = {"pkg/__init__.pyi": "def f() -> int: ...", "pkg/broken.pyi": "def g() -> int: ..."}
    new = {"pkg/__init__.pyi": "def f() -> float: ...", "pkg/broken.pyi": "\nbreak\ndef g() -> float: ..."}
    judged, lost = relate(old, new, [returned("pkg.f"), returned("pkg.broken.g")], cache=cache)
    assert judged == Verdict(relation=WIDER)
    assert isinstance(lost, Unjudged)
    assert (lost.file, lost.line, lost.old) == ("pkg/broken.pyi", 2, False)
    assert lost.reason == '"break" outside loop'


def test_an_alias_of_itself_is_told_of_and_the_rest_is_judged(cache: Path) -> None:
    text = "from typing import *\nA: TypeAlias = 'B'\nB: TypeAlias = 'A'\ndef f() -> A: ...\ndef g() -> int: ..."
    lost, judged = relate(
        {"pkg/__init__.pyi": text}, {"pkg/__init__.pyi": text.replace("A: .", "A | None: .").replace("int", "float")},
        [returned("pkg.f"), returned("pkg.g")], cache=cache,
    )  # fmt: skip
    assert judged == Verdict(relation=WIDER)
    assert isinstance(lost, Unjudged)
    assert (lost.file, lost.line) == ("pkg/__init__.pyi", 4)


def test_what_mypy_refuses_is_not_judged_and_told_with_file_and_line(cache: Path) -> None:
    old = "def f() -> int: ...\ndef g(a: int) -> Gone: ..."
    answer = between(old, old.replace("Gone", "int"), returned("pkg.g"), cache)
    assert answer == Unjudged(
        path="pkg.g", reason='Name "Gone" is not defined', file="pkg/__init__.pyi", line=6, old=True
    )


def test_a_name_that_leads_nowhere_is_itself_on_both_sides_and_another_one_is_not_judged(cache: Path) -> None:
    old = "from foreign import Thing, Other\ndef f() -> Thing: ..."
    assert between(old, old.replace("-> Thing", "-> Thing | None"), returned("pkg.f"), cache) == Verdict(relation=WIDER)
    answer = between(old, old.replace("-> Thing", "-> Other"), returned("pkg.f"), cache)
    assert isinstance(answer, Unjudged)
    assert "foreign.Other, foreign.Thing" in answer.reason
    assert (answer.file, answer.line) == ("pkg/__init__.pyi", 6)


def test_a_file_that_mypy_cannot_read_is_told_of_at_every_place(cache: Path) -> None:
    answer = between("def f() -> int: ...", "def f( -> int: ...", returned("pkg.f"), cache)
    assert isinstance(answer, Unjudged)
    assert (answer.file, answer.line, answer.old) == ("pkg/__init__.pyi", 5, False)


def test_nothing_of_the_current_folder_is_read(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "foreign.py").write_text("class Thing: ...\nclass Other(Thing): ...\n")
    monkeypatch.chdir(tmp_path)
    old = "from foreign import Thing, Other\ndef f() -> Thing: ..."
    assert isinstance(between(old, old.replace("-> Thing", "-> Other"), returned("pkg.f"), cache), Unjudged)


def test_a_cache_that_cannot_be_used_changes_no_answer(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    answer = between("def f() -> int: ...", "def f() -> float: ...", returned("pkg.f"), tmp_path / "file" / "cache")
    assert answer == Verdict(relation=WIDER)


# mypy leaves the connection open that it fails on, of which Python 3.13 warns.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_broken_cache_changes_no_answer(tmp_path: Path) -> None:
    old, new = "def f() -> int: ...", "def f() -> float: ..."
    between(old, new, returned("pkg.f"), tmp_path)
    for file in tmp_path.rglob("*.db"):
        file.write_text("not a database")
    assert between(old, new, returned("pkg.f"), tmp_path) == Verdict(relation=WIDER)
