"""Git repositories with two versions: the old one as the tag `old`, the new one in the working tree."""

import shutil
import subprocess
from pathlib import Path

from virtapi_analyzer.interface.sources import open_tree

ROOT = Path(__file__).resolve().parent.parent
STUBS = Path("stubs", "virtapi")
OLD = "old"


def interface_repository(folder: Path) -> None:
    """The configuration and the interface of this repository, without its releases."""
    ignored = shutil.ignore_patterns("__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(ROOT / STUBS, folder / STUBS, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", folder)
    _commit(folder)


def package_repository(folder: Path, package: str, old: str, new: str) -> None:
    """Two versions of a package from two sources of the analyzer. Raises what `open_tree` raises."""
    for source in (old, new):
        tree = open_tree(source, package=package)
        shutil.rmtree(folder / package, ignore_errors=True)
        for file in tree.files:
            target = folder / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(tree.read(file))
        if source == old:
            _commit(folder)


def _commit(folder: Path) -> None:
    git("init", "--quiet", folder=folder)
    git("add", "--all", folder=folder)
    who = ("-c", "user.name=bench", "-c", "user.email=bench@localhost", "-c", "commit.gpgsign=false")
    git(*who, "commit", "--quiet", "--message", "the old version", folder=folder)
    git("tag", OLD, folder=folder)


def git(*arguments: str, folder: Path) -> None:
    """Run git in a folder. Raises `CalledProcessError` where it fails."""
    subprocess.run(("git", *arguments), cwd=folder, check=True)
