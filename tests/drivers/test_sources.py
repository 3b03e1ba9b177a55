"""A driver is checked beside releases from anywhere: what these were opened from is not needed any more by then."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.drivers.conftest import COMPLETE
from virtapi_analyzer.model.diagnostic import Verdict
from virtapi_analyzer.policy.choice import configured
from virtapi_analyzer.use_cases.driving import examined, prepared


@pytest.fixture
def driver(tmp_path: Path) -> Path:
    folder = tmp_path / "driver"
    folder.mkdir()
    (folder / "complete.py").write_text(COMPLETE.read_text())
    return folder


def test_a_release_in_a_wheel_is_read_before_two_processes_could_share_the_open_file(
    driver: Path, repository: Path, tmp_path: Path
) -> None:
    wheel = tmp_path / "virtapi-2026.1-py3-none-any.whl"
    stubs = repository / "stubs" / "virtapi"
    with zipfile.ZipFile(wheel, "w") as archive:
        for file in sorted((stubs / "virtapi").rglob("*.py*")):
            if file.suffix in (".py", ".pyi"):
                archive.write(file, file.relative_to(stubs))
    configuration, interface = configured("virtapi")
    examination = prepared(configuration, interface, driver, against=(str(wheel),))
    wheel.write_bytes(b"\0" * wheel.stat().st_size)
    assert [each.verdict for each in examined(examination).releases] == [Verdict.OK]


def test_a_release_in_git_is_read_before_two_processes_could_share_a_pipe(
    driver: Path, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    clone.mkdir()
    package = repository / "stubs" / "virtapi" / "virtapi"
    for file in sorted(package.rglob("*.py*")):
        if file.suffix in (".py", ".pyi"):
            target = clone / "virtapi" / file.relative_to(package)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    for arguments in (("init", "-q"), ("add", "--all"), ("commit", "-q", "-m", "first")):
        settings = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(["git", *settings, *arguments], cwd=clone, check=True)
    monkeypatch.chdir(clone)
    configuration, interface = configured("virtapi")
    examination = prepared(configuration, interface, driver, against=("git:HEAD",))
    (clone / ".git").rename(clone / "gone")
    assert [each.verdict for each in examined(examination).releases] == [Verdict.OK]
