"""What the page for hosts shows is right: its files type-check, and the last one drives the driver of the tutorial."""

import importlib
import re
import sys
from pathlib import Path

import pytest

from tests.docs.pages import nameless, write
from tests.memory_driver.host import MemoryHost


@pytest.fixture(scope="module")
def page(repository: Path) -> str:
    return (repository / "docs" / "write-a-host.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_host_of_the_page_is_strictly_typed(
    page: str, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    api = pytest.importorskip("mypy.api", reason="mypy is not installed: the page is not checked")
    files = write(page, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MYPYPATH", str(repository / "stubs" / "virtapi"))
    said, failed, status = api.run(["--strict", "--cache-dir", str(tmp_path / "cache"), *map(str, files)])
    assert status == 0, said + failed


def test_the_host_of_the_page_drives_the_driver_of_the_tutorial(
    page: str, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tutorial = (repository / "docs" / "write-a-driver.md").read_text(encoding="utf-8")
    write(page, tmp_path)
    write(tutorial, tmp_path)
    install(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    try:
        importlib.import_module("small_host.main").main(MemoryHost(), "shelf")
    finally:
        for name in [each for each in sys.modules if each.partition(".")[0] in ("small_host", "virtapi_shelf")]:
            del sys.modules[name]
    (promised,) = re.findall(r"^```\n(it is .*?)^```", page, re.MULTILINE | re.DOTALL)
    assert capsys.readouterr().out == promised


def install(folder: Path) -> None:
    """Leave what an installation of the tutorial's driver leaves: its entry points, as `pyproject.toml` names them."""
    (named,) = re.findall(r'entry-points\."(.+?)"\]\n(.+?)\n', (folder / "pyproject.toml").read_text())
    group, entry = named
    metadata = folder / "virtapi_shelf-0.1.0.dist-info"
    metadata.mkdir()
    metadata.joinpath("METADATA").write_text("Metadata-Version: 2.1\nName: virtapi-shelf\nVersion: 0.1.0\n")
    metadata.joinpath("entry_points.txt").write_text(f"[{group}]\n{entry.replace(chr(34), '')}\n")


def test_every_piece_of_code_is_tried(page: str) -> None:
    assert nameless(page) == 0
