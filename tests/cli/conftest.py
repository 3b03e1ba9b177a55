"""A small project, and the command run in it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from virtapi_analyzer.cli import main

STUB = """\
from abc import abstractmethod

class Driver:
    @abstractmethod
    def boil(self, litres: int) -> None: ...
    @abstractmethod
    def pour(self) -> None: ...
"""

CONFIGURATION = """\
[tool.virtapi.interfaces.kettle]
package = "kettle"
path = "src"
driver-interfaces = ["kettle.Driver"]
baselines = "baselines"
release = "2026.1"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A repository with the interface `kettle`, configured, in the current directory."""

    root: Path

    def edit(self, old: str, new: str) -> None:
        """Change the interface."""
        stub = self.root / "src" / "kettle" / "__init__.pyi"
        text = stub.read_text()
        assert old in text
        stub.write_text(text.replace(old, new))

    def becomes(self, release: str) -> None:
        """Raise the release that the tree says it becomes."""
        file = self.root / "pyproject.toml"
        lines = [
            f'release = "{release}"' if line.startswith("release") else line for line in file.read_text().splitlines()
        ]
        file.write_text("\n".join(lines))

    def configure(self, more: str) -> None:
        """Add to the configuration."""
        file = self.root / "pyproject.toml"
        file.write_text(f"{file.read_text()}\n{more}\n")

    def accept(self, rule: str, path: str, *, expires: str | None = None) -> None:
        """Accept a finding."""
        entry = f'[[accepted]]\nrule = "{rule}"\npath = "{path}"\nreason = "nobody has it yet"\n'
        file = self.root / "baselines" / "accepted.toml"
        file.write_text(entry + (f'expires = "{expires}"\n' if expires else ""))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    package = tmp_path / "src" / "kettle"
    package.mkdir(parents=True)
    package.joinpath("__init__.pyi").write_text(STUB)
    package.joinpath("py.typed").touch()
    tmp_path.joinpath("pyproject.toml").write_text(CONFIGURATION)
    monkeypatch.chdir(tmp_path)
    return Project(root=tmp_path)


@pytest.fixture
def released(project: Project, virtapi: "Callable[..., Outcome]") -> Project:
    """The project with a first release, on its way to the next."""
    assert virtapi("release", "2026.1").status == 0
    project.becomes("2026.2")
    return project


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command did: its exit status, and what it printed."""

    status: int
    out: str
    err: str


@pytest.fixture
def virtapi(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """The command `virtapi`, with these arguments."""

    def run(*arguments: str) -> Outcome:
        capsys.readouterr()
        try:
            status = main(arguments)
        except SystemExit as ended:  # argparse ends by itself
            status = int(str(ended.code))
        printed = capsys.readouterr()
        return Outcome(status=status, out=printed.out, err=printed.err)

    return run
