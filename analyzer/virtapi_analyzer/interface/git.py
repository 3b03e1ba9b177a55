"""A package as a commit has it, read from git's objects.

Nothing is checked out and nothing runs: no hook, filter, text conversion or transport, whatever the repository's
configuration says.
"""

import os
import subprocess
import threading
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import IO

from virtapi_analyzer.interface.tree import Tree, belongs, find_holder, is_python
from virtapi_analyzer.model.errors import SourceError

# What a hook that runs us has set for its own repository. Objects in quarantine (a receiving hook's) stay visible.
_OF_THE_CALLER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")


def git_tree(ref: str, package: str, *, folder: Path, holder: Path | None, avoid: Path | None = None) -> Tree:
    """The package in the tree of `ref` (anything that `git rev-parse` resolves to one).

    `folder` is a folder of the repository. `holder`, where the working tree has the package in it, is where it is
    looked for first; elsewhere it is searched for in the whole tree, outside `avoid` (the baselines). Raises
    `SourceError`: no git, not a repository, unknown ref, no such package, an object that the clone lacks.
    """
    spec = f"git:{ref}"
    start = holder or folder
    prefix = _run(start, "rev-parse", "--show-prefix").strip("\n")
    try:
        tree = _run(start, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{tree}}").strip()
    except SourceError as error:
        shallow = _run(start, "rev-parse", "--is-shallow-repository").strip() == "true"
        deepen = "; this clone is shallow, `git fetch --unshallow` brings the rest" if shallow else ""
        raise SourceError(f"git knows no commit {ref!r}: name a branch, a tag or a commit{deepen}") from error
    objects = {}
    for entry in _run(start, "ls-tree", "-r", "-z", "--full-tree", tree).split("\0"):
        about, _, path = entry.partition("\t")
        if about.startswith("100") and is_python(path):  # neither links (120000) nor submodules (160000)
            objects[path] = about.split(" ")[2]
    if holder is None or not any(belongs(path[len(prefix) :], package) for path in objects if path.startswith(prefix)):
        avoided = _avoided(start, prefix, avoid)
        candidates = [path for path in objects if not (avoided and path.startswith(avoided))]
        prefix = find_holder(candidates, package, within=spec)
    found = {
        path[len(prefix) :]: name
        for path, name in objects.items()
        if path.startswith(prefix) and belongs(path[len(prefix) :], package)
    }
    read = _reader(start)
    return Tree(
        label=spec,
        files=frozenset(found),
        read=lambda file: read(found[file]),
        locate=lambda file: f"{spec}: {prefix}{file}",
        state=f"{tree} {prefix}",
    )


def user_name(folder: Path) -> str | None:
    """The name that git puts on commits made in a folder; None where git is not there or has none."""
    try:
        return _run(folder, "config", "--get", "user.name").strip() or None
    except SourceError:
        return None


def _avoided(start: Path, prefix: str, avoid: Path | None) -> str | None:
    """The folder to avoid as the tree of a commit names it, None where it is outside the repository."""
    if avoid is None:
        return None
    relative = os.path.relpath(avoid.resolve(), start.resolve()).replace(os.sep, "/")
    path = os.path.normpath(f"{prefix}{relative}").replace(os.sep, "/")
    return None if path.startswith("..") else f"{path}/"


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _OF_THE_CALLER}
    # A partial clone would fetch what it lacks, with commands out of its own configuration. The first variable forbids
    # that from git 2.45 on, the second forbids every transport in all versions.
    return kept | {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def _command(folder: Path, *arguments: str) -> list[str]:
    return ["git", "--no-pager", "-C", str(folder), "-c", "core.fsmonitor=false", *arguments]


def _run(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(_command(folder, *arguments), capture_output=True, env=_environment(), check=False)
    except FileNotFoundError as error:
        raise SourceError("git is not installed: install it, or name a folder instead of git:REF") from error
    if done.returncode != 0:
        raise SourceError(_complaint(done.stderr, folder))
    return done.stdout.decode("utf-8", "surrogateescape")


def _complaint(stderr: bytes, folder: Path) -> str:
    lines = stderr.decode("utf-8", "replace").splitlines()
    first = lines[0].removeprefix("fatal: ") if lines else "no reason given"
    if first.startswith("not a git repository"):
        return f"{folder} is not in a git repository: run this in one, or name a folder instead of git:REF"
    if "dubious ownership" in first:
        return f"git refuses the repository at {folder} because another user owns it: see `safe.directory` of git"
    return f"git cannot read the repository at {folder} ({first}): check it with `git fsck`"


def _reader(folder: Path) -> Callable[[str], bytes]:
    """A function from an object's name to its bytes; one git process serves them all and ends with the function."""
    pipes: tuple[IO[bytes], IO[bytes]] | None = None
    lock = threading.Lock()

    def read(name: str) -> bytes:
        nonlocal pipes
        with lock:
            if pipes is None:
                pipes = _batch(folder, read)
            ask, answer = pipes
            try:
                ask.write(f"{name}\n".encode())
                ask.flush()
                return _blob(answer)
            except (OSError, ValueError) as error:
                raise SourceError(
                    f"the clone at {folder} lacks the object {name}: fetch it (a partial clone has not every file)"
                ) from error

    return read


def _batch(folder: Path, owner: Callable[[str], bytes]) -> tuple[IO[bytes], IO[bytes]]:
    process = subprocess.Popen(
        _command(folder, "cat-file", "--batch"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )
    if process.stdin is None or process.stdout is None:
        raise AssertionError("both are pipes")
    weakref.finalize(owner, _end, process, process.stdin, process.stdout)
    return process.stdin, process.stdout


def _blob(answer: IO[bytes]) -> bytes:
    """One answer of `git cat-file --batch`. Raises `ValueError` where it says that the object is missing."""
    header = answer.readline().split()
    if len(header) != 3 or header[1] != b"blob":
        raise ValueError(header)
    content = answer.read(int(header[2]))
    answer.read(1)
    return content


def _end(process: subprocess.Popen[bytes], *pipes: IO[bytes]) -> None:
    for pipe in pipes:
        pipe.close()
    process.wait()
