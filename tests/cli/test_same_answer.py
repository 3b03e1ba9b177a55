"""Whatever is kept from one run to the next, the answer is the same to the byte."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.edits import retype
from benchmarks.repositories import STUBS
from tests.cli.conftest import Outcome
from virtapi_analyzer.rules import catalogue
from virtapi_analyzer.rules.declaration import Hit
from virtapi_analyzer.rules.prelude import PRELUDE

Virtapi = Callable[..., Outcome]

EVERY = 12
HITS = [(rule.id, example) for rule in catalogue() for example in rule.examples if isinstance(example, Hit)]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VIRTAPI_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(folder: Path, sources: str | dict[str, str]) -> None:
    for name, text in ({"__init__.pyi": sources} if isinstance(sources, str) else sources).items():
        file = folder / "pkg" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PRELUDE + text)


@pytest.mark.slow
@pytest.mark.parametrize("example", [pytest.param(each, id=rule) for rule, each in HITS[::EVERY]])
def test_an_example_of_a_rule_is_told_the_same(example: Hit, here: Path, virtapi: Virtapi) -> None:
    put(here / "old", example.old)
    put(here / "new", example.new)
    asked = ("diff", "old", "new", "--package", "pkg", "--all")
    without = virtapi(*asked, "--no-cache")
    assert without.out
    assert not (here / "cache").exists()
    assert virtapi(*asked) == without
    assert virtapi(*asked) == without


@pytest.mark.slow
def test_changed_types_of_the_whole_interface_are_told_the_same(here: Path, virtapi: Virtapi, repository: Path) -> None:
    shutil.copytree(repository / STUBS, here / STUBS, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(repository / "baselines", here / "baselines")
    shutil.copy(repository / "pyproject.toml", here)
    package = here / STUBS / "virtapi"
    retype(package)
    without = virtapi("check", "--no-cache")
    assert without.status == 1
    first = virtapi("check")
    driver = package / "driver.pyi"
    driver.write_text(driver.read_text() + "\n")  # what was read and built is known by now, the answer is not
    assert [first, virtapi("check"), virtapi("check")] == [without] * 3
