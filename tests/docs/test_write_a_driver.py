"""What the tutorial for drivers shows is right: its files type-check, their tests pass, and what it quotes is there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import nameless, quotations, write
from virtapi_analyzer.cli import main


@pytest.fixture(scope="module")
def page(repository: Path) -> str:
    return (repository / "docs" / "write-a-driver.md").read_text(encoding="utf-8")


def run(*command: str | Path, folder: Path, stubs: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *map(str, command)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": f"{stubs}{os.pathsep}{folder}", "MYPYPATH": f"{stubs}{os.pathsep}{folder}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_the_driver_of_the_page_is_strictly_typed(page: str, repository: Path, tmp_path: Path) -> None:
    pytest.importorskip("mypy", reason="mypy is not installed: the tutorial is not checked")
    files = write(page, tmp_path)
    run(
        "mypy",
        "--strict",
        "--cache-dir",
        tmp_path / "cache",
        *files,
        folder=tmp_path,
        stubs=repository / "stubs/virtapi",
    )


def test_the_tests_of_the_page_pass(page: str, repository: Path, tmp_path: Path) -> None:
    write(page, tmp_path)
    run("pytest", "-q", "-p", "no:cacheprovider", folder=tmp_path, stubs=repository / "stubs/virtapi")


def test_what_is_quoted_from_the_driver_in_memory_stands_there(page: str, repository: Path) -> None:
    quoted = list(quotations(page))
    assert quoted
    for file, text in quoted:
        assert text in (repository / "docs" / file).read_text(encoding="utf-8"), f"{file} has changed"


def test_every_piece_of_code_is_tried(page: str) -> None:
    assert nameless(page) == 0


def test_the_driver_of_the_page_serves_what_the_page_says(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(page, tmp_path / "shelf")
    monkeypatch.chdir(tmp_path / "shelf")
    monkeypatch.setenv("VIRTAPI_CACHE", str(tmp_path / "cache"))
    (shown,) = re.findall(r"^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert main(["driver", "."]) == 0
    assert capsys.readouterr().out == shown
