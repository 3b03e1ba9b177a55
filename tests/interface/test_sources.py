"""What may be named as one side of a comparison, read from real folders and baselines."""

from pathlib import Path

import pytest

from tests.interface.demo import PACKAGE, contents, put, refused
from virtapi_analyzer.interface import baselines
from virtapi_analyzer.interface.sources import open_tree
from virtapi_analyzer.model.errors import SourceError

pytestmark = pytest.mark.usefixtures("here")


@pytest.mark.parametrize("holder", ["", "src"])
def test_a_path_is_the_folder_that_holds_the_package_directly_or_below_src(here: Path, holder: str) -> None:
    put(here / holder, PACKAGE)
    assert contents(open_tree(".", package="demo")) == PACKAGE


@pytest.mark.parametrize("spelled", ["demo", "./demo/", "{here}/demo", "../here/demo"])
def test_a_path_is_the_package_itself_however_it_is_spelled(here: Path, spelled: str) -> None:
    put(here, PACKAGE)
    tree = open_tree(spelled.format(here=here), package="demo")
    assert contents(tree) == PACKAGE
    assert tree.locate("demo/driver.pyi") == "demo/driver.pyi"


def test_a_package_that_was_renamed_is_still_the_package(here: Path) -> None:
    put(here, {f"old_{name}": content for name, content in PACKAGE.items()})
    tree = open_tree("old_demo", package="demo")
    assert contents(tree) == PACKAGE
    assert tree.locate("demo/driver.pyi") == "old_demo/driver.pyi"


def test_a_dotted_package_is_found_in_the_folder_that_holds_its_first_part(here: Path) -> None:
    put(here, {"a/b/c/x.py": b"", "a/other.py": b""})
    assert open_tree(".", package="a.b").files == {"a/b/c/x.py"}


def test_a_module_is_a_package_of_one_file(here: Path) -> None:
    put(here, {"demo.pyi": b"x: int\n", "other.py": b""})
    assert (
        contents(open_tree(".", package="demo"))
        == contents(open_tree("demo.pyi", package="demo"))
        == {"demo.pyi": b"x: int\n"}
    )


def test_only_python_files_are_of_interest_and_none_in_caches_or_hidden_folders(here: Path) -> None:
    put(here, PACKAGE | {"demo/py.typed": b"", "demo/__pycache__/x.py": b"", "demo/.venv/y.py": b"", "else/z.py": b""})
    assert open_tree(".", package="demo").files == set(PACKAGE)


def test_bytes_are_not_decoded(here: Path) -> None:
    put(here, {"demo/__init__.py": b"# \xff\xfe latin or not\r\n"})
    assert open_tree(".", package="demo").read("demo/__init__.py") == b"# \xff\xfe latin or not\r\n"


def test_the_package_of_the_project_is_called_the_working_tree_and_any_other_by_its_path(here: Path) -> None:
    put(here / "stubs", PACKAGE)
    put(here / "copy", PACKAGE)
    labels = {spec: open_tree(spec, package="demo", project=here / "stubs").label for spec in ("stubs", "copy")}
    assert labels == {"stubs": "working tree", "copy": "copy"}


def test_a_place_on_disk_is_shown_from_where_one_stands(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(here, PACKAGE | {"below/note.txt": b""})
    monkeypatch.chdir(here / "below")
    assert open_tree("..", package="demo").locate("demo/driver.pyi") == "../demo/driver.pyi"


def test_a_file_that_vanishes_while_we_look_is_one_line(here: Path) -> None:
    tree = open_tree(str(put(here, PACKAGE)), package="demo")
    (here / "demo/driver.pyi").unlink()
    with pytest.raises(SourceError, match=r"^demo/driver.pyi cannot be read \(No such file"):
        tree.read("demo/driver.pyi")


@pytest.mark.parametrize(
    ("spec", "says"),
    [
        ("./nowhere", "./nowhere does not exist: check the path"),
        ("nowhere", "nowhere is neither a path nor a release: there is no baseline"),
        ("nova==21.0.0", "nova==21.0.0 is no path: write pypi:nova==21.0.0 for a release on the package index"),
        ("gti:HEAD", "gti:HEAD is no source: write a path, a release, git:REF or pypi:NAME==VERSION"),
        ("", "a source is empty: name a path, a release, git:REF or pypi:NAME==VERSION"),
        (".", "holds no package demo: name the package or the folder that holds it"),
    ],
)
def test_what_is_no_source_is_told_with_what_to_write(spec: str, says: str) -> None:
    assert refused(spec).endswith(says)


def test_a_word_that_is_a_release_and_a_path_is_the_release(here: Path) -> None:
    baselines.write(here / "baselines", "2026.1", "demo", PACKAGE, None)
    put(here / "2026.1", PACKAGE | {"demo/later.py": b""})
    release = open_tree("2026.1", package="demo", baselines=here / "baselines")
    path = open_tree("./2026.1", package="demo", baselines=here / "baselines")
    assert (contents(release), release.label) == (PACKAGE, "2026.1")
    assert release.locate("demo/driver.pyi") == "baselines/2026.1/demo/driver.pyi"
    assert (path.label, "demo/later.py" in path.files) == ("2026.1", True)


def test_an_unknown_release_is_told_with_those_that_exist(here: Path) -> None:
    for release in ("2026.1", "2026.10", "2026.2"):
        baselines.write(here / "baselines", release, "demo", PACKAGE, None)
    line = refused("2027.1", baselines=here / "baselines")
    assert line == "2027.1 is neither a path nor a release: the releases in baselines are 2026.1, 2026.2, 2026.10"
