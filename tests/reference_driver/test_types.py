"""The driver is strictly typed, and what it is told of libvirt's binding is true."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def run(*command: str | Path, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *map(str, command)],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def driver(repository: Path) -> Path:
    return repository / "reference_driver"


def test_mypy_is_content(repository: Path, driver: Path, tmp_path: Path) -> None:
    pytest.importorskip("mypy", reason="mypy is not installed: the types of the driver are not checked")
    done = run(
        "mypy",
        "--config-file",
        repository / "pyproject.toml",
        "--cache-dir",
        tmp_path,
        driver / "virtapi_libvirt",
        folder=repository,
        MYPYPATH=str(repository / "stubs" / "virtapi"),
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_pyright_is_content(repository: Path, driver: Path, tmp_path: Path) -> None:
    pytest.importorskip("basedpyright", reason="basedpyright is not installed: the driver is not checked with it")
    configuration = {
        "include": [str(driver / "virtapi_libvirt")],
        "stubPath": str(driver / "typings"),
        "extraPaths": [str(repository / "stubs" / "virtapi"), str(driver)],
        "typeCheckingMode": "strict",
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(configuration))
    done = run("basedpyright", "--pythonpath", sys.executable, "-p", tmp_path, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_stub_of_libvirt_is_what_the_binding_has(driver: Path, tmp_path: Path) -> None:
    pytest.importorskip("mypy.stubtest", reason="mypy is not installed: the stub of libvirt is not checked")
    done = run("mypy.stubtest", "libvirt", "--ignore-missing-stub", folder=tmp_path, MYPYPATH=str(driver / "typings"))
    assert done.returncode == 0, done.stdout + done.stderr
