"""Two versions of an interface, and the newer one by itself: `check` and `diff`."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.version import InvalidVersion, Version

from virtapi_analyzer.compare.host_parts import host_parts
from virtapi_analyzer.compare.hosts import told_by_hosts
from virtapi_analyzer.compare.lives import lives
from virtapi_analyzer.compare.pairs import compare
from virtapi_analyzer.compare.surface import parts
from virtapi_analyzer.compare.types import Typed, typed
from virtapi_analyzer.compare.versions import versions
from virtapi_analyzer.interface import baselines
from virtapi_analyzer.interface.cache import cache_folder
from virtapi_analyzer.interface.library import forget_parsed, module_name
from virtapi_analyzer.interface.patterns import matches
from virtapi_analyzer.interface.record import Read
from virtapi_analyzer.interface.tree import Tree, silent
from virtapi_analyzer.model.errors import BaselineError, ConfigurationError
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.life import is_point, line_of
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.model.part import AnyPart
from virtapi_analyzer.model.report import Report
from virtapi_analyzer.policy.acceptances import read_acceptances
from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration, check_rules
from virtapi_analyzer.policy.forward import forward as forwards
from virtapi_analyzer.policy.judgement import judge
from virtapi_analyzer.rules import catalogue, changes, faults
from virtapi_analyzer.use_cases.hosting import Looked, looked_at
from virtapi_analyzer.use_cases.opening import Progress, opened, project, read, read_once

WORKING_TREE = "working tree"
"""What the door to sources calls the tree that holds the package as it is being edited."""


def check(
    configuration: Configuration,
    interface: InterfaceConfiguration,
    *,
    against: str | None = None,
    host: str | None = None,
    forward: bool = False,
    prove: bool = False,
    old_host: str | None = None,
    cached: bool = True,
    progress: Progress = silent,
) -> Report:
    """The working tree against a source; without one, against the newest baseline. And the working tree by itself.

    `host` is the source of a host that has a say in what breaks drivers, `old_host` what it was before (`Looked`). With
    `prove`, what is breaking is proved. An acceptance that covers nothing is stale only against the newest baseline,
    since that is what it is about. Unless `cached`, nothing that an earlier run has
    kept is used, and nothing is kept.
    """
    tree = project(configuration, interface)
    newest = last_before(interface)
    old = against or newest
    if old is None and interface.baselines is None:
        raise ConfigurationError(f"{interface.name} has no releases to compare with: say against what with --against")
    if old is None:
        name = interface.release or "R"
        raise BaselineError(f"{interface.name} has no release yet: `virtapi release {name}` makes the first")
    before = opened(configuration, interface, old, progress)
    after = opened(configuration, interface, str(tree), progress)
    complete = old == newest
    hosts = Looked.at(host, old_host, old=against, new=str(tree))
    return compared(
        configuration,
        interface,
        before,
        after,
        complete=complete,
        alone=True,
        hosts=hosts,
        forward=forward,
        prove=prove,
        cached=cached,
        progress=progress,
    )


def diff(
    configuration: Configuration,
    interface: InterfaceConfiguration,
    old: str,
    new: str,
    *,
    host: str | None = None,
    forward: bool = False,
    prove: bool = False,
    old_host: str | None = None,
    cached: bool = True,
    progress: Progress = silent,
) -> Report:
    """One source against another. Acceptances hold here too, and none of them is stale.

    `host` is the source of a host of the newer version, which has a say in what breaks drivers, `old_host` what it was
    before (`Looked`). With `prove`, what is breaking is proved. Unless `cached`, nothing that an earlier run
    has kept is used, and nothing is kept.
    """
    before, after = (opened(configuration, interface, source, progress) for source in (old, new))
    hosts = Looked.at(host, old_host, old=old, new=new)
    return compared(
        configuration,
        interface,
        before,
        after,
        complete=False,
        hosts=hosts,
        forward=forward,
        prove=prove,
        cached=cached,
        progress=progress,
    )


def compared(
    configuration: Configuration,
    interface: InterfaceConfiguration,
    before: Tree | None,
    after: Tree,
    *,
    complete: bool,
    alone: bool = False,
    hosts: Looked | None = None,
    forward: bool = False,
    prove: bool = False,
    cached: bool = True,
    progress: Progress,
) -> Report:
    """The report on two trees, or on one; with `alone`, on what is wrong with the newer by itself too.

    `hosts` are the sources of the hosts that are looked at. With `forward`, drivers of the newer version are judged on
    hosts of the older one as well, and whether one driver can serve both. With `prove`, what is breaking is proved.
    """
    advice = {rule.id: rule.instead for rule in catalogue()}
    check_rules(configuration, advice)
    accepted = configuration.acceptances(interface)
    acceptances = read_acceptances(accepted, rules=advice) if accepted is not None else ()
    old, first = read_once(before, interface, progress, cached=cached) if before is not None else (None, None)
    new, second = read_once(after, interface, progress, cached=cached)
    _refuse_unread(after, interface, new, needed=old.modules if old is not None else None)
    if before is not None and old is not None:
        _refuse_unread(before, interface, old, needed=new.modules)
        _refuse_idle_patterns(interface, {*old.classes, *new.classes})
        progress(f"comparing {old.label} with {new.label}")
    forget_parsed()
    told = (
        _typed(compare(old, new), first, second, cached) if old is not None and first is not None else Typed(pairs=())
    )
    pairs = told.pairs
    seen = None
    if hosts is not None and old is not None:
        seen = looked_at(hosts, configuration, interface, old, new, pairs, progress, alone=alone)
        pairs = told_by_hosts(pairs, seen, old, new)
    way_back = None
    if forward and old is not None and first is not None:
        back = _typed(compare(new, old), second, first, cached)
        unjudged = tuple(dict.fromkeys((*told.unjudged, *(replace(each, old=not each.old) for each in back.unjudged))))
        told = replace(told, unjudged=unjudged)
        way_back = forwards(changes(back.pairs), versions(told.pairs, old, new))
    found = changes(pairs)
    if prove and old is not None and first is not None:
        from virtapi_analyzer.use_cases.proving import proved  # nobody else needs the templates

        progress("proving what is breaking")
        found = iter(proved(found, pairs, old, new, first, second))
    wrong = list(_of_the_tree(configuration, interface, new, old, cached, progress)) if alone else []
    wrong += host_parts(seen.new, new, old, alone=alone) if seen is not None else ()
    return judge(
        found,
        faults(wrong),
        interface=interface.name,
        old=old,
        new=new,
        configuration=configuration,
        advice=advice,
        acceptances=acceptances,
        release=_becomes(interface, after.label),
        complete=complete,
        host=seen.new.sight if seen is not None else None,
        unjudged=told.unjudged,
        back=way_back,
    )


def _of_the_tree(
    configuration: Configuration,
    interface: InterfaceConfiguration,
    tree: Interface,
    last: Interface | None,
    cached: bool,
    progress: Progress,
) -> Iterator[AnyPart]:
    """What of the tree is judged by itself, and beside all releases before it. `last` is one that was read already."""
    yield from parts(tree)
    if any(kind.contract.role for kind in tree.classes.values()) and interface.baselines is not None:
        known = {} if last is None else {last.label: last}
        earlier = [
            (name, known.get(name) or _released(configuration, interface, name, cached, progress))
            for name in _before(interface)
        ]
        yield from lives(earlier, tree, release=interface.release)


def last_before(interface: InterfaceConfiguration) -> str | None:
    """The release that the tree follows: the newest, or for a point release that of its line; None where none is."""
    return next(reversed(_before(interface)), None)


def _before(interface: InterfaceConfiguration) -> tuple[str, ...]:
    """The releases that the tree comes after, oldest first: all, or for a point release those up to its line's."""
    names = baselines.releases(interface.baselines) if interface.baselines is not None else ()
    if interface.release is None or not is_point(interface.release):
        return names
    line = line_of(interface.release)
    if not any(line_of(name) == line for name in names):
        return ()
    return tuple(name for name in names if version(line_of(name)) <= version(line))


