"""A baseline is written whole or not at all, never overwritten, and never trusted."""

import hashlib
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from virtapi_analyzer.interface import baselines
from virtapi_analyzer.interface.baselines import baseline_tree, newest, releases, verify, write
from virtapi_analyzer.model.errors import BaselineError

PACKAGE = {"demo/driver.pyi": b"class Driver: ...\n", 'demo/objects/größe "x".py': b"", "demo/py.typed": b""}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "baselines"


@pytest.fixture
def released(folder: Path) -> Path:
    return write(folder, "2026.1", "demo", PACKAGE, None)


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_baseline_is_the_package_as_it_is_and_a_record_of_it(released: Path) -> None:
    files = everything_in(released)
    record = tomllib.loads(files.pop("release.toml").decode())
    assert files == PACKAGE
    assert record == {
        "release": "2026.1",
        "package": "demo",
        "sha256": {name: hashlib.sha256(content).hexdigest() for name, content in PACKAGE.items()},
    }


def test_a_baseline_that_was_written_is_read_back(folder: Path, released: Path) -> None:
    following = verify(write(folder, "2026.2", "demo", PACKAGE, "2026.1"))
    assert (following.release, following.predecessor, following.package) == ("2026.2", "2026.1", "demo")
    assert verify(released).predecessor is None
    tree = baseline_tree(released, "demo")
    assert {name: tree.read(name) for name in tree.files} == {
        name: content for name, content in PACKAGE.items() if name.endswith((".py", ".pyi"))
    }


def test_the_same_release_is_written_to_the_same_bytes(tmp_path: Path, released: Path) -> None:
    again = write(tmp_path / "again", "2026.1", "demo", dict(reversed(PACKAGE.items())), None)
    assert everything_in(again) == everything_in(released)


def test_releases_are_in_the_order_of_their_versions(folder: Path) -> None:
    for release in ("2026.10", "2026.2", "2026.1.1", "2026.1", "2026.2rc1"):
        write(folder, release, "demo", PACKAGE, None)
    assert releases(folder) == ("2026.1", "2026.1.1", "2026.2rc1", "2026.2", "2026.10")
    assert newest(folder) == "2026.10"


def test_a_folder_without_baselines_has_no_releases(folder: Path) -> None:
    assert (releases(folder), newest(folder)) == ((), None)


def test_what_else_lies_in_the_folder_is_no_release(folder: Path, released: Path) -> None:
    (folder / "accepted.toml").write_text("")
    (folder / "nova/2030.1").mkdir(parents=True)
    (folder / "2027.1/demo/__pycache__").mkdir(parents=True)
    (folder / "2027.1/demo/__pycache__/left by another commit.pyc").write_bytes(b"")
    assert releases(folder) == ("2026.1",)


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (lambda base: (base / "demo/driver.pyi").write_bytes(b"class Driver2: ..."), "demo/driver.pyi was edited"),
        (lambda base: (base / "demo/py.typed").unlink(), "demo/py.typed is missing"),
        (lambda base: (base / "demo/more.pyi").write_bytes(b""), "demo/more.pyi was added"),
        (lambda base: (base / "release.toml").unlink(), "release.toml is missing"),
        (lambda base: (base / "release.toml").write_bytes(b"\xff"), "release.toml cannot be read"),
        (lambda base: (base / "release.toml").write_bytes(b"release = 1"), "release.toml was edited"),
        (
            lambda base: (base / "release.toml").write_text((base / "release.toml").read_text().replace(".1", ".2")),
            "release.toml says that this is the release 2026.2",
        ),
    ],
)
def test_a_baseline_that_was_edited_is_refused_and_the_file_named(released: Path, edit: object, says: str) -> None:
    assert callable(edit)
    edit(released)
    for look in (lambda: verify(released), lambda: baseline_tree(released, "demo")):
        with pytest.raises(BaselineError) as caught:
            look()
        assert str(caught.value).startswith(f"baselines/2026.1/{says}")
        assert str(caught.value).endswith("restore the baseline as it was released (git restore)")
    assert releases(released.parent) == ("2026.1",)


def test_an_edit_between_opening_and_reading_is_seen(released: Path) -> None:
    tree = baseline_tree(released, "demo")
    (released / "demo/driver.pyi").write_bytes(b"edited")
    with pytest.raises(BaselineError, match=r"demo/driver.pyi was edited while it was read"):
        tree.read("demo/driver.pyi")


def test_the_caches_that_using_a_baseline_leaves_behind_are_no_edit(released: Path) -> None:
    (released / "demo/__pycache__").mkdir()
    (released / "demo/__pycache__/driver.cpython-311.pyc").write_bytes(b"")
    verify(released)


