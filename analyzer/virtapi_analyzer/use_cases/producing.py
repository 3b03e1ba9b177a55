"""The modules that run, from the stubs."""

from pathlib import Path

from virtapi_analyzer.interface import baselines
from virtapi_analyzer.interface.folders import find_package, shown
from virtapi_analyzer.model.errors import SourceError
from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration
from virtapi_analyzer.runtime import Past, stale, write
from virtapi_analyzer.use_cases.opening import project


def runtime(
    configuration: Configuration, interface: InterfaceConfiguration, *, path: Path | None = None, check: bool = False
) -> tuple[str, ...]:
    """Produce the run-time modules beside the stubs of the working tree, or of the package at `path`.

    Returns the files that were written; with `check` nothing is, and these are the ones that are not as they should be.
    """
    place = path or project(configuration, interface)
    folder = find_package(place, interface.package)
    if folder is None or not folder.is_dir():
        raise SourceError(f"{shown(place)} holds no package {interface.package}: name the folder that holds it")
    name = interface.package if folder.name == interface.package.rpartition(".")[2] else folder.name
    act = stale if check else write
    past = _past(interface) if path is None else None
    return tuple(shown(folder / file) for file in act(folder, package=name, past=past))


def _past(interface: InterfaceConfiguration) -> Past | None:
    """The releases before the tree's own; None where nothing says which that is."""
    if interface.release is None:
        return None
    names = baselines.releases(interface.baselines) if interface.baselines is not None else ()
    return Past(release=interface.release, earlier={each: _texts(interface, each) for each in names})


def _texts(interface: InterfaceConfiguration, release: str) -> dict[str, str]:
    """The texts of a released package, by their names relative to its folder."""
    assert interface.baselines is not None
    tree = baselines.baseline_tree(interface.baselines / release, interface.package)
    prefix = interface.package.replace(".", "/") + "/"
    return {file.removeprefix(prefix): tree.read(file).decode() for file in tree.files if file.endswith(".pyi")}
