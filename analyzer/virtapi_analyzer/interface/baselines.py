"""Baselines: every released interface as it was, in a folder of its own that nobody edits.

`baselines/2026.1/` holds the package as it is and `release.toml` with the release, its predecessor, and the digest of
every file. Whatever reads a baseline verifies it first.
"""

import hashlib
import json
import os
import shutil
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from packaging.version import InvalidVersion, Version

from virtapi_analyzer.interface.folders import find_package, folder_tree, shown
from virtapi_analyzer.interface.tree import Tree
from virtapi_analyzer.model.errors import BaselineError

RECORD = "release.toml"
_PARTIAL = ".partial-"
_HEADER = "# Written by `virtapi release`, verified wherever it is read. Nothing in this folder is ever edited.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A release on disk, verified. `digests` maps each file, relative to `folder`, to its SHA-256 in hexadecimal."""

    folder: Path
    release: str
    predecessor: str | None
    package: str
    digests: Mapping[str, str]


def releases(folder: Path) -> tuple[str, ...]:
    """The releases in a baselines folder, in the order of their versions; none where there is no such folder."""
    if not folder.is_dir():
        return ()
    # A checkout of another commit can leave a folder with nothing but caches; that is no release.
    found = [entry.name for entry in folder.iterdir() if _order(entry.name) and next(_files(entry), None)]
    return tuple(sorted(found, key=Version))


def newest(folder: Path) -> str | None:
    """The newest release in a baselines folder, None where there is none."""
    return next(reversed(releases(folder)), None)


def fingerprint(folder: Path) -> Iterator[str]:
    """Every file of every release in a baselines folder, with its digest: equal where none was edited, came or went."""
    for release in releases(folder):
        for file in sorted(_files(folder / release)):
            yield f"{release} {file.relative_to(folder).as_posix()} {_digest(file.read_bytes())}"


def verify(folder: Path) -> Baseline:
    """Read a baseline, `baselines/2026.1`, and prove that it is what was released.

    Raises `BaselineError` with the file that was edited, is missing, or was added.
    """
    baseline = _record(folder)
    _compare(folder, baseline.digests)
    return baseline


def baseline_tree(folder: Path, package: str) -> Tree:
    """The package in a baseline, verified. Raises `BaselineError`, also when it is a baseline of another package."""
    baseline = verify(folder)
    found = find_package(folder, package) if baseline.package == package else None
    if found is None:
        raise BaselineError(f"{shown(folder)} is a baseline of {baseline.package}, not of {package}: name another")
    tree = folder_tree(found, package, label=baseline.release)

    def read(name: str) -> bytes:
        content = tree.read(name)
        if _digest(content) != baseline.digests[name]:
            raise _damaged(folder / name, "was edited while it was read")
        return content

    digest = _digest(repr(sorted(baseline.digests.items())).encode())
    origin = (folder.parent, *(path for path in folder.parent.iterdir() if path.is_dir()), *_everything(folder))
    return Tree(label=tree.label, files=tree.files, read=read, locate=tree.locate, digest=digest, origin=origin)


def write(folder: Path, release: str, package: str, files: Mapping[str, bytes], predecessor: str | None) -> Path:
    """Freeze a release into `folder / release`, whole or not at all, and return that folder.

    `files` maps paths such as "virtapi/driver.pyi" to their bytes. Raises `BaselineError` when the release stands
    already (nothing is ever overwritten), when its name is no version, and when the folder cannot be written. A run
    that is killed leaves at most a hidden folder, which is no release and which the next run removes.
    """
    if str(_order(release)) != release:
        raise BaselineError(f"{release!r} is no release: name a version such as 2026.1")
    if not files:
        raise BaselineError(f"the package {package} has no files: nothing was released, check the interface's `path`")
    target = folder / release
    if target.exists():
        raise BaselineError(f"{shown(target)} stands already and is never overwritten: release under another name")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"{_PARTIAL}*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        partial = Path(tempfile.mkdtemp(prefix=_PARTIAL, dir=folder))
        try:
            partial.chmod(0o755)  # mkdtemp's folders are for their owner alone
            _fill(partial, release, package, files, predecessor)
            partial.rename(target)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
        _sync_folder(folder)
    except OSError as error:
        raise BaselineError(f"{shown(target)} cannot be written ({error.strerror}): nothing was released") from error
    return target


