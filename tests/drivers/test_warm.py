"""What is kept from one run to the next changes no answer: each is the one that is given where nothing is known."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import virtapi_analyzer.drivers.standing
from tests.drivers.conftest import COMPLETE
from virtapi_analyzer.checker.checking import Seen
from virtapi_analyzer.cli import main
from virtapi_analyzer.drivers.kept_classes import NOTHING, Classes, checked_classes, load, save, together
from virtapi_analyzer.model.checked import CheckedClass, CheckedMember, MemberKind
from virtapi_analyzer.model.element import Parameter, ParameterKind, Signature, Value

FILES = {
    "mixin.py": (
        "import threading\n\n\nclass Locked(threading.Thread):\n    def pause(self, call, instance):\n        pass\n"
        "    def unpause(self, call, instance):\n        pass\n"
    ),
    "helper.py": "def words(text):\n    return text.split()\n",
    "driver.py": (
        "from virtapi.capabilities import Pausable\n\nfrom complete import Complete\nfrom helper import words\n"
        "from mixin import Locked\n\n\nclass Driver(Locked, Complete, Pausable):\n    def start(self, call):\n"
        "        words('a b')\n"
    ),
    "other.py": "from driver import Driver\n\n\nclass Other(Driver):\n    def unpase(self, call, instance):\n        pass\n",
}

EDITS: list[tuple[str, str, str]] = [
    ("helper.py", "text.split()", "text.split()  # a comment, of which nothing comes"),
    ("driver.py", "\nclass Driver", "\n\nclass Driver"),
    ("mixin.py", "pause(self, call, instance)", "pause(self, call)"),
    ("mixin.py", "class Locked", "from abc import abstractmethod\n\n\nclass Locked"),
    ("mixin.py", "    def unpause", "    @abstractmethod\n    def further(self): ...\n    def unpause"),
    ("mixin.py", "threading.Thread", "threading.Timer"),
    ("driver.py", "words('a b')", "self.no_such_thing()"),
    ("driver.py", "def start(self, call):", "def start(self):  # type: ignore"),
    ("other.py", "(Driver)", "(Unknown)"),
    ("other.py", "from driver import Driver", "from nowhere import Unknown"),
]
"""Each is made on top of those before it."""


def answer(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setenv("VIRTAPI_CACHE", str(cache))
    status = main(["driver", str(folder), "--against", "2026.1", "--format", "json"])
    return f"{capsys.readouterr().out}{status}"


@pytest.mark.slow
def test_whatever_is_edited_the_answer_is_that_of_an_empty_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "driver"
    folder.mkdir()
    for name, text in {"complete.py": COMPLETE.read_text(), **FILES}.items():
        (folder / name).write_text(text)
    answers = [answer(folder, tmp_path / "kept", monkeypatch, capsys)]
    for number, (name, old, new) in enumerate(EDITS):
        text = (folder / name).read_text()
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1))
        answers.append(answer(folder, tmp_path / "kept", monkeypatch, capsys))
        empty = tmp_path / f"empty-{number}"
        for kind in ("known", "releases", "needs"):  # what is known of releases is no driver's affair
            shutil.copytree(tmp_path / "kept" / "driver" / kind, empty / "driver" / kind)
        assert answers[-1] == answer(folder, empty, monkeypatch, capsys)
    assert len(set(answers)) >= 8  # what is edited shows, most of it


@pytest.fixture
def judgements(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often a driver was really judged: one entry a time."""
    times: list[int] = []
    really = virtapi_analyzer.drivers.standing.judge

    def counted(*arguments):
        times.append(1)
        return really(*arguments)

    monkeypatch.setattr(virtapi_analyzer.drivers.standing, "judge", counted)
    return times


