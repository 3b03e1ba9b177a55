"""Sources: what a person may name as one side of a comparison, and the tree of files that it stands for."""

import os
from collections.abc import Callable
from pathlib import Path

from virtapi_analyzer.interface.baselines import baseline_tree, releases
from virtapi_analyzer.interface.cache import cache_folder
from virtapi_analyzer.interface.folders import find_package, folder_tree, shown
from virtapi_analyzer.interface.tree import Tree, silent
from virtapi_analyzer.model.errors import SourceError

__all__ = ["Tree", "open_tree", "silent"]


def open_tree(
    spec: str,
    *,
    package: str,
    project: Path | None = None,
    baselines: Path | None = None,
    progress: Callable[[str], None] = silent,
) -> Tree:
    """The files of a (dotted) package as a source has them. Nothing of it is imported, built or executed.

    `spec` is one of, tried in this order:

    - `git:REF`: as a branch, tag or commit of the repository that holds `project` (else the current directory) has
      it, read from git's objects. The package is looked for where the working tree has it, then in the whole tree.
    - `pypi:NAME==VERSION`: as a release on the package index that pip is configured for has it: a wheel where there
      is one, for any platform, else the source archive. It is kept in the cache (`VIRTAPI_CACHE`, else the user's
      cache folder) and read from there without asking the network.
    - `2026.1`: a release in the folder `baselines`, verified.
    - a path, absolute or relative to the current directory: the package itself, a folder that holds it directly or
      below `src`, or a wheel or source archive.

    A word that is a release and also a path is the release; with a separator in it (`./2026.1`) it is the path.

    `project` is the folder that holds the package in the working tree, or any folder of its repository; what it has
    is labelled "working tree". `progress` is told in a few words what takes long.

    Raises `SourceError`, or `BaselineError` for a baseline that is not as it was released; each says what to do.
    """
    kind, colon, rest = spec.partition(":")
    if colon and kind == "git":
        return _from_git(rest, package, project=project, baselines=baselines)
    if colon and kind == "pypi":
        from virtapi_analyzer.interface.index import index_tree  # each kind of source imports what it alone needs

        return index_tree(rest, package, progress=progress)
    if not spec.strip() or "\0" in spec:
        raise SourceError("a source is empty: name a path, a release, git:REF or pypi:NAME==VERSION")
    separated = os.sep in spec or "/" in spec
    if not separated and baselines is not None and spec in releases(baselines):
        return baseline_tree(baselines / spec, package)
    path = Path(spec).expanduser()
    if not path.exists():
        raise SourceError(_unknown(spec, baselines))
    return _from_path(path, package, project=project)


def _from_path(path: Path, package: str, *, project: Path | None) -> Tree:
    if path.is_file():
        from virtapi_analyzer.interface.archives import archive_tree, is_archive

        if is_archive(path.name):
            stat = path.stat()
            unpacked = cache_folder() / "local" / f"{path.name}-{stat.st_size}-{stat.st_mtime_ns}"
            return archive_tree(path, package, label=path.name, unpacked=unpacked)
    found = find_package(path, package)
    if found is None:
        raise SourceError(f"{shown(path)} holds no package {package}: name the package or the folder that holds it")
    own = find_package(project, package) if project is not None else None
    return folder_tree(found, package, label="working tree" if found == own else shown(path))


def _from_git(ref: str, package: str, *, project: Path | None, baselines: Path | None) -> Tree:
    from virtapi_analyzer.interface.git import git_tree

    folder = project or Path.cwd()
    if not folder.is_dir():
        raise SourceError(f"{shown(folder)} is no folder: name one of the repository that git:{ref} is about")
    found = find_package(folder, package)
    holder = found
    for _ in package.split("."):
        holder = holder.parent if holder is not None else None
    return git_tree(ref, package, folder=folder, holder=holder, avoid=baselines)


def _unknown(spec: str, baselines: Path | None) -> str:
    """What is wrong with a source that is neither a path nor a release, and what to do."""
    if "==" in spec and "/" not in spec:
        return f"{spec} is no path: write pypi:{spec} for a release on the package index"
    import difflib

    kind = spec.partition(":")[0]
    if ":" in spec and difflib.get_close_matches(kind, ["git", "pypi"]):
        return f"{spec} is no source: write a path, a release, git:REF or pypi:NAME==VERSION"
    if "/" in spec or os.sep in spec or spec.startswith("."):
        return f"{spec} does not exist: check the path"
    known = releases(baselines) if baselines is not None else ()
    there = (
        f"the releases in {shown(baselines)} are {', '.join(known)}" if known and baselines else "there is no baseline"
    )
    return f"{spec} is neither a path nor a release: {there}"
