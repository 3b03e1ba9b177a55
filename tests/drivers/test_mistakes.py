"""Each small driver gives exactly the diagnostics that its lines expect; the correct twin beside it gives none."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from virtapi_analyzer.cli import main
from virtapi_analyzer.drivers.checks import checks
from virtapi_analyzer.model.diagnostic import Diagnostic
from virtapi_analyzer.policy.choice import configured
from virtapi_analyzer.rules import catalogue
from virtapi_analyzer.use_cases.driving import examined, prepared

MISTAKES = Path(__file__).parent / "data" / "mistakes"
EXPECTED = re.compile(r"# D: (?P<rule>[\w-]+)(?: (?P<words>.+))?")
FILES = sorted(file for folder in ("typed", "untyped") for file in (MISTAKES / folder).glob("*.py"))


@cache
def diagnostics(folder: Path) -> dict[Path, list[Diagnostic]]:
    """What is said of a folder's drivers beside 2026.1, by file."""
    configuration, interface = configured("virtapi")
    report = examined(prepared(configuration, interface, folder, against=("2026.1",)))
    found = defaultdict(list)
    for each in report.diagnostics:
        found[Path(each.location.file).resolve()].append(each)
    return found


@pytest.mark.parametrize("file", FILES, ids=[f"{file.parent.name}-{file.stem}" for file in FILES])
def test_a_mistake_gives_its_diagnostic_and_nothing_else(file: Path) -> None:
    lines = file.read_text().splitlines()
    expected = {
        (number, match["rule"]): match["words"] or ""
        for number, line in enumerate(lines, start=1)
        if (match := EXPECTED.search(line)) is not None
    }
    said = {(each.location.line, each.rule): each.message for each in diagnostics(file.parent).get(file.resolve(), [])}
    assert said.keys() == expected.keys(), said
    for place, words in expected.items():
        assert words in said[place]


def test_every_file_expects_something_unless_its_name_says_that_it_is_right() -> None:
    silent = {file.stem for file in FILES if EXPECTED.search(file.read_text()) is None}
    assert silent == {"complete", *(file.stem for file in FILES if file.stem.startswith("right_"))}


@pytest.mark.parametrize("folder", ["typed", "untyped"])
def test_a_second_run_says_the_same_as_the_first(folder: str) -> None:
    first = diagnostics(MISTAKES / folder)
    diagnostics.cache_clear()
    assert diagnostics(MISTAKES / folder) == first


def test_every_check_is_explained_and_no_check_is_called_like_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert not {check.id for check in checks()} & {rule.id for rule in catalogue()}
    for check in checks():
        assert main(["explain", check.id]) == 0
        said = capsys.readouterr().out
        assert said.startswith(f"{check.id}: {check.summary}\n\n{check.title}\n")
        assert "What to do instead\n" in said


def test_every_check_is_told_what_it_is_for_by_a_mistake_or_a_test_of_its_own() -> None:
    named = {match["rule"] for file in FILES for match in EXPECTED.finditer(file.read_text())}
    elsewhere = "\n".join(file.read_text() for file in Path(__file__).parent.glob("test_*.py"))
    assert {check.id for check in checks() if check.id not in named and f'"{check.id}"' not in elsewhere} == set()
