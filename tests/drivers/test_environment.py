"""Where a driver's dependencies are is read from files; what is code in them is not looked at."""

from pathlib import Path

import pytest

from virtapi_analyzer.drivers.environment import fingerprint, read_environment


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    site = tmp_path / "environment" / "lib" / "python3.12" / "site-packages"
    site.mkdir(parents=True)
    (tmp_path / "environment" / "bin").mkdir()
    (tmp_path / "environment" / "bin" / "python").touch()
    (tmp_path / "environment" / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.12.4\n")
    return tmp_path / "environment"


def site(environment: Path) -> Path:
    return environment / "lib" / "python3.12" / "site-packages"


def test_the_folder_and_its_interpreter_name_the_same_environment(environment: Path) -> None:
    found = read_environment(environment)
    assert found == read_environment(environment / "bin" / "python")
    assert (found.version, found.folders) == ((3, 12), (site(environment),))


def test_path_lines_of_pth_files_are_followed_and_code_is_not(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "editable").mkdir()
    lines = ["# a comment", "", "import sys; sys.path.append('/code')", str(tmp_path / "editable"), "/nowhere"]
    (site(environment) / "x.pth").write_text("\n".join(lines))
    assert read_environment(environment).folders == (site(environment), tmp_path / "editable")


def test_the_fingerprint_changes_with_what_is_installed(environment: Path, tmp_path: Path) -> None:
    prints = [list(fingerprint(read_environment(environment)))]
    (site(environment) / "oslo-1.dist-info").mkdir()
    prints.append(list(fingerprint(read_environment(environment))))
    (tmp_path / "editable").mkdir()
    (site(environment) / "x.pth").write_text(str(tmp_path / "editable"))
    prints.append(list(fingerprint(read_environment(environment))))
    (tmp_path / "editable" / "module.py").write_text("x = 1\n")
    prints.append(list(fingerprint(read_environment(environment))))
    assert len({tuple(each) for each in prints}) == 4


def test_a_base_from_an_installed_package_without_types_is_read(examine, environment: Path) -> None:
    package = site(environment) / "basis"
    package.mkdir()
    (package / "__init__.py").write_text("class Basis:\n    def stop(self, call, now):\n        pass\n")
    text = "from basis import Basis\nfrom complete import Complete\nclass Mine(Basis, Complete): ...\n"
    report = examine({"mine.py": text}, python=environment)
    (found,) = report.diagnostics
    assert (found.rule, found.path, found.location.line) == ("override-signature", "basis.Basis.stop", 3)
    assert found.message == "`stop` asks for `now`, which is not passed"


def test_a_decorator_from_an_installed_package_without_types_is_taken_to_keep_the_signature(
    examine, environment: Path
) -> None:
    (site(environment) / "locks.py").write_text("def locked(function):\n    return function\n")
    text = (
        "from complete import Complete\nfrom locks import locked\n"
        "class Mine(Complete):\n    @locked\n    def stop(self, call): ...\n"
    )
    report = examine({"mine.py": text}, python=environment)
    assert report.diagnostics == ()
    assert report.releases[0].counts["decorated"] == 1
