"""A small package to look for, and what happens when one looks."""

import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from virtapi_analyzer.interface.sources import Tree, open_tree
from virtapi_analyzer.model.errors import SourceError

PACKAGE = {"demo/__init__.py": b"", "demo/driver.pyi": b"class Driver: ...\n", "demo/objects/image.py": b"x = 1\n"}


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def contents(tree: Tree) -> dict[str, bytes]:
    return {name: tree.read(name) for name in tree.files}


def refused(spec: str, package: str = "demo", *, project: Path | None = None, baselines: Path | None = None) -> str:
    """The one line that a person reads who names this source."""
    with pytest.raises(SourceError) as caught:
        open_tree(spec, package=package, project=project, baselines=baselines)
    line = str(caught.value)
    assert "\n" not in line
    return line


def wheel(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def tarball(path: Path, files: Mapping[str, bytes], links: Mapping[str, str] | None = None) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
        for name, target in (links or {}).items():
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.SYMTYPE, target
            archive.addfile(member)
    return path


def below(folder: str, files: Mapping[str, bytes] = PACKAGE) -> dict[str, bytes]:
    return {f"{folder}/{name}": content for name, content in files.items()}
