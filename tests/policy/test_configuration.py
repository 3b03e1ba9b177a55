"""What `[tool.virtapi]` may say, and what a person reads who wrote something else."""

from pathlib import Path

import pytest

from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.model.finding import Level
from virtapi_analyzer.policy.configuration import (
    Configuration,
    InterfaceConfiguration,
    Override,
    check_rules,
    configuration_of_run,
    load,
    matches,
)

WHOLE = """
[tool.virtapi]
default = "virtapi"
accepted = "known.toml"
[tool.virtapi.levels]
"param-default-changed" = "warn"
"enum-*" = "deny"
[[tool.virtapi.overrides]]
rules = ["field-*"]
paths = ["virtapi.events.*"]
level = "allow"
[tool.virtapi.interfaces.virtapi]
package = "virtapi"
path = "stubs/virtapi"
modules = ["virtapi.*"]
baselines = "baselines"
[tool.virtapi.interfaces.nova]
package = "nova"
driver-interfaces = ["nova.virt.driver.ComputeDriver"]
host-interfaces = ["nova.virt.virtapi.*"]
flags = ["nova.virt.driver.ComputeDriver.capabilities"]
baselines = "baselines/nova"
release = "35.0.0"
"""
LEAST = '[tool.virtapi.interfaces.x]\npackage = "demo"\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configured(here: Path, text: str) -> Configuration:
    (here / "pyproject.toml").write_text(text, encoding="utf-8")
    configuration = load(here)
    assert configuration is not None
    return configuration


def refused(here: Path, text: str) -> str:
    (here / "pyproject.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load(here)
    line = str(caught.value)
    assert "\n" not in line
    return line


def test_everything_that_may_be_said_is_read(here: Path) -> None:
    configuration = configured(here, WHOLE)
    assert configuration.root == here
    assert configuration.levels == {"param-default-changed": Level.WARN, "enum-*": Level.DENY}
    assert configuration.overrides == (Override(rules=("field-*",), paths=("virtapi.events.*",), level=Level.ALLOW),)
    assert configuration.interface() == InterfaceConfiguration(
        name="virtapi",
        package="virtapi",
        path=here / "stubs/virtapi",
        modules=("virtapi.*",),
        baselines=here / "baselines",
    )
    assert configuration.interface("nova") == InterfaceConfiguration(
        name="nova",
        package="nova",
        driver_interfaces=("nova.virt.driver.ComputeDriver",),
        host_interfaces=("nova.virt.virtapi.*",),
        flags=("nova.virt.driver.ComputeDriver.capabilities",),
        baselines=here / "baselines/nova",
        release="35.0.0",
    )


def test_the_only_interface_is_the_default(here: Path) -> None:
    assert configured(here, LEAST).interface().package == "demo"


def test_of_several_interfaces_none_is_guessed(here: Path) -> None:
    configuration = configured(here, LEAST + '[tool.virtapi.interfaces.y]\npackage = "other"\n')
    with pytest.raises(ConfigurationError, match=r"none is the default: name one of x, y"):
        configuration.interface()


def test_an_unknown_interface_is_told_with_those_that_exist(here: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"no interface 'virtapy' is configured: did you mean 'virtapi'"):
        configured(here, WHOLE).interface("virtapy")
    with pytest.raises(ConfigurationError, match=r"there are virtapi, nova$"):
        configured(here, WHOLE).interface("zzz")


def test_acceptances_lie_in_the_interfaces_baselines_unless_the_project_names_a_file(here: Path) -> None:
    configuration = configured(here, WHOLE.replace('accepted = "known.toml"', ""))
    accepted = [configuration.acceptances(configuration.interface(name)) for name in ("virtapi", "nova")]
    assert accepted == [here / "baselines/accepted.toml", here / "baselines/nova/accepted.toml"]
    named = configured(here, WHOLE)
    assert named.acceptances(named.interface("nova")) == here / "known.toml"
    least = configured(here, LEAST)
    assert least.acceptances(least.interface()) is None


@pytest.mark.parametrize(
    ("project", "release"),
    [('version = "2026.2"', "2026.2"), ('dynamic = ["version"]', None), ("version = 3", None)],
)
def test_the_release_is_the_version_of_the_distribution_that_holds_the_package(
    here: Path, project: str, release: str | None
) -> None:
    (here / "stubs").mkdir()
    (here / "stubs/pyproject.toml").write_text(f"[project]\nname = 'x'\n{project}\n")
    assert configured(here, LEAST + 'path = "stubs"').interface().release == release
    assert configured(here, LEAST + 'path = "stubs"\nrelease = "7"').interface().release == "7"


# Which file counts. -------------------------------------------------------------------------------------------------


def test_the_nearest_file_that_has_the_table_counts(here: Path) -> None:
    (here / "pyproject.toml").write_text(LEAST)
    inner = here / "a/b"
    inner.mkdir(parents=True)
    (here / "a/pyproject.toml").write_text("[tool.ruff]\n")
    configuration = load(inner)
    assert configuration is not None
    assert (configuration.root, configuration.file) == (here, here / "pyproject.toml")


def test_without_a_table_there_is_no_configuration(here: Path) -> None:
    (here / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert load(here) is None


def test_a_run_without_a_file_is_configured_by_its_options(here: Path) -> None:
    configuration = configuration_of_run(
        package="nova.virt", driver_interfaces=["nova.virt.driver.*Driver*"], host_interfaces=["*.VirtAPI"]
    )
    assert (configuration.root, configuration.file) == (here, None)
    assert configuration.interface() == InterfaceConfiguration(
        name="nova.virt",
        package="nova.virt",
        driver_interfaces=("nova.virt.driver.*Driver*",),
        host_interfaces=("*.VirtAPI",),
    )
    with pytest.raises(ConfigurationError, match="'no-name' is no name of a package"):
        configuration_of_run(package="no-name")


# What is wrong. -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[tool.virtapi]\n", "tool.virtapi.interfaces names no interface: add [tool.virtapi.interfaces.NAME]"),
        ("[tool]\nvirtapi = 3\n", "tool.virtapi must be a table: write [tool.virtapi]"),
        (
            LEAST + 'drivers-interfaces = ["x"]',
            "x.drivers-interfaces is no key: did you mean driver-interfaces? known are package, path, modules, driver-in",
        ),
        (
            "[tool.virtapi]\nlevel = 1\n" + LEAST,
            "tool.virtapi.level is no key: did you mean levels? known are default, accepted, levels, overrides, interfac",
        ),
        (LEAST + "modules = 'demo.*'", 'interfaces.x.modules must be a list of texts, as ["a", "b"], not \'demo.*\''),
        (LEAST + "modules = [1]", "interfaces.x.modules must be a list of texts"),
        (LEAST + "path = 3", "tool.virtapi.interfaces.x.path must be a text that is not empty, not 3"),
        (LEAST + "baselines = ''", "tool.virtapi.interfaces.x.baselines must be a text that is not empty, not ''"),
        (LEAST + "[tool.virtapi.levels]\n'a-b' = 'error'", "levels.a-b is no level: 'error'; write one of allow, warn"),
        (LEAST + "[tool.virtapi.levels]\n'a-*' = ['warn']", "levels.\"a-*\" is no level: ['warn']; write one of allow"),
        (
            LEAST + "[tool.virtapi.overrides]\n",
            "tool.virtapi.overrides must be a list of tables: write [[tool.virtapi.ov",
        ),
        (LEAST + "[[tool.virtapi.overrides]]\nrules = ['a']\npaths = ['b']", "tool.virtapi.overrides.level is missing"),
        (
            LEAST + "[[tool.virtapi.overrides]]\nrule = 'x'",
            "overrides.rule is no key: did you mean rules? known are rules, paths, level",
        ),
        ("[tool.virtapi.interfaces.x]\n", "tool.virtapi.interfaces.x.package must be the import name of a package"),
        ("[tool.virtapi.interfaces.x]\npackage = 'a-b'", "interfaces.x.package must be the import name of a package"),
        ("[tool.virtapi]\ninterfaces = []", "tool.virtapi.interfaces must be a table: write [tool.virtapi.interfaces]"),
        ("[tool.virtapi]\ndefault = 'y'\n" + LEAST, "default names no configured interface 'y': there are x"),
        ("[tool.virtapi", "pyproject.toml is no TOML (Expected ']'"),
    ],
)
def test_what_cannot_be_followed_is_told_with_file_and_key(here: Path, text: str, says: str) -> None:
    line = refused(here, text)
    assert line.startswith("pyproject.toml")
    assert says in line


