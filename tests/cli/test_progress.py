"""What a person who waits gets to see."""

import io
import sys
import time

import pytest

from virtapi_analyzer.cli import progress as room
from virtapi_analyzer.cli.progress import progress


class Terminal(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def patience(monkeypatch):
    """Nobody waits a second in a test."""
    monkeypatch.setattr(room, "PATIENCE", 0.02)


def test_what_takes_long_is_shown_and_gone_at_the_end(monkeypatch, patience):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress() as tell:
        tell("reading")
        tell("comparing")
        time.sleep(0.2)
    assert "comparing" in terminal.getvalue()
    assert "reading" not in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\033[K")


def test_what_is_quick_is_not_shown(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress() as tell:
        tell("reading")
    assert "reading" not in terminal.getvalue()


def test_nothing_is_shown_where_there_is_no_terminal(capsys, patience):
    with progress() as tell:
        tell("reading")
        time.sleep(0.1)
    assert capsys.readouterr().err == ""
