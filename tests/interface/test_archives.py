"""A package in wheels and source archives, good ones and others."""

import os
import shutil
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.interface.demo import PACKAGE, below, contents, put, refused, tarball, wheel
from virtapi_analyzer.interface.sources import open_tree

pytestmark = pytest.mark.usefixtures("here")


@pytest.mark.parametrize("inside", ["demo-1.0", "demo-1.0/src", "demo-1.0/lib/python"])
@pytest.mark.parametrize("kind", ["demo-1.0.tar.gz", "demo-1.0.zip"])
def test_a_source_archive_holds_the_package_wherever_it_lies_in_it(here: Path, kind: str, inside: str) -> None:
    files = below(inside) | {"demo-1.0/tests/demo/test_x.py": b"", "demo-1.0/setup.py": b"raise SystemExit('built')"}
    (wheel if kind.endswith("zip") else tarball)(here / kind, files)
    tree = open_tree(kind, package="demo")
    assert contents(tree) == PACKAGE
    assert tree.locate("demo/driver.pyi") == f"{kind}: demo/driver.pyi"


def test_a_wheel_is_read_as_it_would_be_installed_without_unpacking_it(here: Path, tmp_path: Path) -> None:
    files = PACKAGE | {"demo-1.0.data/platlib/demo/more.py": b"y", "demo-1.0.dist-info/RECORD": b""}
    wheel(here / "demo-1.0-cp27-none-win32.whl", files)
    tree = open_tree("./demo-1.0-cp27-none-win32.whl", package="demo")
    assert contents(tree) == PACKAGE | {"demo/more.py": b"y"}
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("evil", ["../evil.py", "/evil.py", "demo/../../evil.txt", "..\\evil.py", "C:\\evil.py"])
@pytest.mark.parametrize("kind", ["demo-1.0.tar.gz", "demo-1.0-py3-none-any.whl"])
def test_an_archive_with_a_member_that_points_outside_is_refused(
    here: Path, tmp_path: Path, kind: str, evil: str
) -> None:
    (wheel if kind.endswith("whl") else tarball)(here / kind, PACKAGE | {evil: b""})
    assert "has a member that points outside the archive" in refused(f"./{kind}")
    assert not [file for file in tmp_path.rglob("*") if file.name.startswith(("evil", ".partial"))]


@pytest.mark.parametrize("target", ["/etc/passwd", "../../outside.py", "C:\\outside"])
@pytest.mark.parametrize("name", ["demo/link.py", "demo/link.txt", "folder"])
def test_a_link_that_points_outside_is_refused_in_a_tar(here: Path, name: str, target: str) -> None:
    tarball(here / "demo-1.0.tar.gz", PACKAGE, {name: target})
    assert f"points outside the archive ('{name}')" in refused("./demo-1.0.tar.gz")


def test_a_link_that_points_outside_is_refused_in_a_zip(here: Path) -> None:
    member = zipfile.ZipInfo("demo/link.py")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(wheel(here / "demo-1.0.zip", PACKAGE), "a") as archive:
        archive.writestr(member, "../../etc/passwd")
    assert "points outside the archive ('demo/link.py')" in refused("./demo-1.0.zip")


def test_a_link_inside_a_tar_is_what_it_points_to(here: Path) -> None:
    tarball(here / "demo-1.0.tar.gz", below("demo-1.0"), {"demo-1.0/demo/alias.pyi": "driver.pyi"})
    assert open_tree("./demo-1.0.tar.gz", package="demo").read("demo/alias.pyi") == PACKAGE["demo/driver.pyi"]


@pytest.mark.parametrize(
    "kind", ["demo-1.0.tar.gz", "demo-1.0.tar.bz2", "demo-1.0.tar.xz", "demo-1.0-py3-none-any.whl"]
)
@pytest.mark.parametrize("damage", [lambda content: b"no archive", lambda content: content[: len(content) // 2]])
def test_a_damaged_archive_is_one_line_and_leaves_nothing(
    here: Path, tmp_path: Path, kind: str, damage: Callable[[bytes], bytes]
) -> None:
    if kind.endswith("whl"):
        wheel(here / kind, PACKAGE)
    else:
        source = put(here / "source", PACKAGE | {"demo/big.py": os.urandom(100_000)})
        shutil.make_archive(str(here / "demo-1.0"), f"{kind.rpartition('.')[2].rstrip('2')}tar", source)
    (here / kind).write_bytes(damage((here / kind).read_bytes()))
    line = refused(f"./{kind}")
    assert line.endswith("delete it and try again") or "holds no package" in line
    assert not list(tmp_path.rglob("unpacked/*"))


def test_an_archive_without_the_package_is_told_with_what_it_has(here: Path) -> None:
    wheel(here / "demo.whl", {"a/__init__.py": b"", "a/b/__init__.py": b"", "c/__init__.pyi": b""})
    assert refused("./demo.whl") == "demo.whl holds no package demo: it holds a, c"


def test_a_python_without_the_data_filter_refuses_the_same(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(tarfile, "data_filter", raising=False)  # Debian's 3.11.2 has none to begin with
    tarball(here / "good.tar.gz", below("demo-1.0"), {"demo-1.0/demo/alias.pyi": "driver.pyi"})
    assert open_tree("./good.tar.gz", package="demo").files == {*PACKAGE, "demo/alias.pyi"}
    tarball(here / "evil.tar.gz", PACKAGE, {"demo/link.py": "../../outside.py"})
    assert "points outside the archive ('demo/link.py')" in refused("./evil.tar.gz")
