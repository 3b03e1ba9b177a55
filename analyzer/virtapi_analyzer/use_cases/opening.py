"""The sources of a configured interface, opened and read."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from virtapi_analyzer.interface.answers import key
from virtapi_analyzer.interface.record import Read, recorded
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


def host_trees(
    configuration: Configuration, interface: InterfaceConfiguration, source: str, progress: Progress
) -> Sequence[Tree]:
    """The files of a host that calls what implements the interface."""
    from virtapi_analyzer.interface.hosts import open_host  # imports griffe

    return open_host(
        source,
        package=interface.package,
        callers=interface.callers,
        project=folder_of(configuration, interface),
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


def read_once(
    tree: Tree, interface: InterfaceConfiguration, progress: Progress, *, cached: bool
) -> "tuple[Interface, Read]":
    """The interface that the files hold, and the files that it was read from. What does not change any more (a
    baseline, a commit, an archive) is read once, and kept."""
    from virtapi_analyzer.interface.store import know, known

    lasting = tree.digest or tree.state
    name = key([repr(interface), tree.label, lasting, *_places(tree)]) if cached and lasting is not None else None
    if name is not None and (found := known(name)) is not None:
        return found[0], Read(tree=tree, files={file: tree.read(file) for file in found[1]})
    record = recorded(tree)
    made = read(record.tree, interface, progress)
    if name is not None:
        know(name, made, record.files)
    return made, record


def _places(tree: Tree) -> Iterator[str]:
    """Where the files stand, as it is told from here."""
    return (f"{file} {tree.locate(file)}" for file in sorted(tree.files))
