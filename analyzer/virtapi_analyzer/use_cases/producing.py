"""The modules that run, from the stubs."""

from pathlib import Path

from virtapi_analyzer.interface.folders import find_package, shown
from virtapi_analyzer.model.errors import SourceError
from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration
from virtapi_analyzer.runtime import stale, write
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
    return tuple(shown(folder / file) for file in act(folder, package=name))
