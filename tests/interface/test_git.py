"""A package as a commit has it, from real repositories."""

import stat
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.interface.demo import PACKAGE, contents, put, refused
from virtapi_analyzer.interface.sources import open_tree
from virtapi_analyzer.model.errors import SourceError

pytestmark = pytest.mark.usefixtures("here")


def git(folder: Path, *arguments: str) -> str:
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path, files: Mapping[str, bytes]) -> None:
    put(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "a commit")


@pytest.fixture
def repository(here: Path) -> Path:
    git(here, "init", "--initial-branch", "main")
    commit(here, {f"stubs/{name}": content for name, content in PACKAGE.items()})
    return here


def test_a_commit_is_read_as_it_was_whatever_became_of_the_working_tree(repository: Path) -> None:
    commit(repository, {"stubs/demo/driver.pyi": b"class Driver2: ...\n", "stubs/demo/new.py": b""})
    put(repository, {"stubs/demo/driver.pyi": b"nonsense"})
    tree = open_tree("git:HEAD~1", package="demo", project=repository / "stubs")
    assert (contents(tree), tree.label) == (PACKAGE, "git:HEAD~1")
    assert tree.locate("demo/driver.pyi") == "git:HEAD~1: stubs/demo/driver.pyi"


@pytest.mark.parametrize("place", ["", "stubs", "docs"])
def test_the_package_is_found_in_a_commit_from_any_folder_of_the_repository(repository: Path, place: str) -> None:
    put(repository, {"docs/note.txt": b""})
    assert open_tree("git:main", package="demo", project=repository / place).files == set(PACKAGE)


def test_a_package_that_was_elsewhere_then_is_searched_for_and_not_in_the_baselines(repository: Path) -> None:
    commit(repository, {f"base/2026.1/{name}": content for name, content in PACKAGE.items()})
    git(repository, "mv", "stubs", "interface")
    tree = open_tree("git:HEAD", package="demo", project=repository / "interface", baselines=repository / "base")
    assert tree.locate("demo/driver.pyi") == "git:HEAD: stubs/demo/driver.pyi"


def test_a_package_that_a_commit_has_twice_is_not_guessed_at(repository: Path) -> None:
    commit(repository, {f"copies/{name}": content for name, content in PACKAGE.items()})
    assert refused("git:HEAD") == "git:HEAD holds demo in several places (copies/, stubs/): give the interface a `path`"


def test_links_and_submodules_of_a_commit_are_no_files(repository: Path) -> None:
    (repository / "stubs/demo/link.py").symlink_to("/etc/passwd")
    commit(repository, {})
    assert open_tree("git:HEAD", package="demo").files == set(PACKAGE)


def test_a_name_that_is_not_ascii_survives_git(repository: Path) -> None:
    commit(repository, {"stubs/demo/größe wort.py": b"x\n"})
    assert open_tree("git:HEAD", package="demo").read("demo/größe wort.py") == b"x\n"


def test_nothing_that_a_repository_configures_is_run(repository: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {trap}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    commit(repository, {".gitattributes": b"*.pyi filter=trap diff=trap\n*.py filter=trap diff=trap\n"})
    for key in ("filter.trap.smudge", "filter.trap.process", "diff.trap.textconv", "core.fsmonitor", "core.pager"):
        git(repository, "config", key, str(program))
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        put(repository / ".git/hooks", {hook: program.read_bytes()})
        (repository / ".git/hooks" / hook).chmod(0o755)
    assert contents(open_tree("git:HEAD", package="demo")) == PACKAGE
    assert not trap.exists()


def test_an_object_that_a_partial_clone_lacks_is_not_fetched(repository: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    tree = open_tree("git:HEAD", package="demo")
    lost = git(repository, "rev-parse", "HEAD:stubs/demo/driver.pyi")
    (repository / ".git/objects" / lost[:2] / lost[2:]).unlink()
    for key, value in [
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.url", f"ext::touch {trap}"),
        ("remote.origin.promisor", "true"),
        ("protocol.ext.allow", "always"),
    ]:
        git(repository, "config", key, value)
    with pytest.raises(SourceError, match=f"lacks the object {lost}: fetch it"):
        tree.read("demo/driver.pyi")
    assert not trap.exists()


def test_a_hook_of_another_repository_that_runs_us_does_not_mislead_us(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "another"))
    monkeypatch.setenv("GIT_INDEX_FILE", "index")
    assert open_tree("git:HEAD", package="demo", project=repository).files == set(PACKAGE)


def test_a_ref_that_git_does_not_know_is_one_line(repository: Path) -> None:
    assert refused("git:nope") == "git knows no commit 'nope': name a branch, a tag or a commit"
    assert refused("git:--help") == "git knows no commit '--help': name a branch, a tag or a commit"
    assert refused("git:") == "git knows no commit '': name a branch, a tag or a commit"


def test_a_ref_beyond_a_shallow_clone_is_told_with_how_to_get_it(repository: Path, tmp_path: Path) -> None:
    commit(repository, {"stubs/demo/new.py": b""})
    git(tmp_path, "clone", "--depth", "1", repository.as_uri(), "shallow")
    line = refused("git:HEAD~1", project=tmp_path / "shallow")
    assert line.endswith("this clone is shallow, `git fetch --unshallow` brings the rest")


def test_a_folder_outside_any_repository_is_one_line(here: Path) -> None:
    assert refused("git:HEAD").endswith(
        "is not in a git repository: run this in one, or name a folder instead of git:REF"
    )


def test_a_machine_without_git_is_one_line(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(here))
    assert refused("git:HEAD") == "git is not installed: install it, or name a folder instead of git:REF"


def test_a_commit_without_the_package_is_told_with_what_it_has(repository: Path) -> None:
    assert refused("git:HEAD", package="nova") == "git:HEAD holds no package nova: it holds demo"
