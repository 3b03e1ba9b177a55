"""Which modules of a host's source are read for calls, and what becomes of those that cannot be."""

import zipfile

import pytest

from tests.interface.test_call_sites import KETTLES
from virtapi_analyzer.interface.hosts import open_host, read_calls
from virtapi_analyzer.model.errors import SourceError

MANAGER = "def start(driver): driver.boil()\n"


@pytest.fixture
def host(tmp_path, monkeypatch):
    """A repository of a host: a package, its tests, and a script beside it."""
    for file, text in {
        "inn/__init__.py": "",
        "inn/manager.py": MANAGER,
        "inn/kitchen/stove.py": MANAGER,
        "inn/tests/test_manager.py": MANAGER,
        "conftest.py": MANAGER,
        "serve.py": MANAGER,
    }.items():
        place = tmp_path / file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def places(spec, *callers):
    trees = open_host(spec, package="kettle", callers=callers)
    return [call.location.file for call in read_calls(trees, vocabulary=KETTLES, callers=callers).calls]


def test_a_path_stands_for_all_that_is_no_test(host):
    assert places(".") == ["inn/kitchen/stove.py", "inn/manager.py", "serve.py"]
    assert places("inn/manager.py") == ["inn/manager.py"]


def test_the_project_says_which_modules_call_drivers(host):
    assert places(".", "inn.manager") == ["inn/manager.py"]
    assert places(".", "inn.*") == ["inn/kitchen/stove.py", "inn/manager.py", "inn/tests/test_manager.py"]


def test_a_release_stands_for_the_package_of_its_name(host):
    with zipfile.ZipFile("inn-1.0-py3-none-any.whl", "w") as wheel:
        wheel.write("inn/__init__.py")
        wheel.write("inn/manager.py")
    assert places("inn-1.0-py3-none-any.whl", "inn.*") == ["inn-1.0-py3-none-any.whl: inn/manager.py"]


def test_a_source_that_is_not_there_is_the_hosts(host):
    with pytest.raises(SourceError, match="the host's source: nowhere is neither a path nor a release"):
        places("nowhere")


def test_callers_that_are_no_module_are_refused(host):
    with pytest.raises(SourceError, match=r"has no module of inn\.cellar: correct `callers` in the configuration"):
        places(".", "inn.cellar")


def test_a_file_that_this_python_cannot_read_is_named_and_the_rest_is_read(host):
    host.joinpath("inn", "manager.py").write_text("print driver.boil()\n")
    host.joinpath("serve.py").write_bytes(b"# \xff\ndriver.boil()\n")
    found = read_calls(open_host(".", package="kettle"), vocabulary=KETTLES)
    assert [call.location.file for call in found.calls] == ["inn/kitchen/stove.py"]
    assert found.sight.files == 2 and found.sight.partial
    first, second = found.sight.unread
    assert first.startswith("inn/manager.py:1: Missing parentheses")
    assert second.startswith("serve.py: ")
