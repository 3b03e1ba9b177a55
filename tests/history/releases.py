"""The releases of Nova that are compared, and how they are compared."""

from functools import cache

from tests.shared import REPOSITORY
from virtapi_analyzer import diff
from virtapi_analyzer.interface.reading import read_interface
from virtapi_analyzer.interface.sources import open_tree
from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.report import Report
from virtapi_analyzer.policy.configuration import InterfaceConfiguration, load

MAJORS = ("15.1.5", "16.1.6", "17.0.7", "18.0.2", *(f"{major}.0.0" for major in range(19, 35)))
"""Of each major release the first that the package index has; of the oldest it has none of the early ones."""

UNCHANGED = ("15.1.5", "17.0.7", "19.0.0", "21.0.0", "23.0.0", "25.0.0", "28.0.0", "30.0.0", "32.0.0", "34.0.0")
"""Ten of them, each of which is compared with itself."""


def nearest(release: str) -> str:
    """The release that stands for a recorded one: the first that the index has of the same major release.

    A release of a major that `MAJORS` does not know stands for itself.
    """
    major = release.partition(".")[0]
    return next((known for known in MAJORS if known.partition(".")[0] == major), release)


@cache
def nova() -> InterfaceConfiguration:
    """The interface `nova`, as this repository configures it."""
    configuration = load(REPOSITORY)
    if configuration is None:
        raise ConfigurationError(f"{REPOSITORY} configures no interface: add [tool.virtapi] to its pyproject.toml")
    return configuration.interface("nova")


def source(release: str) -> str:
    """A release, as a source of the analyzer."""
    return f"pypi:nova=={release}"


@cache
def compared(old: str, new: str, *, host: bool = False) -> Report:
    """What the analyzer says of the way from one release to another; with `host`, what the newer one calls has a say.

    Raises what `virtapi_analyzer.diff` raises.
    """
    return diff(source(old), source(new), nova(), host=source(new) if host else None)


@cache
def interface(release: str) -> Interface:
    """The interface of one release."""
    meant = nova()
    return read_interface(
        open_tree(source(release), package=meant.package),
        package=meant.package,
        modules=meant.modules,
        driver_interfaces=meant.driver_interfaces,
        host_interfaces=meant.host_interfaces,
        flags=meant.flags,
    )


def definition(read: Interface, path: str) -> str | None:
    """How one version of the interface defines what has this path, on one line; None where nothing has it."""
    for name, module in read.modules.items():
        inside = path.removeprefix(f"{name}.")
        if inside == path:
            continue
        if inside in module.names:
            return module.names[inside].element.text
        owner, _, member = path.rpartition(".")
        found = read.classes[owner].members.get(member) if owner in read.classes else None
        return found.element.text if found is not None else None
    return None
