"""What the page on checking drivers shows is what the command says."""

import re
import shutil
from pathlib import Path

import pytest

from tests.docs.pages import files
from virtapi_analyzer.cli import main
from virtapi_analyzer.drivers.checks import checks
from virtapi_analyzer.reports.check_explanation import check_table


@pytest.fixture(scope="module")
def page(repository: Path) -> str:
    return (repository / "docs" / "check-your-driver.md").read_text(encoding="utf-8")


def test_the_command_says_what_the_page_shows(
    page: str, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VIRTAPI_CACHE", str(tmp_path / "cache"))
    complete = repository / "tests" / "drivers" / "data" / "mistakes" / "untyped" / "complete.py"
    tmp_path.joinpath("base.py").write_text(complete.read_text().replace("class Complete", "class Base"))
    for name, text in files(page).items():
        if name.endswith(".py"):
            tmp_path.joinpath(name).write_text(text)
    (shown,) = re.findall(r"^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert main(["driver", ".", "--against", "2026.1"]) == 1
    assert capsys.readouterr().out == shown
    shutil.rmtree(tmp_path / "cache")


def test_the_page_lists_every_check(page: str) -> None:
    assert check_table(checks()) in page
