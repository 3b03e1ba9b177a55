"""Where pip takes packages from, as its configuration and the environment say.

pip has no public way to ask for that, and `pip config list` needs a pip and a quarter of a second; its rules are
documented (https://pip.pypa.io/en/stable/topics/configuration/) and short.
"""

import configparser
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from virtapi_analyzer.model.errors import ConfigurationError

# Of a file's sections, those that speak of fetching; the later one wins.
_SECTIONS = ("global", "install", "download")


@dataclass(frozen=True, slots=True, kw_only=True)
class PipSettings:
    """pip's settings for fetching.

    `index` is None where pip's own default holds. `timeout` is in seconds.
    """

    index: str | None = None
    extra_indexes: tuple[str, ...] = ()
    find_links: tuple[str, ...] = ()
    no_index: bool = False
    trusted_hosts: tuple[str, ...] = ()
    certificates: str | None = None
    client_certificate: str | None = None
    proxy: str | None = None
    timeout: float = 15.0


def pip_settings(environment: Mapping[str, str] | None = None) -> PipSettings:
    """The settings of the machine, the user, the virtual environment, `PIP_CONFIG_FILE` and `PIP_*`, the last winning.

    Raises `ConfigurationError` for a file that is no configuration, and for a value that is no number.
    """
    environment = os.environ if environment is None else environment
    sections: dict[str, dict[str, str]] = {name: {} for name in _SECTIONS}
    for file in _files(environment):
        for name, found in _read(file).items():
            sections[name] |= found
    values = {key: value for name in _SECTIONS for key, value in sections[name].items()}
    for name, value in environment.items():
        if name.startswith("PIP_") and value:
            values[_normal(name.removeprefix("PIP_"))] = value
    timeout = values.get("timeout", values.get("default-timeout", "15"))
    try:
        seconds = float(timeout)
    except ValueError as error:
        raise ConfigurationError(f"pip's timeout is no number ({timeout!r}): correct pip's configuration") from error
    return PipSettings(
        index=values.get("index-url", values.get("pypi-url")),
        extra_indexes=tuple(values.get("extra-index-url", "").split()),
        find_links=tuple(_paths(values.get("find-links", ""))),
        no_index=values.get("no-index", "").lower() in ("1", "true", "yes", "on", "y", "t"),
        trusted_hosts=tuple(values.get("trusted-host", "").split()),
        certificates=values.get("cert"),
        client_certificate=values.get("client-cert"),
        proxy=values.get("proxy"),
        timeout=seconds,
    )


def _files(environment: Mapping[str, str]) -> Iterator[Path]:
    """The configuration files in the order in which pip lets them win; those that are absent too."""
    name = "pip.ini" if os.name == "nt" else "pip.conf"
    named = environment.get("PIP_CONFIG_FILE")
    if named == os.devnull:
        return
    yield from (Path(folder) / name for folder in _machine_folders())
    if not (named and Path(named).exists()):  # as pip does it: a file that is named takes the place of the user's
        yield Path.home() / ("pip" if os.name == "nt" else ".pip") / name
        yield _user_folder() / name
    yield Path(sys.prefix) / name
    if named:
        yield Path(named)


def _machine_folders() -> list[str]:
    if sys.platform == "darwin":
        return [platformdirs.site_data_dir("pip", appauthor=False, multipath=True)]
    found = platformdirs.site_config_dir("pip", appauthor=False, multipath=True)
    return [found] if os.name == "nt" else [*found.split(os.pathsep), "/etc"]


def _user_folder() -> Path:
    if sys.platform == "darwin":
        data = platformdirs.user_data_path("pip", appauthor=False, roaming=True)
        return data if data.is_dir() else Path.home() / ".config" / "pip"
    return platformdirs.user_config_path("pip", appauthor=False, roaming=True)


def _read(file: Path) -> dict[str, dict[str, str]]:
    parser = configparser.RawConfigParser()
    try:
        parser.read(file, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError) as error:
        raise ConfigurationError(
            f"{file} is no configuration of pip: correct it, `pip config debug` shows it"
        ) from error
    present = [name for name in _SECTIONS if parser.has_section(name)]
    return {name: {_normal(key): value for key, value in parser.items(name)} for name in present}


def _normal(name: str) -> str:
    return name.lower().replace("_", "-").removeprefix("--")


def _paths(value: str) -> Iterator[str]:
    """Several places are separated by blanks or lines; a place that is a folder with a blank in its name is one."""
    for line in value.splitlines():
        yield from [line.strip()] if Path(line.strip()).exists() else line.split()
