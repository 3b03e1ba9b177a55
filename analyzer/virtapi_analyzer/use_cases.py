"""What a person can ask for. Each function looks, judges and returns data; it prints nothing.

All raise an `AnalyzerError` where they could not look.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.version import InvalidVersion, Version

from virtapi_analyzer.compare.pairs import compare
from virtapi_analyzer.compare.practice import practised
from virtapi_analyzer.compare.surface import parts
from virtapi_analyzer.compare.types import Typed, typed
from virtapi_analyzer.interface import baselines
from virtapi_analyzer.interface.cache import cache_folder
from virtapi_analyzer.interface.folders import find_package, shown
from virtapi_analyzer.interface.hosts import host_calls
from virtapi_analyzer.interface.library import module_name
from virtapi_analyzer.interface.patterns import matches
from virtapi_analyzer.interface.reading import read_interface
from virtapi_analyzer.interface.record import Read, recorded
from virtapi_analyzer.interface.sources import open_tree
from virtapi_analyzer.interface.tree import Tree, silent
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.errors import BaselineError, ConfigurationError, SourceError
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.model.report import Report
from virtapi_analyzer.policy.acceptances import read_acceptances
from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration, check_rules
from virtapi_analyzer.policy.judgement import judge
from virtapi_analyzer.policy.verdicts import verdicts
from virtapi_analyzer.rules import catalogue, changes, faults
from virtapi_analyzer.rules.declaration import Rule

if TYPE_CHECKING:
    from virtapi_analyzer.drivers.declaration import Check

Progress = Callable[[str], None]

WORKING_TREE = "working tree"
"""What the door to sources calls the tree that holds the package as it is being edited."""


def check(
    configuration: Configuration,
    interface: InterfaceConfiguration,
    *,
    against: str | None = None,
    host: str | None = None,
    progress: Progress = silent,
) -> Report:
    """The working tree against a source; without one, against the newest baseline. And the working tree by itself.

    `host` is the source of a host whose calls have a say in what breaks drivers. An acceptance that covers nothing is
    stale only against the newest baseline, since that is what it is about.
    """
    project = _project(configuration, interface)
    newest = baselines.newest(interface.baselines) if interface.baselines is not None else None
    old = against or newest
    if old is None and interface.baselines is None:
        raise ConfigurationError(f"{interface.name} has no releases to compare with: say against what with --against")
    if old is None:
        name = interface.release or "R"
        raise BaselineError(f"{interface.name} has no release yet: `virtapi release {name}` makes the first")
    before = _open(configuration, interface, old, progress)
    after = _open(configuration, interface, str(project), progress)
    complete = old == newest
    return _compared(
        configuration, interface, before, after, complete=complete, alone=True, host=host, progress=progress
    )


def diff(
    configuration: Configuration,
    interface: InterfaceConfiguration,
    old: str,
    new: str,
    *,
    host: str | None = None,
    progress: Progress = silent,
) -> Report:
    """One source against another. Acceptances hold here too, and none of them is stale.

    `host` is the source of a host of the newer version, whose calls have a say in what breaks drivers.
    """
    before, after = (_open(configuration, interface, source, progress) for source in (old, new))
    return _compared(configuration, interface, before, after, complete=False, host=host, progress=progress)


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """What came of an attempt to release. `folder` is the new baseline, or None where something denied is open or
    something could not be judged.

    `report` is the comparison with the release before, and what is wrong with the tree by itself; None where this is
    the first, and nothing is.
    """

    folder: Path | None
    report: Report | None


def release(
    configuration: Configuration, interface: InterfaceConfiguration, name: str, *, progress: Progress = silent
) -> Released:
    """Freeze the working tree as the next release, unless that would let through what is denied.

    Raises `BaselineError` where `name` is not what the tree says that it becomes, or not after the newest release.
    """
    project = _project(configuration, interface)
    if interface.baselines is None:
        raise ConfigurationError(f"{interface.name} has no folder for releases: configure `baselines` for it")
    predecessor = baselines.newest(interface.baselines)
    _refuse_out_of_turn(interface, name, predecessor)
    tree = _open(configuration, interface, str(project), progress)
    files = {file: tree.read(file) for file in sorted(tree.files)}
    tree = replace(tree, read=files.__getitem__)  # what is judged is what is written, whoever edits meanwhile
    before = _open(configuration, interface, predecessor, progress) if predecessor is not None else None
    complete = before is not None
    report = _compared(configuration, interface, before, tree, complete=complete, alone=True, progress=progress)
    if report.denied or report.unjudged:
        return Released(folder=None, report=report)
    files |= _marker(project, interface.package)
    folder = baselines.write(interface.baselines, name, interface.package, files, predecessor)
    return Released(folder=folder, report=report if before is not None or report.findings else None)


def runtime(
    configuration: Configuration, interface: InterfaceConfiguration, *, path: Path | None = None, check: bool = False
) -> tuple[str, ...]:
    """Produce the run-time modules beside the stubs of the working tree, or of the package at `path`.

    Returns the files that were written; with `check` nothing is, and these are the ones that are not as they should be.
    """
    from virtapi_analyzer.runtime import stale, write  # no other command needs the room

    place = path or _project(configuration, interface)
    folder = find_package(place, interface.package)
    if folder is None or not folder.is_dir():
        raise SourceError(f"{shown(place)} holds no package {interface.package}: name the folder that holds it")
    name = interface.package if folder.name == interface.package.rpartition(".")[2] else folder.name
    act = stale if check else write
    return tuple(shown(folder / file) for file in act(folder, package=name))


def rules() -> tuple[Rule, ...]:
    """Every rule, by id."""
    return catalogue()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A rule, and whom it hurts where: `(where, host, driver)`."""

    rule: Rule
    verdicts: tuple[tuple[str, Severity, Severity], ...]