def test_a_baseline_of_another_package_is_refused(released: Path) -> None:
    with pytest.raises(BaselineError, match=r"^baselines/2026.1 is a baseline of demo, not of nova"):
        baseline_tree(released, "nova")


def test_a_release_that_stands_is_never_overwritten(folder: Path, released: Path) -> None:
    before = everything_in(folder)
    with pytest.raises(BaselineError, match=r"^baselines/2026.1 stands already and is never overwritten"):
        write(folder, "2026.1", "demo", {"demo/other.py": b""}, None)
    assert everything_in(folder) == before


@pytest.mark.parametrize("name", ["", "latest", "../2026.1", "2026.01", "v2026.1", "2026.1/x"])
def test_a_release_that_is_no_version_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(BaselineError, match=r"is no release: name a version such as 2026.1"):
        write(folder, name, "demo", PACKAGE, None)
    assert not folder.exists()


@pytest.mark.parametrize("name", ["demo/../../evil.py", "/evil.py", "other/x.py", "release.toml", "../demo/x.py"])
def test_a_file_outside_the_package_is_refused_and_nothing_written(folder: Path, name: str) -> None:
    with pytest.raises(BaselineError, match=r"is no file of the package demo: nothing was released"):
        write(folder, "2026.1", "demo", PACKAGE | {name: b""}, None)
    assert everything_in(folder.parent) == {}


def test_a_package_without_files_is_refused(folder: Path) -> None:
    with pytest.raises(BaselineError, match="the package demo has no files"):
        write(folder, "2026.1", "demo", {}, None)


@pytest.mark.parametrize("fault", ["fsync", "mkdir", "rename"])
def test_a_write_that_fails_is_one_line_and_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(*((os, "fsync", full) if fault == "fsync" else (Path, fault, full)))
        with pytest.raises(BaselineError) as caught:
            write(folder, "2026.1", "demo", PACKAGE, None)
    assert str(caught.value) == ("baselines/2026.1 cannot be written (No space left on device): nothing was released")
    assert everything_in(folder.parent) == {}
    verify(write(folder, "2026.1", "demo", PACKAGE, None))


KILLED = """
import builtins, io, os, shutil, signal, sys
from itertools import count
from pathlib import Path
from virtapi_analyzer.interface import baselines

FILES = {f"demo/{i}.py": b"x" * 9000 for i in range(3)}
left = 0

def deadly(real):
    def step(*arguments, **options):
        alive()
        answer = real(*arguments, **options)
        alive()
        return answer
    return step

def alive():
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)

def child(folder):
    for owner, names in ((os, "fsync mkdir rename chmod open"), (Path, "mkdir open rename chmod"), (io, "open")):
        for name in names.split():
            setattr(owner, name, deadly(getattr(owner, name)))
    baselines.write(folder, "2026.2", "demo", FILES, "2026.1")

root = Path(sys.argv[1])
whole = 0
for point in count():
    folder = root / str(point)
    baselines.write(folder, "2026.1", "demo", FILES, None)
    left = point
    if not (pid := os.fork()):
        child(folder)
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    if os.WIFEXITED(status):
        assert os.WEXITSTATUS(status) == 0
        break
    assert os.WTERMSIG(status) == signal.SIGKILL
    found = baselines.releases(folder)
    assert found in (("2026.1",), ("2026.1", "2026.2")), (point, found)
    if len(found) == 1:
        baselines.write(folder, "2026.2", "demo", FILES, "2026.1")
    else:
        whole += 1
    assert baselines.verify(folder / "2026.2").predecessor == "2026.1"
    baselines.write(folder, "2026.3", "demo", FILES, "2026.2")
    assert sorted(entry.name for entry in folder.iterdir()) == ["2026.1", "2026.2", "2026.3"], point
print(point, whole)
"""


@pytest.mark.skipif(os.name != "posix", reason="a run is killed with a POSIX signal")
def test_a_run_that_is_killed_at_any_point_leaves_the_whole_release_or_none(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path)], env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    points, whole = (int(word) for word in done.stdout.split())
    assert points > 40
    assert 0 < whole < points


def test_a_run_whose_files_another_run_takes_away_releases_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meddle(path: Path) -> None:
        (path / "demo/driver.pyi").unlink(missing_ok=True)

    monkeypatch.setattr(baselines, "_sync_folder", meddle)
    with pytest.raises(BaselineError, match=r"another run changed .*: nothing was released, try again"):
        write(folder, "2026.1", "demo", PACKAGE, None)
    assert releases(folder) == ()
