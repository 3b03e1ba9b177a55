"""Every type checker that a driver's author may use says of the stubs what mypy says."""

import ast
import json
import re
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.type_checkers import CHECKERS, pyright, run

HERE = Path(__file__).parent
EXPECTED = re.compile(r"# E: \[")
pytestmark = pytest.mark.slow

UNSEEN: dict[tuple[str, str, int], str] = {}
"""What a checker does not see: its name, the file of `rejects`, the line, and why."""


@pytest.fixture(params=CHECKERS)
def checker(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    if find_spec(name) is None:
        pytest.skip(f"{name} is not installed: the stubs are not checked with it")
    return name


def test_the_stubs_are_right(checker: str, stubs: Path, tmp_path: Path) -> None:
    assert CHECKERS[checker](sorted(stubs.rglob("*.pyi")), [stubs], tmp_path) == []


def test_what_is_written_by_hand_is_strictly_typed(stubs: Path, tmp_path: Path) -> None:
    pytest.importorskip("basedpyright", reason="basedpyright is not installed: modules are not checked with it")
    by_hand = [each for each in sorted(stubs.rglob("*.py")) if not each.with_suffix(".pyi").exists()]
    assert by_hand
    assert pyright(by_hand, [stubs], tmp_path) == []


def test_what_is_right_is_accepted(checker: str, stubs: Path, tmp_path: Path) -> None:
    assert CHECKERS[checker](sorted((HERE / "accepts").glob("*.py")), [stubs], tmp_path) == []


def test_a_driver_in_memory_is_accepted(checker: str, stubs: Path, repository: Path, tmp_path: Path) -> None:
    files = [
        each
        for each in sorted((repository / "tests" / "memory_driver").glob("*.py"))
        if not each.stem.startswith("test_")
    ]
    assert CHECKERS[checker](files, [stubs, repository], tmp_path) == []


@pytest.mark.parametrize("file", sorted((HERE / "rejects").glob("*.py")), ids=lambda file: file.stem)
def test_what_is_wrong_is_rejected_where_it_stands(checker: str, stubs: Path, file: Path, tmp_path: Path) -> None:
    said = CHECKERS[checker]([file], [stubs], tmp_path)
    text = file.read_text()
    expected = {number for number, line in enumerate(text.splitlines(), start=1) if EXPECTED.search(line)}
    unseen = {line for name, stem, line in UNSEEN if (name, stem) == (checker, file.stem)}
    places = statements(text)
    found = {places[line] for line, _ in said}
    assert [(line, message) for line, message in said if places[line] not in {places[each] for each in expected}] == []
    assert {line for line in expected if places[line] not in found} == unseen


def test_all_public_names_have_known_types(stubs: Path, tmp_path: Path) -> None:
    pytest.importorskip("basedpyright", reason="basedpyright is not installed: types are not counted")
    asked = ("--pythonpath", sys.executable, "--verifytypes", "virtapi", "--ignoreexternal", "--outputjson")
    said = json.loads(run("basedpyright", *asked, folder=tmp_path, path=str(stubs)))
    assert said["typeCompleteness"]["completenessScore"] == 1
    assert said["typeCompleteness"]["exportedSymbolCounts"]["withKnownType"] > 3000


def statements(text: str) -> dict[int, int]:
    """For each line the first line of the statement that it is in; of a definition, the part before its body.

    mypy points at the argument that is wrong where others point at the name of the method, and the other way round.
    """
    first = {number: number for number in range(1, text.count("\n") + 2)}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            last = body[0].lineno - 1 if body else node.end_lineno or node.lineno
            first.update(dict.fromkeys(range(node.lineno, last + 1), node.lineno))
    return first