def explained() -> tuple[Explanation, ...]:
    """Every rule with whom it hurts where, by id."""
    return tuple(_explanation(rule) for rule in catalogue())


def explain(word: str) -> "Explanation | Check":
    """The rule, or the check of drivers, of that id, or the only one whose id begins so.

    Raises `ConfigurationError` that names what is near.
    """
    from virtapi_analyzer.drivers.checks import checks  # no other command of this module needs the room

    known: dict[str, Rule | Check] = {rule.id: rule for rule in catalogue()}
    known |= {check.id: check for check in checks()}
    wanted = word.strip().lower().replace("_", "-")
    found = [wanted] if wanted in known else [each for each in known if each.startswith(wanted)]
    if len(found) == 1:
        only = known[found[0]]
        return _explanation(only) if isinstance(only, Rule) else only
    if found:
        raise ConfigurationError(f"several rules begin with {word!r}: name one of {', '.join(found)}")
    near = get_close_matches(wanted, known, n=3)
    instead = f"did you mean {' or '.join(near)}" if near else "`virtapi rules` lists them"
    raise ConfigurationError(f"no rule is called {word!r}: {instead}")


def _explanation(rule: Rule) -> Explanation:
    return Explanation(rule=rule, verdicts=tuple(verdicts(rule.sides)))


def _project(configuration: Configuration, interface: InterfaceConfiguration) -> Path:
    """The folder that holds the package in the working tree."""
    if interface.path is not None:
        return interface.path
    if configuration.file is None:
        return configuration.root
    raise ConfigurationError(
        f"{interface.name} has no working tree: configure `path` for it, or compare two sources with `virtapi diff`"
    )


def _refuse_out_of_turn(interface: InterfaceConfiguration, name: str, predecessor: str | None) -> None:
    version = _version(name)
    if interface.release is None:
        raise ConfigurationError(
            f"nothing says which release {interface.name} becomes: "
            "set `version` in the pyproject.toml in its `path`, or configure `release` for it"
        )
    if name != interface.release:
        raise BaselineError(f"the tree says that it becomes {interface.release}, not {name}: change its version first")
    if predecessor is not None and version <= Version(predecessor):
        raise BaselineError(f"{name} does not come after {predecessor}, the newest release: raise the tree's version")


def _version(release: str) -> Version:
    try:
        return Version(release)
    except InvalidVersion as error:
        raise BaselineError(f"{release!r} is no release: name a version such as 2026.1") from error


