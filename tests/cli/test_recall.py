"""What was answered is answered again without looking, until something changes that the answer depends on."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import virtapi_analyzer.use_cases.comparing
from tests.cli.conftest import Outcome, Project
from virtapi_analyzer.cli import commands

ADDED = ("litres: int)", "litres: int, hot: bool = True)")


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("VIRTAPI_CACHE", str(folder))
    return folder


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often two versions were really compared: one entry a time."""
    times: list[int] = []
    really = virtapi_analyzer.use_cases.comparing.compared

    def counted(*arguments, **more):
        times.append(1)
        return really(*arguments, **more)

    monkeypatch.setattr(virtapi_analyzer.use_cases.comparing, "compared", counted)
    return times


def test_where_nothing_changed_nothing_is_looked_at(released, virtapi, looked):
    released.edit(*ADDED)
    first = virtapi("check")
    looked.clear()
    assert virtapi("check") == first
    assert first.status == 1
    assert not looked


def test_two_versions_are_not_compared_twice(released, virtapi, looked):
    released.edit(*ADDED)
    assert virtapi("diff", "2026.1", "src") == virtapi("diff", "2026.1", "src")
    assert len(looked) == 1


def edit_a_stub(project: Project) -> None:
    project.edit("class Driver:", "class Driver:  # of water")


def edit_a_module_without_a_stub(project: Project) -> None:
    (project.root / "src" / "kettle" / "spout.py").write_text("WIDTH = 3\n")


def add_a_stub(project: Project) -> None:
    (project.root / "src" / "kettle" / "lid.pyi").touch()


def remove_a_stub(project: Project) -> None:
    (project.root / "src" / "kettle" / "empty.pyi").unlink()


def edit_the_configuration(project: Project) -> None:
    project.configure("[tool.virtapi.levels]\n'param-*' = 'warn'\n")


def edit_the_release(project: Project) -> None:
    project.becomes("2026.3")


def accept_something(project: Project) -> None:
    project.accept("param-added-optional", "kettle.Driver.boil(hot)")


def edit_another_baseline(project: Project) -> None:
    (project.root / "baselines" / "2025.1" / "kettle" / "__init__.pyi").write_text("# older\n")


def remove_another_baseline(project: Project) -> None:
    shutil.rmtree(project.root / "baselines" / "2025.1")


@pytest.mark.parametrize(
    "change",
    [
        edit_a_stub,
        edit_a_module_without_a_stub,
        add_a_stub,
        remove_a_stub,
        edit_the_configuration,
        edit_the_release,
        accept_something,
        edit_another_baseline,
        remove_another_baseline,
    ],
)
def test_what_the_answer_depends_on_is_looked_at_again(
    project: Project, virtapi: Callable[..., Outcome], looked: list[int], change: Callable[[Project], None]
) -> None:
    (project.root / "src" / "kettle" / "empty.pyi").touch()
    project.becomes("2025.1")
    virtapi("release", "2025.1")
    project.becomes("2026.1")
    virtapi("release", "2026.1")
    project.becomes("2026.2")
    project.edit(*ADDED)
    virtapi("check")
    change(project)
    looked.clear()
    virtapi("check")
    assert looked == [1]


def test_a_baseline_that_was_edited_is_refused_and_not_answered_from_memory(released, virtapi):
    assert virtapi("check").status == 0
    stub = released.root / "baselines" / "2026.1" / "kettle" / "__init__.pyi"
    stub.write_text(stub.read_text() + "\n")
    outcome = virtapi("check")
    assert outcome.status == 2
    assert "was edited after its release" in outcome.err


def test_a_produced_module_beside_its_stub_is_no_part_of_the_interface(released, virtapi, looked):
    virtapi("check")
    (released.root / "src" / "kettle" / "__init__.py").write_text("class Driver: ...\n")
    looked.clear()
    virtapi("check")
    assert not looked


@pytest.mark.parametrize(
    "more", [["--format", "json"], ["--format", "github"], ["--all"], ["--against", "src"], ["--host", "src"]]
)
def test_another_form_and_another_question_are_other_answers(released, virtapi, looked, more):
    released.edit(*ADDED)
    virtapi("check")
    looked.clear()
    virtapi("check", *more)
    assert looked == [1]


