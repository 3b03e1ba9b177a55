"""A folder of Python files as it stands somewhere, and where in it a package lies."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from virtapi_analyzer.model.errors import SourceError

PYTHON = (".py", ".pyi")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A folder of Python files as it stands somewhere: on disk, in git, in a wheel.

    `label` is what a report calls it: "working tree", "2026.1", "git:HEAD~1", "nova 21.0.0". `files` are paths with
    "/", relative to the folder that *holds* the package ("nova/virt/driver.py"), only `.py` and `.pyi`, only of the
    package asked for. `read` gives the bytes of one of `files` (their encoding is decided nowhere here), or raises
    `SourceError` where the file has become unreadable; `locate` says what a report prints as its place: a path
    relative to the current directory for what is on disk, else "nova 21.0.0: nova/virt/driver.py". `digest` stands for
    the contents of all files, where these were read to verify them; None elsewhere. `origin` are the files and folders
    on disk whose times tell whether any of that changed; None where nothing tells.
    the contents of all files, where these were read to verify them; None elsewhere. `state` stands for them where they
    are known without being read: by a commit, or by the archive that they are in.
    """

    label: str
    files: frozenset[str]
    read: Callable[[str], bytes]
    locate: Callable[[str], str]
    digest: str | None = None
    origin: tuple[Path, ...] | None = None
    state: str | None = None


def silent(_: str) -> None:
    """Show no progress."""


def is_python(path: str) -> bool:
    """Whether the analyzer reads such a file."""
    return path.endswith(PYTHON)


def read_by_analyzer(files: Collection[str]) -> list[str]:
    """Those files that the analyzer may read: of a stub and the source beside it, the stub. In order."""
    return sorted(file for file in files if file.endswith(".pyi") or f"{file}i" not in files)


def belongs(path: str, package: str) -> bool:
    """Whether a path, relative to the folder that holds the (dotted) package, is one of the package's files."""
    place = package.replace(".", "/")
    return path.startswith(f"{place}/") or path in (f"{place}.py", f"{place}.pyi")


def find_holder(paths: Iterable[str], package: str, *, within: str) -> str:
    """The folder that holds the package in a tree known by its files: "" or a path that ends with "/".

    A folder with an `__init__` comes before one without, then the one nearer the root. `within` is what an error calls
    the tree. Raises `SourceError` where the package is nowhere, or in two places that are equally good.
    """
    place = package.replace(".", "/")
    listed = tuple(paths)
    ranks: dict[str, tuple[int, int]] = {}
    for path in listed:
        for holder in _holders(path, place):
            inside = path[len(holder) :]
            kind = 0 if inside in (f"{place}/__init__.py", f"{place}/__init__.pyi") else 1
            rank = (kind, holder.count("/"))
            ranks[holder] = min(rank, ranks.get(holder, rank))
    if not ranks:
        raise SourceError(f"{within} holds no package {package}: {_what_there_is(listed)}")
    best = min(ranks.values())
    holders = sorted(holder for holder, rank in ranks.items() if rank == best)
    if len(holders) > 1:
        raise SourceError(
            f"{within} holds {package} in several places ({', '.join(holders)}): give the interface a `path`"
        )
    return holders[0]


def _holders(path: str, place: str) -> Iterable[str]:
    """Every folder that would hold the package if this file were one of its files."""
    marked = f"/{path}"
    start = marked.find(f"/{place}/")
    while start >= 0:
        yield marked[1 : start + 1]
        start = marked.find(f"/{place}/", start + 1)
    if str(PurePosixPath(marked).with_suffix("")).endswith(f"/{place}"):
        yield path[: len(path) - len(place) - len(PurePosixPath(path).suffix)]


def _what_there_is(paths: tuple[str, ...]) -> str:
    """The packages that nothing holds but folders without an `__init__`, for whoever mistook the name."""
    folders = {str(PurePosixPath(path).parent) for path in paths if PurePosixPath(path).stem == "__init__"}
    outer = {folder.rpartition("/")[2] for folder in folders if str(PurePosixPath(folder).parent) not in folders}
    named = sorted(name for name in outer if name.isidentifier())
    return f"it holds {', '.join(named[:5])}" if named else "it has no package at all"
