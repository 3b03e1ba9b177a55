"""The sources of a configured interface, opened and read."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from virtapi_analyzer.interface.sources import open_tree
from virtapi_analyzer.interface.tree import Tree
from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration

if TYPE_CHECKING:
    from virtapi_analyzer.model.interface import Interface

Progress = Callable[[str], None]


def folder_of(configuration: Configuration, interface: InterfaceConfiguration) -> Path:
    """The folder that is looked into for the package where a source names none: its own, or the configuration's."""
    return interface.path or configuration.root


def project(configuration: Configuration, interface: InterfaceConfiguration) -> Path:
    """The folder that holds the package in the working tree."""
    if interface.path is not None:
        return interface.path
    if configuration.file is None:
        return configuration.root
    raise ConfigurationError(
        f"{interface.name} has no working tree: configure `path` for it, or compare two sources with `virtapi diff`"
    )


def opened(configuration: Configuration, interface: InterfaceConfiguration, source: str, progress: Progress) -> Tree:
    """The files of a source of the interface."""
    return open_tree(
        source,
        package=interface.package,
        project=folder_of(configuration, interface),
        baselines=interface.baselines,
        progress=progress,
    )


def read(tree: Tree, interface: InterfaceConfiguration, progress: Progress) -> "Interface":
    """The interface that the files hold, as it is configured."""
    from virtapi_analyzer.interface.reading import read_interface  # imports griffe

    progress(f"reading {tree.label}")
    return read_interface(
        tree,
        package=interface.package,
        modules=interface.modules,
        driver_interfaces=interface.driver_interfaces,
        host_interfaces=interface.host_interfaces,
        flags=interface.flags,
        progress=progress,
    )
