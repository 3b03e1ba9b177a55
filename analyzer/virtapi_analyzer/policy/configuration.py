"""The project's word: `[tool.virtapi]` of the nearest `pyproject.toml` that has that table.

```toml
[tool.virtapi]
default = "virtapi"                    # optional where only one interface is configured
accepted = "baselines/accepted.toml"   # default: accepted.toml in the interface's baselines folder

[tool.virtapi.levels]                  # id or glob of rules -> allow, warn or deny
"param-default-changed" = "warn"

[[tool.virtapi.overrides]]             # the same for some elements alone
rules = ["enum-*"]
paths = ["virtapi.events.*"]
level = "allow"

[tool.virtapi.interfaces.virtapi]
package = "virtapi"                    # the one key that an interface must have
path = "stubs/virtapi"                 # the folder that holds the package in the working tree
modules = ["virtapi.*"]                # globs; without them every public module
driver-interfaces = []                 # globs: classes that drivers implement
host-interfaces = []                   # globs: classes that the host implements
flags = ["nova.virt.driver.ComputeDriver.capabilities"]  # dict literals whose keys are capability flags
callers = ["nova.compute.*"]           # globs: modules of a host that call its drivers, for --host
receivers = ["driver", "*_driver"]     # globs: the names that a host gives to its drivers (this is the default)
baselines = "baselines"
release = "2026.2"                     # what the tree will become; default: `version` in the pyproject.toml in `path`
```

Paths are relative to the folder of the file. In globs `*` also crosses dots (`virtapi_analyzer.interface.patterns`).
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from virtapi_analyzer.interface.folders import shown
from virtapi_analyzer.interface.patterns import matches
from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.model.level import Level
from virtapi_analyzer.policy.tables import Table, read_toml

__all__ = [
    "Configuration",
    "InterfaceConfiguration",
    "Override",
    "check_rules",
    "configuration_of_run",
    "load",
    "matches",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterfaceConfiguration:
    """One named interface.

    `path` is the folder that holds the package in the working tree, None where the project has none; `modules` are
    globs over dotted paths, empty for every public module; the interfaces are globs over paths of classes; `flags`
    are paths of dict literals whose keys are capability flags. `callers` are globs over the modules of a host that call
    its drivers, `receivers` over the names that it gives to them. `release` is what the tree will become, None where
    nothing says so. `path` and `baselines` are absolute.
    """

    name: str
    package: str
    path: Path | None = None
    modules: tuple[str, ...] = ()
    driver_interfaces: tuple[str, ...] = ()
    host_interfaces: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    callers: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    baselines: Path | None = None
    release: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A level for the findings of some rules (ids or globs) on some elements (globs over their paths)."""

    rules: tuple[str, ...]
    paths: tuple[str, ...]
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """All that a project says.

    `root` is the folder of the file. `default` is the interface that is meant when none is named, None where the
    project must say. `levels` maps ids and globs of rules, in the order of the file. `accepted` is the file of the
    acceptances where the project names one; see `acceptances`. `file` is None for a run without a configuration file.
    """

    root: Path
    interfaces: Mapping[str, InterfaceConfiguration]
    default: str | None = None
    levels: Mapping[str, Level] = field(default_factory=lambda: MappingProxyType({}))
    overrides: tuple[Override, ...] = ()
    accepted: Path | None = None
    file: Path | None = None

    def interface(self, name: str | None = None) -> InterfaceConfiguration:
        """The interface of that name, or the default one. Raises `ConfigurationError` with the names that exist."""
        known = ", ".join(self.interfaces)
        if name is None:
            if self.default is None:
                raise ConfigurationError(
                    f"several interfaces are configured and none is the default: name one of {known}"
                )
            return self.interfaces[self.default]
        if name not in self.interfaces:
            raise ConfigurationError(f"no interface {name!r} is configured: {_instead(name, self.interfaces)}")
        return self.interfaces[name]

    def acceptances(self, interface: InterfaceConfiguration) -> Path | None:
        """The file of an interface's acceptances, there or not; None where it can have none."""
        if self.accepted is not None:
            return self.accepted
        return interface.baselines / "accepted.toml" if interface.baselines is not None else None


def load(start: Path) -> Configuration | None:
    """The configuration that holds for a folder: its own or the nearest above; None where there is none.

    Raises `ConfigurationError` that names the file and the key for anything that cannot be followed.
    """
    for file in looked_for(start):
        if file.is_file():
            tool = read_toml(file).get("tool")
            if isinstance(tool, dict) and "virtapi" in tool:
                return _configuration(file, tool["virtapi"])
    return None


def looked_for(start: Path) -> Iterator[Path]:
    """Where `load` looks for a configuration, there or not, the nearest first."""
    start = start.absolute()
    return (folder / "pyproject.toml" for folder in (start, *start.parents))