def test_a_file_in_another_encoding_is_one_line(here: Path) -> None:
    (here / "pyproject.toml").write_bytes("[tool.virtapi] # größe".encode("latin-1"))
    with pytest.raises(ConfigurationError, match=r"^pyproject.toml is no TOML \('utf-8' codec can't decode"):
        load(here)


def test_a_rule_that_does_not_exist_is_told(here: Path) -> None:
    configuration = configured(here, WHOLE)
    check_rules(configuration, ["param-default-changed", "enum-added", "field-removed"])
    with pytest.raises(ConfigurationError) as caught:
        check_rules(configuration, ["param-defaults-changed", "enum-added", "field-removed"])
    assert str(caught.value) == (
        "pyproject.toml: no rule is called 'param-default-changed': did you mean 'param-defaults-changed'"
    )
    with pytest.raises(ConfigurationError, match=r"no rule is called 'field-\*': `virtapi rules` lists them"):
        check_rules(configuration, ["param-default-changed", "enum-added"])


# Globs. -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("virtapi.*", "virtapi.objects.disks.Disk"),
        ("*", "nova"),
        ("*Driver*", "nova.virt.driver.ComputeDriver.spawn"),
        ("nova.virt.drive?.X", "nova.virt.driver.X"),
        ("*.capabilities[supports_vtpm]", "nova.virt.driver.ComputeDriver.capabilities[supports_vtpm]"),
        ("Driver.spawn(*)", "Driver.spawn(flavor)"),
    ],
)
def test_a_glob_fits_across_dots_and_takes_brackets_as_they_are(pattern: str, path: str) -> None:
    assert matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("virtapi.*", "virtapi"),
        ("nova.virt", "nova.virt.driver"),
        ("*driver", "nova.Driver"),
        ("a.b", "axb"),
        ("", "a"),
    ],
)
def test_a_glob_must_fit_the_whole_path(pattern: str, path: str) -> None:
    assert not matches(pattern, path)
