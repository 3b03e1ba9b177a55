"""Hosts of any two releases hand each other every kind of object, each with the package of its own release."""

import json
import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from packaging.version import Version

from tests.shared import REPOSITORY

RELEASES = sorted((file.parent.name for file in (REPOSITORY / "baselines").glob("*/release.toml")), key=Version)

pytestmark = pytest.mark.slow


def run(release: str, what: str, other: str, lines: str = "") -> str:
    """What a host of a release says."""
    paths = (REPOSITORY / "baselines" / release, REPOSITORY)
    done = subprocess.run(
        [sys.executable, "-m", "tests.stubs.exchanging", what, other],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, paths))},
        cwd=Path(os.devnull).parent,
        input=lines,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def read(lines: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.splitlines()]


@pytest.mark.parametrize(("one", "other"), list(permutations(RELEASES, 2)))
def test_every_object_comes_back_with_all_that_both_know(one: str, other: str) -> None:
    made = run(one, "make", other)
    passed = run(other, "pass", one, made)
    assert len(read(passed)) == len(read(made)) > 1000
    neighbours = abs(RELEASES.index(one) - RELEASES.index(other)) == 1
    refused = [each["refused"] for each in read(passed) if "refused" in each]
    may = () if neighbours and Version(one) < Version(other) else ("NotInRelease",)
    may = may if neighbours else (*may, "UnsupportedRelease")
    assert [each for each in refused if not each.startswith(may)] == []
    assert read(run(one, "check", other, passed)) == []
