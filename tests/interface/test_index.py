"""Releases of the package index: a folder that pip is told to look in, a server of our own, and the real one."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.interface.demo import PACKAGE, below, contents, put, refused, tarball, wheel
from virtapi_analyzer.interface.sources import open_tree
from virtapi_analyzer.model.errors import SourceError

pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "an index"
    folder.mkdir()
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def test_a_release_is_its_wheel_where_there_is_one_for_whatever_platform(index: Path) -> None:
    wheel(index / "demo-1.0-cp27-none-win32.whl", PACKAGE)
    tarball(index / "demo-1.0.tar.gz", below("demo-1.0", {"demo/__init__.py": b"of the source archive"}))
    tree = open_tree("pypi:demo==1.0", package="demo")
    assert (contents(tree), tree.label) == (PACKAGE, "demo 1.0")
    assert tree.locate("demo/driver.pyi") == "demo 1.0: demo/driver.pyi"


def test_a_release_is_its_source_archive_else(index: Path) -> None:
    tarball(index / "demo-1.0.tar.gz", below("demo-1.0") | {"demo-1.0/setup.py": b"raise SystemExit('built')"})
    for _ in "unpacked", "read again":
        assert contents(open_tree("pypi:Demo==1.0.0", package="demo")) == PACKAGE


def test_a_release_that_was_fetched_is_read_without_asking_again(index: Path) -> None:
    archive = wheel(index / "demo-1.0-py3-none-any.whl", PACKAGE)
    told: list[str] = []
    open_tree("pypi:demo==1.0", package="demo", progress=told.append)
    archive.unlink()
    assert told == ["looking for demo 1.0 in the package index", "downloading demo-1.0-py3-none-any.whl"]
    assert contents(open_tree("pypi:demo==1.0", package="demo", progress=told.append)) == PACKAGE
    assert len(told) == 2


def test_a_half_fetched_archive_is_not_taken_for_one(index: Path, tmp_path: Path) -> None:
    put(tmp_path / "cache/index/demo/1.0", {".partial-x/demo-1.0-py3-none-any.whl": b"half"})
    wheel(index / "demo-1.0-py3-none-any.whl", PACKAGE)
    assert contents(open_tree("pypi:demo==1.0", package="demo")) == PACKAGE


def test_a_version_that_the_index_lacks_is_told_with_the_nearest(index: Path) -> None:
    for version in ("1.0", "2.0", "9.0", "10.0", "11.0"):
        wheel(index / f"demo-{version}-py3-none-any.whl", PACKAGE)
    line = refused("pypi:demo==9.5")
    assert line == "the package index has no demo 9.5: the nearest that it has are 2.0, 9.0, 10.0, 11.0"


def test_a_name_that_the_index_lacks_is_one_line(index: Path) -> None:
    assert refused("pypi:nope==1") == (
        "the package index has no package nope: check its spelling and pip's index settings"
    )


@pytest.mark.parametrize("spec", ["nova", "nova>=21", "nova==21.*", "nova[x]==1", "", "nova==1,==2", "../x==1"])
def test_what_is_no_single_release_is_refused(spec: str) -> None:
    assert refused(f"pypi:{spec}").endswith("names no single release: write pypi:NAME==VERSION, as pypi:nova==34.0.0")


def test_a_version_that_is_none_is_refused() -> None:
    assert refused("pypi:nova==x") == "'x' in pypi:nova==x is no version: write one as 34.0.0"


def test_an_index_that_cannot_be_reached_is_one_line(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setattr("virtapi_analyzer.interface.index._ATTEMPTS", 1)
    line = refused("pypi:demo==1.0")
    assert line.startswith("the package index cannot be reached for demo (")
    assert line.endswith("): check the network and pip's settings")


@contextmanager
def served(answers: Mapping[str, tuple[int, bytes]]) -> Iterator[str]:
    """An index on this machine that gives each path its status and body, and promises ten bytes more of a wheel."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = answers.get(self.path, (404, b""))
            self.send_response(status)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body) + 10 * self.path.endswith("short.whl")))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        try:
            yield f"http://user:secret@127.0.0.1:{server.server_port}/simple"
        finally:
            server.shutdown()


WHEEL = "demo-1.0-py3-none-any.whl"


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"/simple/demo/": (503, b"")}, "the package index failed for demo (127.0.0.1 answered 503): try again later"),
        ({}, "the package index has no package demo: check its spelling and pip's index settings"),
        (
            {"/simple/demo/": (200, f'<a href="/{WHEEL}#sha256=00">'.encode()), f"/{WHEEL}": (200, b"altered")},
            "could not be downloaded (Hash mismatch",
        ),
        ({"/simple/demo/": (200, f'<a href="/{WHEEL}">'.encode())}, "could not be downloaded (Download failed: "),
        (
            {
                "/simple/demo/": (200, b'<a href="/demo-1.0-py3-none-short.whl">'),
                "/demo-1.0-py3-none-short.whl": (200, b"half"),
            },
            "the package index cannot be reached for demo (peer closed connection",
        ),
    ],
    ids=["failing", "unknown", "altered", "gone", "interrupted"],
)
def test_whatever_an_index_answers_is_one_line_without_a_secret_and_leaves_nothing(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: dict[str, tuple[int, bytes]], says: str
) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setattr("virtapi_analyzer.interface.index._ATTEMPTS", 1)
    with served(answers) as address:
        monkeypatch.setenv("PIP_INDEX_URL", address)
        line = refused("pypi:demo==1.0")
    assert says in line
    assert "secret" not in line
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]


def test_a_pip_without_any_source_is_told_so(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PIP_FIND_LINKS")
    assert refused("pypi:demo==1.0").startswith("pip is told to use no index, and no folder of archives")


def test_a_cache_that_cannot_be_written_is_told_with_the_variable(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel(index / "demo-1.0-py3-none-any.whl", PACKAGE)
    monkeypatch.setenv("VIRTAPI_CACHE", str(put(tmp_path, {"a file": b""}) / "a file"))
    assert refused("pypi:demo==1.0").endswith("let VIRTAPI_CACHE name a folder")


@pytest.mark.network
@pytest.mark.parametrize(
    ("release", "package", "file"),
    [
        ("nova==15.1.5", "nova", "nova/virt/driver.py"),  # a wheel for Python 2 and 3
        ("nova==33.0.2", "nova", "nova/virt/driver.py"),
        ("nova_lxd==17.0.0", "nova.virt.lxd", "nova/virt/lxd/driver.py"),  # a wheel for Python 2 alone
        ("docopt==0.6.2", "docopt", "docopt.py"),  # a source archive alone
    ],
)
def test_releases_of_the_real_index_are_read(release: str, package: str, file: str) -> None:
    try:
        tree = open_tree(f"pypi:{release}", package=package)
    except SourceError as error:
        if "cannot be reached" in str(error):
            pytest.skip(str(error))
        raise
    assert b"\nclass " in tree.read(file)
