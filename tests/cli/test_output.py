"""Where an answer goes, and what of it a terminal gets."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest


def test_a_file_is_written_instead(released, virtapi):
    outcome = virtapi("check", "-o", "report.txt")
    assert (outcome.status, outcome.out) == (0, "")
    assert Path("report.txt").read_text().endswith("Nothing changed.\n")


def test_a_dash_is_standard_output(released, virtapi):
    assert virtapi("check", "-o", "-").out.endswith("Nothing changed.\n")


def test_a_file_that_is_there_is_replaced_and_keeps_its_rights(released, virtapi):
    file = Path("report.txt")
    file.write_text("before")
    file.chmod(0o640)
    assert virtapi("check", "-o", "report.txt").status == 0
    assert file.read_text().startswith("kettle ")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_link_keeps_leading_to_the_file(released, virtapi):
    Path("link.txt").symlink_to("report.txt")
    assert virtapi("check", "-o", "link.txt").status == 0
    assert Path("link.txt").is_symlink()
    assert Path("report.txt").read_text().startswith("kettle ")


def test_a_file_is_whole_or_not_there(released, virtapi, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    outcome = virtapi("check", "-o", "report.txt")
    assert outcome.status == 2
    assert "report.txt cannot be written (No space left on device)" in outcome.err
    assert not list(Path().glob("*report.txt*"))


def test_where_it_could_not_look_nothing_is_written(released, virtapi):
    assert virtapi("check", "--against", "./nowhere", "-o", "report.txt").status == 2
    assert not Path("report.txt").exists()


def test_help_teaches_by_examples(virtapi):
    for command in ("check", "diff", "release", "explain", "runtime"):
        outcome = virtapi(command, "--help")
        assert outcome.status == 0
        assert f"  virtapi {command}" in outcome.out
        assert "Exit status: 0 compatible, 1 something is denied, 2 could not look" in outcome.out


def test_the_version(virtapi):
    outcome = virtapi("--version")
    assert outcome.status == 0
    assert outcome.out.startswith("virtapi ")


def test_a_reader_that_has_seen_enough_is_no_error():
    command = [sys.executable, "-c", "import sys; from virtapi_analyzer.cli import main; sys.exit(main(['rules']))"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 0


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_only_a_terminal_gets_colours(released, variables, coloured):
    pty = pytest.importorskip("pty")
    controller, terminal = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    command = [sys.executable, "-c", "import sys; from virtapi_analyzer.cli import main; sys.exit(main(['check']))"]
    done = subprocess.run(command, stdout=terminal, env=environment | variables, check=True)
    os.close(terminal)
    printed = os.read(controller, 10_000).decode()
    os.close(controller)
    assert done.returncode == 0
    assert ("\033[1mkettle\033[0m" in printed) is coloured
