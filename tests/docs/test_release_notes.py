"""What docs/release-notes.md shows is what the command says of the two versions on the page."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import write
from virtapi_analyzer.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "release-notes.md"
COMMAND = re.compile(r"^and `virtapi (?P<arguments>[^`]*)` says$", re.MULTILINE)
SHOWN = re.compile(r"^````markdown\n(?P<said>.*?)^````$", re.MULTILINE | re.DOTALL)


def test_the_page_shows_what_the_command_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = PAGE.read_text(encoding="utf-8")
    write(page, tmp_path)
    monkeypatch.chdir(tmp_path)
    (command,), (shown,) = COMMAND.findall(page), SHOWN.findall(page)
    main(command.split())
    assert capsys.readouterr().out == shown
