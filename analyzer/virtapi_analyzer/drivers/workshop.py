"""The folder of the cache in which a driver is checked beside one release: the checked copy, the release's files, what
mypy keeps. What a file contains decides its time, so that whoever compares times compares contents."""

import hashlib
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from virtapi_analyzer.interface.cache import cache_folder, keep
from virtapi_analyzer.interface.tree import Tree

_EPOCH = 1_000_000_000
_MONTH = 30 * 24 * 60 * 60
_UNKNOWN = b"from typing import Any\n\n\ndef __getattr__(name: str) -> Any: ...\n"


def workshops() -> Path:
    """The folder of all of them."""
    return cache_folder() / "driver"


def lay(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder hold these files and no other Python files; what is as it should be is not touched."""
    wanted = {folder / name for name in files}
    for file in sorted(folder.rglob("*.py*")) if folder.is_dir() else ():
        if file not in wanted and file.suffix in (".py", ".pyi"):
            file.unlink()
    for name, content in files.items():
        file = folder / name
        moment = _EPOCH + int.from_bytes(hashlib.sha256(content).digest()[:3])
        if file.is_file() and file.stat().st_size == len(content) and int(file.stat().st_mtime) == moment:
            continue
        keep(file, content, moment=moment)


def lay_release(tree: Tree, digest: str) -> Path:
    """A folder with the release's files, made once."""
    folder = workshops() / "releases" / digest
    if folder.is_dir():
        os.utime(folder)  # it is in use
    else:
        with _made_whole(folder) as partial:
            lay(partial, {name: tree.read(name) for name in tree.files})
            (partial / "py.typed").touch()
    return folder


def stand_in(folder: Path, files: Iterable[str]) -> bool:
    """Let files of a release that this Python cannot read (an older syntax) be modules of which nothing is known.

    Says whether any of the files was one of the release.
    """
    found = [Path(file) for file in files if folder in Path(file).parents]
    for file in found:
        keep(file, _UNKNOWN)
    return bool(found)


def lay_needs() -> Path:
    """A folder with what the stubs themselves import and no driver need have installed: `annotated_types`."""
    from importlib.util import find_spec

    folder = workshops() / "needs"
    spec = find_spec("annotated_types")
    if spec is not None and spec.origin is not None:
        home = Path(spec.origin).parent
        lay(folder, {f"annotated_types/{file.name}": file.read_bytes() for file in sorted(home.glob("*.py"))})
        (folder / "annotated_types" / "py.typed").touch()
    return folder


def without(folders: Sequence[Path], package: str, place: Path) -> list[Path]:
    """Folders of installed packages as they would be without one package, so that only the release's is found.

    A folder that has it is stood for by a folder of links to all else in it.
    """
    top = package.partition(".")[0]
    hidden = {top, f"{top}.py", f"{top}.pyi", f"{top}-stubs"}
    found = []
    for number, folder in enumerate(folders):
        names = set(os.listdir(folder))
        if not hidden & names:
            found.append(folder)
            continue
        links = place / f"installed-{number}"
        links.mkdir(parents=True, exist_ok=True)
        there = set(os.listdir(links))
        for name in there - (names - hidden):
            (links / name).unlink()
        for name in names - hidden - there:
            (links / name).symlink_to(folder / name)
        found.append(links)
    return found


def forget_old() -> None:
    """Delete what no run has used for a month."""
    oldest = time.time() - _MONTH
    for kind in ("checks", "answers", "judgements", "unchanged", "releases", "known", "sketches"):
        for entry in (workshops() / kind).glob("[!.]*"):
            used = entry / ".lock" if (entry / ".lock").exists() else entry
            if used.stat().st_mtime < oldest:
                shutil.rmtree(entry, ignore_errors=True) if entry.is_dir() else entry.unlink(missing_ok=True)


def seeded(cache: Path, kind: str) -> None:
    """Let what mypy keeps begin with what it learned elsewhere of the standard library and of installed packages.

    mypy looks at the time, the size and the options of everything that it kept, so what does not fit does no harm.
    """
    seed = workshops() / "seeds" / kind
    if not cache.exists() and seed.is_dir():
        shutil.copytree(seed, cache, dirs_exist_ok=True)


def keep_seed(cache: Path, kind: str) -> None:
    """Keep what mypy learned for those that come after, where nothing is kept yet."""
    seed = workshops() / "seeds" / kind
    if seed.is_dir():
        return
    with _made_whole(seed) as partial:
        shutil.copytree(cache, partial, dirs_exist_ok=True)


@contextmanager
def _made_whole(folder: Path) -> Iterator[Path]:
    """A folder to fill, which then takes its place at once, unless another run was faster."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    partial = folder.with_name(f".{folder.name}.{os.getpid()}")
    yield partial
    try:
        partial.rename(folder)
    except OSError:  # another run was faster
        shutil.rmtree(partial, ignore_errors=True)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Let one run at a time work in a folder, where the system has locks."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    with (folder / ".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        os.utime(lock.fileno())
        yield