def _released(
    configuration: Configuration, interface: InterfaceConfiguration, release: str, cached: bool, progress: Progress
) -> Interface:
    tree = opened(configuration, interface, release, progress)
    return read_once(tree, interface, progress, cached=cached)[0]


def version(release: str) -> Version:
    """A release as it is compared. Raises `BaselineError` where it is none."""
    try:
        return Version(release)
    except InvalidVersion as error:
        raise BaselineError(f"{release!r} is no release: name a version such as 2026.1") from error


def _typed(pairs: tuple[AnyPair, ...], old: Read, new: Read, cached: bool) -> Typed:
    if cached:
        return typed(pairs, old, new, cache=cache_folder() / "types")
    with TemporaryDirectory(prefix="virtapi-types-") as folder:
        return typed(pairs, old, new, cache=Path(folder))


def _refuse_unread(
    tree: Tree, interface: InterfaceConfiguration, found: Interface, *, needed: Collection[str] | None = None
) -> None:
    """Raise for a module that could not be read and that is needed: without names, any, and where nothing was read.

    What the other side has must not look as if it were gone, only because it cannot be read here.
    """
    unread = {module_name(file) for file in tree.files if tree.locate(file) in found.skipped}
    for module in sorted(unread.intersection(needed) if needed is not None and found.modules else unread):
        read(tree, replace(interface, modules=(module,)), silent)  # a module that is asked for by name says what it is


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
        return None if interface.release is None else str(version(interface.release))
    known = baselines.releases(interface.baselines) if interface.baselines is not None else ()
    return label if label in known else None
