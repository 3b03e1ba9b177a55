"""How the tests of the interface ask mypy."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.stubs.kinds import teach_hypothesis
from tests.stubs.releases import Say, speaker

Mypy = Callable[..., Sequence[str]]


@pytest.fixture(autouse=True, scope="session")
def _strategies() -> None:
    teach_hypothesis()


@pytest.fixture(scope="session")
def say(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Say:
    """Evaluate an expression with the package of a release, in a process of its own."""
    return speaker(repository, tmp_path_factory.mktemp("releases"))


@pytest.fixture(scope="session")
def stubs(repository: Path) -> Path:
    """The folder that holds the interface package."""
    return repository / "stubs" / "virtapi"


@pytest.fixture(scope="session")
def mypy(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Mypy:
    """Run mypy as the repository is configured, and give the lines that it says; none where it is content."""
    api = pytest.importorskip("mypy.api", reason="mypy is not installed: the types of the interface are not checked")
    cache = tmp_path_factory.mktemp("mypy")

    def run(*arguments: str, path: Path) -> Sequence[str]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("MYPYPATH", str(path))
            said, failed, status = api.run(
                [
                    f"--config-file={repository / 'pyproject.toml'}",
                    f"--cache-dir={cache / str(path).partition(os.pathsep)[0].replace(os.sep, '-')}",
                    "--strict",
                    "--no-error-summary",
                    "--show-error-codes",
                    "--no-pretty",
                    "--no-color-output",
                    "--explicit-package-bases",
                    *arguments,
                ]
            )
        assert not failed and status in (0, 1), failed
        return list[str](said.splitlines())

    return run