def write_notes(folder: Path, release: str, text: str) -> Path:
    """Write the notes of a release beside its baseline, `baselines/2026.2.md`, whole or not at all.

    They are no part of what was released: people may edit them, and no digest covers them.
    """
    target = folder / f"{release}.md"
    partial = folder / f"{_PARTIAL}{release}.md"
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(target)
    except OSError as error:
        why = f"{shown(target)} cannot be written ({error.strerror})"
        raise BaselineError(f"{why}: {release} is released, and `virtapi diff` writes its notes too") from error
    return target


def _fill(folder: Path, release: str, package: str, files: Mapping[str, bytes], predecessor: str | None) -> None:
    top = package.partition(".")[0]
    for name, content in files.items():
        path = PurePosixPath(name)
        if ".." in path.parts or path.parts[0] not in (top, f"{top}.py", f"{top}.pyi"):
            raise BaselineError(f"{name!r} is no file of the package {package}: nothing was released")
        _write_file(folder / path, content)
    digests = {name: _digest(files[name]) for name in sorted(files)}
    fields = [("release", release), ("predecessor", predecessor), ("package", package)]
    lines = [f"{key} = {_quoted(value)}" for key, value in fields if value is not None]
    lines += ["", "[sha256]", *(f"{_quoted(name)} = {_quoted(digest)}" for name, digest in digests.items()), ""]
    _write_file(folder / RECORD, (_HEADER + "\n".join(lines)).encode())
    for parent in [*(path for path in folder.rglob("*") if path.is_dir()), folder]:
        _sync_folder(parent)
    try:
        _compare(folder, digests)
    except BaselineError as error:
        raise BaselineError(f"another run changed {shown(folder)}: nothing was released, try again") from error


def _compare(folder: Path, digests: Mapping[str, str]) -> None:
    """Raise `BaselineError` with the first file that is not as the digests say."""
    present = {file.relative_to(folder).as_posix() for file in _files(folder)} - {RECORD}
    for name, digest in digests.items():
        if name not in present:
            raise _damaged(folder / name, "is missing")
        if _digest((folder / name).read_bytes()) != digest:
            raise _damaged(folder / name, "was edited after its release")
    for name in sorted(present - set(digests)):
        raise _damaged(folder / name, "was added after its release")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _record(folder: Path) -> Baseline:
    record = folder / RECORD
    try:
        content = tomllib.loads(record.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise _damaged(record, "is missing") from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _damaged(record, "cannot be read") from error
    digests = content.get("sha256")
    names = (content.get("release"), content.get("package"), content.get("predecessor", ""))
    if not isinstance(digests, dict) or not all(isinstance(name, str) for name in names):
        raise _damaged(record, "was edited after its release")
    if content["release"] != folder.name:
        raise _damaged(record, f"says that this is the release {content['release']}")
    return Baseline(
        folder=folder,
        release=content["release"],
        predecessor=content.get("predecessor"),
        package=content["package"],
        digests=digests,
    )


def _damaged(file: Path, what: str) -> BaselineError:
    return BaselineError(f"{shown(file)} {what}: restore the baseline as it was released (git restore)")


def _order(name: str) -> Version | None:
    try:
        return Version(name)
    except InvalidVersion:
        return None


def _files(folder: Path) -> Iterator[Path]:
    """Every file of a baseline but the caches that importing or checking it leaves behind."""
    for current, files in _folders(folder):
        yield from (current / name for name in files)


def _everything(folder: Path) -> Iterator[Path]:
    """Every file and folder of a baseline, itself first."""
    for current, files in _folders(folder):
        yield current
        yield from (current / name for name in files)


def _folders(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    for current, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in ("__pycache__", ".mypy_cache")]
        yield Path(current), files


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _write_file(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a loss of power; only POSIX can and needs to."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
