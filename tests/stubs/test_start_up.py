"""Importing the interface costs little, and nothing is imported that is not needed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import virtapi

pytestmark = pytest.mark.slow


def least(code: str, bytecode: Path) -> float:
    """The least time of twenty runs of a new interpreter, in milliseconds. Byte code is kept, as where it is installed.

    It is the processor's time, so that other tests on the same machine do not count; importing waits for nothing.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {"PYTHONPYCACHEPREFIX": str(bytecode)}
    times = []
    for _ in range(20):
        before = os.times()
        subprocess.run([sys.executable, "-c", code], check=True, env=environment)
        after = os.times()
        spent = (after.children_user - before.children_user, after.children_system - before.children_system)
        times.append(sum(spent))
    return min(times) * 1000


def test_importing_takes_little_beyond_the_interpreters_start(tmp_path: Path) -> None:
    folder = Path(virtapi.__file__).parent.parent
    files = sorted(file.relative_to(folder).with_suffix("").parts for file in (folder / "virtapi").rglob("*.py"))
    everything = ", ".join(".".join(parts).removesuffix(".__init__") for parts in files)
    start = least("pass", tmp_path)
    assert least("import virtapi.driver", tmp_path) - start <= 60
    assert least(f"import {everything}", tmp_path) - start <= 200


def test_the_driver_needs_no_objects_to_be_imported() -> None:
    code = "import sys, virtapi.driver; print(*sorted(name for name in sys.modules if name.startswith('virtapi.objects.')))"
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert said.split() == ["virtapi.objects.power"]