def _open(configuration: Configuration, interface: InterfaceConfiguration, source: str, progress: Progress) -> Tree:
    return open_tree(
        source,
        package=interface.package,
        project=interface.path or configuration.root,
        baselines=interface.baselines,
        progress=progress,
    )


def _read(tree: Tree, interface: InterfaceConfiguration, progress: Progress) -> Interface:
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


def _compared(
    configuration: Configuration,
    interface: InterfaceConfiguration,
    before: Tree | None,
    after: Tree,
    *,
    complete: bool,
    alone: bool = False,
    host: str | None = None,
    progress: Progress,
) -> Report:
    """The report on two trees, or on one; with `alone`, on what is wrong with the newer by itself too.

    `host` is the source of a host whose calls are looked at.
    """
    advice = {rule.id: rule.instead for rule in catalogue()}
    check_rules(configuration, advice)
    accepted = configuration.acceptances(interface)
    acceptances = read_acceptances(accepted, rules=advice) if accepted is not None else ()
    first, second = recorded(before) if before is not None else None, recorded(after)
    old = _read(first.tree, interface, progress) if first is not None else None
    new = _read(second.tree, interface, progress)
    _refuse_unread(after, interface, new, needed=old.modules if old is not None else None)
    if before is not None and old is not None:
        _refuse_unread(before, interface, old, needed=new.modules)
        _refuse_idle_patterns(interface, {*old.classes, *new.classes})
        progress(f"comparing {old.label} with {new.label}")
    told = _typed(compare(old, new), first, second) if old is not None and first is not None else Typed(pairs=())
    pairs = told.pairs
    calls = None
    if host is not None:
        calls = host_calls(
            host,
            new,
            callers=interface.callers,
            receivers=interface.receivers,
            project=interface.path or configuration.root,
            progress=progress,
        )
        pairs = practised(pairs, calls, new)
    return judge(
        changes(pairs),
        faults(parts(new)) if alone else (),
        interface=interface.name,
        old=old,
        new=new,
        configuration=configuration,
        advice=advice,
        acceptances=acceptances,
        release=_becomes(interface, after.label),
        complete=complete,
        host=calls.sight if calls is not None else None,
        unjudged=told.unjudged,
    )


def _typed(pairs: tuple[AnyPair, ...], old: Read, new: Read) -> Typed:
    return typed(pairs, old, new, cache=cache_folder() / "types")


def _refuse_unread(
    tree: Tree, interface: InterfaceConfiguration, read: Interface, *, needed: Collection[str] | None = None
) -> None:
    """Raise for a module that could not be read and that is needed: without names, any, and where nothing was read.

    What the other side has must not look as if it were gone, only because it cannot be read here.
    """
    unread = {module_name(file) for file in tree.files if tree.locate(file) in read.skipped}
    for module in sorted(unread.intersection(needed) if needed is not None and read.modules else unread):
        _read(tree, replace(interface, modules=(module,)), silent)  # a module that is asked for by name says what it is


def _refuse_idle_patterns(interface: InterfaceConfiguration, classes: Collection[str]) -> None:
    """Raise for a pattern of driver or host interfaces that no class of either side fits: it would judge nothing."""
    for pattern in (*interface.driver_interfaces, *interface.host_interfaces):
        if not any(matches(pattern, path) for path in classes):
            near = get_close_matches(pattern, classes, n=3, cutoff=0.4)
            known = f"did you mean {' or '.join(near)}" if near else f"neither side has a class in {interface.package}"
            raise ConfigurationError(f"no class fits the interface {pattern}: {known}")


def _becomes(interface: InterfaceConfiguration, label: str) -> str | None:
    """The release that the new side is, or will become; None where nothing says so."""
    if label == WORKING_TREE:
        return None if interface.release is None else str(_version(interface.release))
    known = baselines.releases(interface.baselines) if interface.baselines is not None else ()
    return label if label in known else None


def _marker(project: Path, package: str) -> dict[str, bytes]:
    """The file that tells type checkers that the package is typed, where it has one."""
    found = find_package(project, package)
    marker = found / "py.typed" if found is not None else None
    if marker is None or not marker.is_file():
        return {}
    return {f"{package.replace('.', '/')}/py.typed": marker.read_bytes()}
