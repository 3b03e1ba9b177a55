"""What is measured is what the page says: a process of its own, twenty changes, the same each time."""

import shutil
import sys
from pathlib import Path

import pytest

from benchmarks import bench, checking, driving, edits
from benchmarks.measuring import Cost, cost, one_after_another
from benchmarks.repositories import ROOT, STUBS


def run(script: str, folder, **more) -> Cost:
    return cost((sys.executable, "-c", script), folder=folder, **{"runs": 1, "ends_with": (0,)} | more)


def test_a_process_is_measured_with_its_memory(tmp_path):
    small = run("print('out of the way')", tmp_path, runs=2)
    large = run("x = bytes(range(256)) * 400_000", tmp_path)
    assert len(small.seconds) == 2
    assert small.least <= small.median
    assert 90 < large.megabytes - small.megabytes < 130


def test_a_command_that_ends_otherwise_than_it_should_is_not_measured(tmp_path):
    assert run("raise SystemExit(1)", tmp_path, ends_with=(0, 1)).seconds
    with pytest.raises(RuntimeError, match=r"ended with 2: it broke"):
        run("import sys; print('it broke', file=sys.stderr); sys.exit(2)", tmp_path)


def copied(folder):
    return shutil.copytree(ROOT / STUBS / "virtapi", folder / "virtapi", ignore=shutil.ignore_patterns("*.py"))


def test_twenty_changes_are_made_the_same_each_time(tmp_path):
    first, second = copied(tmp_path / "first"), copied(tmp_path / "second")
    made = edits.edit(first)
    assert len(set(made)) == 20
    assert edits.edit(second) == made
    stubs = sorted(first.rglob("*.pyi"))
    assert [stub.read_text() for stub in stubs] == [stub.read_text() for stub in sorted(second.rglob("*.pyi"))]


def test_twenty_types_are_changed_and_nothing_else_others_each_round(tmp_path):
    before, first, second = (copied(tmp_path / name) for name in ("before", "first", "second"))
    made = edits.retype(first)
    assert len(set(made)) == 20
    assert not set(made) & set(edits.retype(second, round_=1))
    lines = [
        [line for stub in sorted(each.rglob("*.pyi")) for line in stub.read_text().splitlines()]
        for each in (before, first)
    ]
    assert sum(old != new for old, new in zip(*lines, strict=True)) == 20


def test_too_small_an_interface_is_told(tmp_path):
    (tmp_path / "a.pyi").write_text("class A: ...\n")
    with pytest.raises(ValueError, match="and there are 0"):
        edits.edit(tmp_path)


def test_the_page_has_a_line_for_each_measurement():
    measured = bench.Measured(
        what="20 changes", command="virtapi check", cost=Cost(seconds=(0.5, 0.25, 1.0), megabytes=41.6)
    )
    assert "\n| 20 changes | `virtapi check` | 3 | 0.25 s | 0.50 s | 42 MB |\n" in bench.page([measured])


def test_a_check_is_told_as_a_multiple_of_what_griffe_takes():
    theirs = Cost(seconds=(0.5, 0.2, 0.3), megabytes=1, busy=(0.2, 0.2, 0.2))
    ours = Cost(seconds=(0.1, 0.3, 0.6), megabytes=41.6, busy=(0.3, 0.25, 0.3))
    checked = checking.Checked(what="20 changes", ours=ours, theirs=theirs, times=1.5)
    line = "\n| 20 changes | 3 | 0.10 s | 0.20 s | 0.50 | 1.00 | 1.25 | 1.5 | 42 MB |\n"
    assert line in bench.page([], [], [checked])


def test_a_check_of_a_driver_is_told_as_a_multiple_of_what_mypy_takes():
    theirs = Cost(seconds=(0.5, 0.2, 0.3), megabytes=1, busy=(0.2, 0.2, 0.2))
    ours = Cost(seconds=(0.1, 0.3, 0.6), megabytes=1, busy=(0.3, 0.25, 0.3))
    paired = driving.Paired(driver="mine", what="warm", ours=ours, theirs=theirs, bound=1.3)
    assert "\n| mine | warm | 3 | 0.10 s | 0.20 s | 0.50 | 1.00 | 1.25 | 1.3 |\n" in bench.page([], [paired])


def test_runs_one_after_another_count_as_one():
    each = Cost(seconds=(0.5,), megabytes=2, busy=(0.25,))
    assert one_after_another([each, each]) == Cost(seconds=(1.0,), megabytes=2, busy=(0.5,))


def test_what_is_added_to_the_environment_is_there(tmp_path):
    run("import os, sys; sys.exit(os.environ['KETTLE'] != 'on')", tmp_path, more={"KETTLE": "on"})


@pytest.mark.slow
def test_a_driver_is_measured_cold_warm_and_answered(tmp_path, monkeypatch):
    monkeypatch.setattr(driving, "DRIVERS", {"reference driver": driving.DRIVERS["reference driver"]})
    measured = list(driving.measure(tmp_path, runs=1))
    assert [each.bound for each in measured].count(0.5) == 2
    answered = next(each for each in measured if each.what == "answered")
    assert min(answered.ours.busy) < 0.5 * min(answered.theirs.busy)


@pytest.mark.slow
def test_a_check_is_measured_beside_griffe(tmp_path, monkeypatch):
    if not Path(checking.GRIFFE[0]).is_file():
        monkeypatch.setattr(checking, "GRIFFE", (sys.executable, "-c", "pass"))  # `nox -s bench` alone has the command
    measured = {each.what: each for each in checking.measure(tmp_path, runs=1)}
    answered, worked_out = measured["nothing changed"], measured["20 changes"]
    assert min(answered.ours.busy) < 0.5 * min(worked_out.ours.busy)
