"""The working tree becomes a baseline."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from packaging.version import Version

from virtapi_analyzer.interface import baselines
from virtapi_analyzer.interface.folders import find_package
from virtapi_analyzer.interface.record import held
from virtapi_analyzer.interface.tree import silent
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.errors import BaselineError, ConfigurationError
from virtapi_analyzer.model.life import is_point, line_of
from virtapi_analyzer.model.report import Report
from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration
from virtapi_analyzer.reports.markdown import markdown
from virtapi_analyzer.runtime.files import MARK
from virtapi_analyzer.use_cases.comparing import compared, diff, last_before, version
from virtapi_analyzer.use_cases.opening import Progress, opened, project
from virtapi_analyzer.use_cases.producing import runtime


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

    Raises `BaselineError` where `name` is not what the tree says that it becomes, or not after the newest release; for
    a point release (`2026.1.1`) that of its line, to which it must be equivalent for everybody. Raises it too where a
    module that runs is not as its stub says.
    """
    place = project(configuration, interface)
    if interface.baselines is None:
        raise ConfigurationError(f"{interface.name} has no folder for releases: configure `baselines` for it")
    predecessor = last_before(interface)
    _refuse_out_of_turn(interface, name, predecessor)
    whole = held(opened(configuration, interface, str(place), progress))
    tree = whole.tree  # what is judged is what is written, whoever edits meanwhile
    before = opened(configuration, interface, predecessor, progress) if predecessor is not None else None
    complete = before is not None
    report = compared(configuration, interface, before, tree, complete=complete, alone=True, progress=progress)
    if report.denied or report.unjudged:
        return Released(folder=None, report=report)
    if is_point(name):
        _refuse_differences(name, predecessor, report)
    _refuse_stale(configuration, interface, whole.files)
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
    if is_point(name) and predecessor is None:
        raise BaselineError(f"{name} has nothing to follow on its line: release {line_of(name)} first")
    if predecessor is not None and named <= Version(predecessor):
        of_line = f" of {line_of(name)}" if is_point(name) else ""
        raise BaselineError(
            f"{name} does not come after {predecessor}, the newest release{of_line}: raise the tree's version"
        )


def _refuse_differences(name: str, predecessor: str | None, report: Report) -> None:
    """A point release is for what behaves otherwise: to drivers and hosts it must look the same."""
    other = [finding for finding in report.findings if not finding.alone and finding.worst > Severity.EQUIVALENT]
    if other:
        more = f" and {len(other) - 1} more" if len(other) > 1 else ""
        raise BaselineError(
            f"{name} is not equivalent to {predecessor} ({other[0].rule} at {other[0].path}{more}): "
            "take that back, or make it the next release"
        )


def _refuse_stale(configuration: Configuration, interface: InterfaceConfiguration, files: Mapping[str, bytes]) -> None:
    """A package that brings modules that run is frozen with those that its stubs say."""
    if not any(content.startswith(MARK.encode()) for content in files.values()):
        return
    if stale := runtime(configuration, interface, check=True):
        more = f" and {len(stale) - 1} more" if len(stale) > 1 else ""
        raise BaselineError(f"{stale[0]}{more} is not as its stub says: run `virtapi runtime`, then release again")


def _marker(project: Path, package: str) -> dict[str, bytes]:
    """The file that tells type checkers that the package is typed, where it has one."""
    found = find_package(project, package)
    marker = found / "py.typed" if found is not None else None
    if marker is None or not marker.is_file():
        return {}
    return {f"{package.replace('.', '/')}/py.typed": marker.read_bytes()}