def test_classes_come_in_the_same_order_whether_a_module_was_checked_or_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cache, folder = tmp_path / "cache", tmp_path / "driver"
    folder.mkdir()
    shutil.copy(COMPLETE, folder / "complete.py")
    (folder / "two.py").write_text(
        "from complete import Complete\n\n\nclass Second(Complete): ...\n\n\nclass First(Complete): ...\n"
    )
    first = answer(folder, cache, monkeypatch, capsys)
    for kept in [*cache.glob("driver/*/*.json"), *cache.glob("driver/checks/*/classes.json")]:
        kept.unlink()
    shutil.rmtree(cache / "driver" / "unchanged", ignore_errors=True)
    assert answer(folder, cache, monkeypatch, capsys) == first


def append_a_comment(text: str) -> str:
    return f"{text}# nothing\n"


def move_the_lines(text: str) -> str:
    return f"\n{text}"


def silence_a_line(text: str) -> str:
    return text.replace("def stop(self, call):", "def stop(self, call):  # type: ignore")


@pytest.mark.parametrize(("edit", "again"), [(append_a_comment, False), (move_the_lines, True), (silence_a_line, True)])
def test_what_shows_in_an_edited_driver_is_judged_again(
    tmp_path: Path, judgements: list[int], edit: Callable[[str], str], again: bool
) -> None:
    file = tmp_path / "complete.py"
    shutil.copy(COMPLETE, file)
    main(["driver", str(file), "--against", "2026.1"])
    text = file.read_text()
    assert edit(text) != text
    file.write_text(edit(text))
    main(["driver", str(file), "--against", "2026.1"])
    assert len(judgements) == 1 + again


def member(name: str, *parameters: Parameter) -> CheckedMember:
    return CheckedMember(name=name, kind=MemberKind.METHOD, signature=Signature(parameters=parameters), gives=True)


BASE = CheckedClass(path="base.Base", module="base", mro=("base.Base",), members={}, open=True)
DERIVED = CheckedClass(
    path="mine.Derived",
    module="mine",
    mro=("mine.Derived", "base.Base"),
    members={
        "stop": member(
            "stop",
            Parameter(name="call", kind=ParameterKind.POSITIONAL_ONLY),
            Parameter(name="now", kind=ParameterKind.KEYWORD_ONLY, default=Value(text="...", normal=None)),
        ),
        "size": CheckedMember(name="size", kind=MemberKind.ATTRIBUTE, abstract=True),
    },
    undefined=(("size", "base.Base"),),
)


def seen(*, loaded: bool, base: str = "1") -> Seen:
    return Seen(
        messages=(),
        defined={"mine": ("mine.Derived",)} if loaded else {},
        names={"mine": {"Mine": "mine.Derived"}} if loaded else {},
        classes={"base.Base": BASE, "mine.Derived": DERIVED} if loaded else {},
        interfaces={"base": base, "mine": "2", "others": "3"},
    )


def known() -> Classes:
    found = together(seen(loaded=True), NOTHING, ["mine"])
    assert found is not None
    return found


def test_classes_are_read_as_they_were_kept(tmp_path: Path) -> None:
    save(tmp_path / "classes", known())
    kept = load(tmp_path / "classes")
    assert checked_classes(kept) == {"mine.Derived": DERIVED, "base.Base": BASE}
    assert kept.names == {"mine": {"Mine": "mine.Derived"}}


def test_classes_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    assert load(tmp_path / "classes") == NOTHING
    for text in ("[", "{}", "[0, {}, {}, {}, {}]", "[1]"):
        (tmp_path / "classes").write_text(text)
        assert load(tmp_path / "classes") == NOTHING


def test_a_module_that_was_not_loaded_is_as_it_was_known() -> None:
    assert together(seen(loaded=False), known(), ["mine"]) == known()


def test_a_module_is_not_known_any_more_when_that_of_a_base_changed() -> None:
    assert together(seen(loaded=False, base="9"), known(), ["mine"]) is None


def test_a_module_that_was_never_loaded_is_not_known() -> None:
    assert together(seen(loaded=False), NOTHING, ["mine"]) is None