def configuration_of_run(
    *,
    package: str,
    driver_interfaces: Iterable[str] = (),
    host_interfaces: Iterable[str] = (),
    root: Path | None = None,
) -> Configuration:
    """What `--package`, `--driver-interface` and `--host-interface` say, without any file.

    Raises `ConfigurationError` for a package that is no dotted name.
    """
    if not all(part.isidentifier() for part in package.split(".")):
        raise ConfigurationError(f"{package!r} is no name of a package: give its import name to --package, as `nova`")
    interface = InterfaceConfiguration(
        name=package,
        package=package,
        driver_interfaces=tuple(driver_interfaces),
        host_interfaces=tuple(host_interfaces),
    )
    return Configuration(root=root or Path.cwd(), interfaces={package: interface}, default=package)


def check_rules(configuration: Configuration, ids: Iterable[str]) -> None:
    """Raise `ConfigurationError` where a level or an override names a rule, or a glob, that fits none of the ids."""
    ids = tuple(ids)
    named = [*configuration.levels, *(rule for override in configuration.overrides for rule in override.rules)]
    for pattern in named:
        if not any(matches(pattern, rule) for rule in ids):
            near = difflib.get_close_matches(pattern, ids, n=1)
            instead = f"did you mean {near[0]!r}" if near else "`virtapi rules` lists them"
            raise ConfigurationError(f"{_place(configuration)}: no rule is called {pattern!r}: {instead}")


def _place(configuration: Configuration) -> str:
    return shown(configuration.file) if configuration.file is not None else "the command line"


def _instead(name: str, known: Iterable[str]) -> str:
    known = list(known)
    near = difflib.get_close_matches(name, known, n=1)
    return (f"did you mean {near[0]!r}? " if near else "") + f"there are {', '.join(known)}"


def _configuration(file: Path, content: Any) -> Configuration:
    table = Table.of(content, file=file, key="tool.virtapi")
    table.allow("default", "accepted", "levels", "overrides", "interfaces")
    interfaces = {name: _interface(name, entry, file.parent) for name, entry in table.tables("interfaces")}
    if not interfaces:
        raise table.error("interfaces", "names no interface: add [tool.virtapi.interfaces.NAME] with its `package`")
    default = table.text("default")
    if default is not None and default not in interfaces:
        raise table.error("default", f"names no configured interface {default!r}: {_instead(default, interfaces)}")
    levels = table.table("levels")
    return Configuration(
        root=file.parent,
        interfaces=MappingProxyType(interfaces),
        default=default or (next(iter(interfaces)) if len(interfaces) == 1 else None),
        levels=MappingProxyType({rule: _level(levels, rule) for rule in levels.content} if levels else {}),
        overrides=tuple(_override(entry) for entry in table.list_of_tables("overrides")),
        accepted=table.path("accepted", file.parent),
        file=file,
    )


def _interface(name: str, table: Table, root: Path) -> InterfaceConfiguration:
    table.allow(
        *("package", "path", "modules", "driver-interfaces", "host-interfaces", "flags", "callers", "receivers"),
        *("baselines", "release"),
    )
    package = table.text("package")
    if package is None or not all(part.isidentifier() for part in package.split(".")):
        raise table.error("package", f'must be the import name of a package: package = "{name}"')
    path = table.path("path", root)
    return InterfaceConfiguration(
        name=name,
        package=package,
        path=path,
        modules=table.texts("modules"),
        driver_interfaces=table.texts("driver-interfaces"),
        host_interfaces=table.texts("host-interfaces"),
        flags=table.texts("flags"),
        callers=table.texts("callers"),
        receivers=table.texts("receivers"),
        baselines=table.path("baselines", root),
        release=table.text("release") or _version(path),
    )


def _override(table: Table) -> Override:
    table.allow("rules", "paths", "level")
    for key in ("rules", "paths", "level"):
        if key not in table.content:
            raise table.error(key, "is missing: an override names rules, paths and a level")
    return Override(rules=table.texts("rules"), paths=table.texts("paths"), level=_level(table, "level"))


def _level(table: Table, key: str) -> Level:
    known = [level.value for level in Level]
    value = table.content[key]
    if value not in known:
        raise table.error(key, f"is no level: {value!r}; write one of {', '.join(known)}")
    return Level(value)


def _version(path: Path | None) -> str | None:
    """The `version` of `[project]` in the `pyproject.toml` of the folder that holds the package."""
    file = path / "pyproject.toml" if path is not None else None
    if file is None or not file.is_file():
        return None
    project = read_toml(file).get("project")
    version = project.get("version") if isinstance(project, dict) else None
    return version if isinstance(version, str) else None