def test_colours_and_another_width_are_other_answers(released, virtapi, looked, monkeypatch):
    released.edit(*ADDED)
    plain = virtapi("check").out
    monkeypatch.setattr(commands, "coloured", lambda _: True)
    assert "\033[" in virtapi("check").out
    monkeypatch.setattr(commands, "coloured", lambda _: False)
    monkeypatch.setattr(commands, "width", lambda: 60)
    assert len(virtapi("check").out.splitlines()[2]) <= 60 < len(plain.splitlines()[2])
    assert len(looked) == 3


def test_places_are_told_as_they_are_seen_from_where_one_stands(released, virtapi, monkeypatch):
    released.edit(*ADDED)
    assert " src/kettle/__init__.pyi:5" in virtapi("check").out
    monkeypatch.chdir(released.root / "src")
    assert " kettle/__init__.pyi:5" in virtapi("check").out


def test_a_host_that_calls_otherwise_is_looked_at_again(released, virtapi, looked, tmp_path):
    released.edit(*ADDED)
    host = tmp_path / "host.py"
    host.write_text("def run(driver):\n    driver.boil(1)\n")
    virtapi("check", "--host", "host.py")
    host.write_text("def run(driver):\n    driver.boil(1, hot=True)\n")
    looked.clear()
    virtapi("check", "--host", "host.py")
    assert looked == [1]


def test_another_version_of_the_tool_looks_again(released, virtapi, looked, monkeypatch):
    virtapi("check")
    looked.clear()
    monkeypatch.setattr("virtapi_analyzer.interface.answers._tool", lambda: ["another version"])
    virtapi("check")
    assert looked == [1]


def test_an_error_is_told_each_time(released, virtapi):
    released.edit("import abstractmethod", "import abstractmethod,")
    first = virtapi("check")
    assert first.status == 2
    assert virtapi("check") == first


def test_what_changes_while_it_is_looked_at_is_not_kept(released, virtapi, monkeypatch):
    really = virtapi_analyzer.use_cases.comparing.compared

    def slow(*arguments, **more):
        released.edit(*ADDED)
        return really(*arguments, **more)

    with monkeypatch.context() as patch:
        patch.setattr(virtapi_analyzer.use_cases.comparing, "compared", slow)
        assert virtapi("check").status == 1
    released.edit(*reversed(ADDED))
    assert virtapi("check").status == 0


def answers(cache: Path) -> list[Path]:
    return sorted((cache / "answers").rglob("*.json"))


@pytest.mark.parametrize("content", [b"", b'["half', b"\xff\xfe", b"null", b'{"text": 1}', b'["text", "0"]', b"[1, 0]"])
def test_a_damaged_answer_is_ignored_and_written_anew(released, virtapi, cache, content):
    released.edit(*ADDED)
    first = virtapi("check")
    for kept in answers(cache):
        kept.write_bytes(content)
    assert virtapi("check") == first
    assert all(json.loads(kept.read_bytes()) == [first.out, 1] for kept in answers(cache))


def test_a_cache_that_cannot_be_written_is_no_matter(released, virtapi, tmp_path, monkeypatch):
    released.edit(*ADDED)
    first = virtapi("check")
    (tmp_path / "a file").touch()
    monkeypatch.setenv("VIRTAPI_CACHE", str(tmp_path / "a file"))
    assert virtapi("check") == first


def test_answers_that_nobody_asks_for_any_more_are_forgotten(released, virtapi, cache):
    virtapi("check")
    (old,) = answers(cache)
    os.utime(old, (0, 0))
    released.edit(*ADDED)
    virtapi("check")
    assert len(answers(cache)) == 1
    assert old not in answers(cache)


def test_without_a_cache_everything_is_looked_at_and_nothing_kept(released, virtapi, looked, cache):
    released.edit("litres: int)", "litres: str)")
    kept = sorted(cache.rglob("*"))
    looked.clear()
    first = virtapi("check", "--no-cache")
    assert virtapi("check", "--no-cache") == first
    assert len(looked) == 2
    assert sorted(cache.rglob("*")) == kept
    assert virtapi("check") == first
