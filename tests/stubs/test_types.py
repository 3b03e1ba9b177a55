"""Type checkers agree with what the interface says, and the produced modules with what the stubs say."""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from virtapi import contract

EXPECTED = re.compile(r"# E: \[(?P<code>[a-z-]+)\] (?P<text>.+)$")
SAID = re.compile(r"^(?P<file>.+?):(?P<line>\d+): (?P<severity>error|note): (?P<text>.*?)(?:  \[(?P<code>[a-z-]+)\])?$")

# What stubtest cannot see: NewTypes are no types at run time, the check of a dataclass is not part of the stub, slots
# of a subclass are typed by their own names, and JSON is a recursive type for checkers alone. Nor is it part of the stub
# that a class refuses who implements neither a superseded method nor its successor.
ALLOWED = r"""
virtapi\.units\..*
virtapi\..*\.__post_init__
virtapi\.capabilities\.volumes\.VolumeAttachable\.__new__
virtapi\..*\.__slots__
virtapi\.values\.JsonValue
"""
BY_HAND = ("ability", "defaults", "fallbacks", "_checking", "_data", "_superseding", "_wire")

Mypy = Callable[..., Sequence[str]]

pytestmark = pytest.mark.slow


def without(folder: Path, target: Path, kind: str) -> Path:
    """A copy of the package without the files of one kind."""
    shutil.copytree(folder / "virtapi", target / "virtapi", ignore=shutil.ignore_patterns(kind, "__pycache__"))
    return target


def test_the_stubs_are_strictly_typed(mypy: Mypy, stubs: Path) -> None:
    assert mypy("-p", "virtapi", path=stubs) == []


def test_the_produced_modules_are_strictly_typed_without_the_stubs(mypy: Mypy, stubs: Path, tmp_path: Path) -> None:
    assert mypy("-p", "virtapi", path=without(stubs, tmp_path, "*.pyi")) == []


def test_what_is_right_is_accepted(mypy: Mypy, stubs: Path) -> None:
    assert mypy(str(Path(__file__).parent / "accepts"), path=stubs) == []


def test_a_driver_in_memory_is_accepted(mypy: Mypy, stubs: Path, repository: Path) -> None:
    files = [str(repository / "tests" / "memory_driver" / name) for name in ("driver.py", "host.py")]
    assert mypy(*files, path=Path(f"{stubs}{os.pathsep}{repository}")) == []


@pytest.mark.parametrize("file", sorted((Path(__file__).parent / "rejects").glob("*.py")), ids=lambda file: file.stem)
def test_what_is_wrong_is_rejected_where_it_stands(mypy: Mypy, stubs: Path, file: Path) -> None:
    said = [found for line in mypy(str(file), path=stubs) if (found := SAID.match(line))]
    errors = {(int(each["line"]), each["code"]): each["text"] for each in said if each["severity"] == "error"}
    expected = {
        (number, found["code"]): found["text"]
        for number, line in enumerate(file.read_text().splitlines(), start=1)
        if (found := EXPECTED.search(line))
    }
    assert errors.keys() == expected.keys()
    assert [(key, text) for key, text in expected.items() if text not in errors[key]] == []


def test_stubtest_finds_no_difference_between_stubs_and_produced_modules(stubs: Path, tmp_path: Path) -> None:
    pytest.importorskip("mypy.stubtest", reason="mypy is not installed: stubs and modules are not compared")
    copy = without(stubs, tmp_path, "__pycache__")
    for file in (copy / "virtapi").rglob("*.py*"):
        file.write_text(without_contract(file.read_text()))
    (tmp_path / "allowed").write_text(
        ALLOWED.strip() + "\n" + "".join(rf"virtapi\.{name}\..*" + "\n" for name in BY_HAND)
    )
    run = subprocess.run(
        [sys.executable, "-m", "mypy.stubtest", "virtapi", "--concise", "--allowlist", str(tmp_path / "allowed")],
        env=os.environ | {"PYTHONPATH": str(copy), "MYPYPATH": str(copy)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    # A default such as `MiB(0)` is a plain number at run time, and a superseded field is left out by a mark.
    plain = re.compile(r"incompatible with stub parameter type virtapi\.units\.|of type dataclasses\._MISSING_TYPE")
    said = [line for line in run.stdout.splitlines() if not plain.search(line)]
    assert said == [], run.stderr


def without_contract(text: str) -> str:
    """The text of a module without the decorators of the contract, which set attributes that no stub names."""
    words = {name for name in contract.__all__ if name not in ("default_for", "fallback_for")}
    dropped = {
        number
        for node in ast.walk(ast.parse(text))
        if isinstance(node, (ast.ClassDef, ast.FunctionDef))
        for decorator in node.decorator_list
        if ast.unparse(decorator.func if isinstance(decorator, ast.Call) else decorator) in words
        for number in range(decorator.lineno, (decorator.end_lineno or decorator.lineno) + 1)
    }
    return "".join(line for number, line in enumerate(text.splitlines(keepends=True), start=1) if number not in dropped)
