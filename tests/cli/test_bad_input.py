"""What cannot be looked at is one line on standard error that says what to do, and exit status 2."""

import os
from pathlib import Path

import pytest


def one_line(outcome) -> str:
    """The one line that a command must have said, and nothing else."""
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.startswith("virtapi: ")
    assert outcome.err.count("\n") == 1
    assert outcome.err.endswith("\n")
    return outcome.err.removeprefix("virtapi: ").strip()


def test_no_configuration(tmp_path, virtapi, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "has [tool.virtapi]: add [tool.virtapi.interfaces.NAME]" in one_line(virtapi("check"))


def test_a_configuration_that_is_no_toml(project, virtapi):
    project.configure("][")
    assert one_line(virtapi("check")).startswith("pyproject.toml is no TOML")


def test_an_unknown_key(project, virtapi):
    project.configure("modlues = ['kettle']")
    assert "did you mean modules?" in one_line(virtapi("check"))


def test_a_level_for_a_rule_that_does_not_exist(released, virtapi):
    released.configure('[tool.virtapi.levels]\n"param-added-optinal" = "allow"')
    assert "did you mean 'param-added-optional'" in one_line(virtapi("check"))


def test_an_override_for_a_rule_that_does_not_exist(released, virtapi):
    released.configure('[[tool.virtapi.overrides]]\nrules = ["kettle-*"]\npaths = ["*"]\nlevel = "allow"')
    assert "no rule is called 'kettle-*'" in one_line(virtapi("check"))


def test_an_acceptance_of_a_rule_that_does_not_exist(released, virtapi):
    released.accept("param-added-optinal", "*")
    assert "did you mean 'param-added-optional'" in one_line(virtapi("check"))


def test_an_interface_that_is_not_configured(project, virtapi):
    assert one_line(virtapi("check", "--interface", "kettel")).startswith("no interface 'kettel' is configured")


def test_an_interface_without_a_working_tree(released, virtapi):
    released.configure('[tool.virtapi.interfaces.pot]\npackage = "pot"\nbaselines = "baselines"')
    assert "configure `path` for it" in one_line(virtapi("check", "--interface", "pot"))


def test_an_interface_without_baselines(project, virtapi):
    project.configure('[tool.virtapi.interfaces.pot]\npackage = "kettle"\npath = "src"')
    assert "say against what with --against" in one_line(virtapi("check", "--interface", "pot"))
    assert "configure `baselines`" in one_line(virtapi("release", "2026.1", "--interface", "pot"))


def test_a_tree_that_does_not_say_what_it_becomes(project, virtapi):
    project.configure('[tool.virtapi.interfaces.pot]\npackage = "kettle"\npath = "src"\nbaselines = "b"')
    assert "set `version` in the pyproject.toml" in one_line(virtapi("release", "2026.1", "--interface", "pot"))


def test_a_tree_that_becomes_what_is_no_release(released, virtapi):
    released.becomes("next")
    assert "'next' is no release" in one_line(virtapi("check"))


def test_interface_and_package_at_once(project, virtapi):
    assert "exclude each other" in one_line(virtapi("diff", "a", "b", "--interface", "kettle", "--package", "kettle"))


def test_a_path_that_does_not_exist(released, virtapi):
    assert one_line(virtapi("check", "--against", "./nowhere")).startswith("./nowhere does not exist")


def test_a_path_that_the_system_refuses(released, virtapi):
    assert "File name too long" in one_line(virtapi("check", "--against", "a" * 5000))


def test_a_directory_that_is_gone(project, virtapi):
    gone = project.root / "gone"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    assert "check the folder that this runs in" in one_line(virtapi("check"))


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"__init__.pyi": "from kettle.a import x as x", "a.pyi": "from kettle import x as x"}, "import each other"),
        ({"__init__.pyi": "from kettle.lid import x as x"}, "kettle.lid.x, which is not there"),
        ({"__init__.pyi": "__all__ = ['lid']"}, "kettle.lid, which is not there"),
    ],
)
def test_imports_that_lead_nowhere(released, virtapi, files, says):
    for name, text in files.items():
        Path("src/kettle", name).write_text(f"{text}\n")
    assert says in one_line(virtapi("check"))


def test_a_path_without_the_package(released, virtapi):
    Path("empty").mkdir()
    assert "empty holds no package kettle" in one_line(virtapi("diff", "2026.1", "./empty"))


def test_an_unknown_release(released, virtapi):
    assert "the releases in baselines are 2026.1" in one_line(virtapi("check", "--against", "2030.1"))


def test_an_unknown_git_ref_or_no_repository(released, virtapi):
    assert "git" in one_line(virtapi("check", "--against", "git:nowhere"))


def test_a_baseline_that_was_edited(released, virtapi):
    baseline = Path("baselines/2026.1/kettle/__init__.pyi")
    baseline.write_text(baseline.read_text() + "# edited\n")
    assert "was edited after its release" in one_line(virtapi("check"))


@pytest.mark.parametrize("content", [b"class Driver", b"# coding: latin-1\nx = '\xe9", b"\xff\xfe", b"x = '\x00'"])
def test_a_file_that_cannot_be_read(released, virtapi, content):
    Path("src/kettle/__init__.pyi").write_bytes(content)
    assert "kettle/__init__.pyi" in one_line(virtapi("check"))


def test_a_rule_that_does_not_exist(virtapi):
    assert "did you mean param-added-optional" in one_line(virtapi("explain", "param-added-optinal"))
    assert "`virtapi rules` lists them" in one_line(virtapi("explain", "xyzzy"))


def test_a_beginning_of_several_rules(virtapi):
    line = one_line(virtapi("explain", "param-added"))
    assert "param-added-optional" in line
    assert "param-added-required" in line


def test_an_output_that_cannot_be_written(released, virtapi):
    assert "name another file with -o" in one_line(virtapi("check", "-o", "nowhere/report.txt"))
    assert not Path("nowhere").exists()


def test_a_run_time_module_whose_package_is_nowhere(virtapi, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "holds no package virtapi" in one_line(virtapi("runtime", "."))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "say which command"),
        (["chekc"], "invalid choice: 'chekc'"),
        (["check", "--format", "yaml"], "invalid choice: 'yaml'"),
        (["diff", "one"], "the following arguments are required: NEW"),
    ],
)
def test_a_command_line_that_is_none(virtapi, arguments, says):
    outcome = virtapi(*arguments)
    assert outcome.status == 2
    assert says in outcome.err


def test_a_defect_is_no_verdict(project, virtapi, monkeypatch):
    from virtapi_analyzer.use_cases import comparing

    def defective(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(comparing, "check", defective)
    outcome = virtapi("check")
    assert outcome.status == 2
    assert "ZeroDivisionError" in outcome.err
    assert "please report it" in outcome.err


def test_an_interrupt_ends_without_a_traceback(project, virtapi, monkeypatch):
    from virtapi_analyzer.use_cases import comparing

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(comparing, "check", interrupted)
    outcome = virtapi("check")
    assert (outcome.status, outcome.err) == (130, "virtapi: interrupted\n")


def test_a_pattern_that_no_class_of_either_side_fits(released, virtapi):
    said = one_line(virtapi("check", "--driver-interface", "kettle.Kettel"))
    assert said.startswith("no class fits the interface kettle.Kettel: did you mean kettle.")
