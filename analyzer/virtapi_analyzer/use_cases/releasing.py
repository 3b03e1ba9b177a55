"""The working tree becomes a baseline."""

from dataclasses import dataclass
from pathlib import Path

from packaging.version import Version

from virtapi_analyzer.interface import baselines
from virtapi_analyzer.interface.folders import find_package
from virtapi_analyzer.interface.record import held
from virtapi_analyzer.interface.tree import silent
from virtapi_analyzer.model.errors import BaselineError, ConfigurationError
from virtapi_analyzer.model.report import Report
from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration
from virtapi_analyzer.reports.markdown import markdown
from virtapi_analyzer.use_cases.comparing import compared, diff, version
from virtapi_analyzer.use_cases.opening import Progress, opened, project


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """What came of an attempt to release. `folder` is the new baseline, or None where something denied is open or
    something could not be judged.

    `report` is the comparison with the release before, and what is wrong with the tree by itself; None where this is
    the first, and nothing is. `notes` say what the step from the release before is for drivers and hosts, None for the
    first.
    """

    folder: Path | None
    report: Report | None
    notes: Path | None = None


def release(
    configuration: Configuration, interface: InterfaceConfiguration, name: str, *, progress: Progress = silent
) -> Released:
    """Freeze the working tree as the next release, unless that would let through what is denied.

    Raises `BaselineError` where `name` is not what the tree says that it becomes, or not after the newest release.
    """
    place = project(configuration, interface)
    if interface.baselines is None:
        raise ConfigurationError(f"{interface.name} has no folder for releases: configure `baselines` for it")
    predecessor = baselines.newest(interface.baselines)
    _refuse_out_of_turn(interface, name, predecessor)
    whole = held(opened(configuration, interface, str(place), progress))
    tree = whole.tree  # what is judged is what is written, whoever edits meanwhile
    before = opened(configuration, interface, predecessor, progress) if predecessor is not None else None
    complete = before is not None
    report = compared(configuration, interface, before, tree, complete=complete, alone=True, progress=progress)
    if report.denied or report.unjudged:
        return Released(folder=None, report=report)
    files = {**whole.files, **_marker(place, interface.package)}
    folder = baselines.write(interface.baselines, name, interface.package, files, predecessor)
    if predecessor is None:
        return Released(folder=folder, report=report if report.findings else None)
    notes = markdown(diff(configuration, interface, predecessor, name, progress=progress), everything=True)
    return Released(folder=folder, report=report, notes=baselines.write_notes(interface.baselines, name, notes))


def _refuse_out_of_turn(interface: InterfaceConfiguration, name: str, predecessor: str | None) -> None:
    named = version(name)
    if interface.release is None:
        raise ConfigurationError(
            f"nothing says which release {interface.name} becomes: "
            "set `version` in the pyproject.toml in its `path`, or configure `release` for it"
        )
    if name != interface.release:
        raise BaselineError(f"the tree says that it becomes {interface.release}, not {name}: change its version first")
    if predecessor is not None and named <= Version(predecessor):
        raise BaselineError(f"{name} does not come after {predecessor}, the newest release: raise the tree's version")


def _marker(project: Path, package: str) -> dict[str, bytes]:
    """The file that tells type checkers that the package is typed, where it has one."""
    found = find_package(project, package)
    marker = found / "py.typed" if found is not None else None
    if marker is None or not marker.is_file():
        return {}
    return {f"{package.replace('.', '/')}/py.typed": marker.read_bytes()}
