"""The whole examination of a driver, from its path to the report."""

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from virtapi_analyzer.drivers.digest import digest_of
from virtapi_analyzer.drivers.environment import Environment, read_environment, this_environment, watched
from virtapi_analyzer.drivers.gathering import Gathered, gather
from virtapi_analyzer.drivers.remembering import key, tool
from virtapi_analyzer.interface.tree import Tree

if TYPE_CHECKING:
    from virtapi_analyzer.drivers.looking import Asked, Sight
    from virtapi_analyzer.drivers.release import Release
    from virtapi_analyzer.model.call import HostCalls
    from virtapi_analyzer.model.diagnostic import DriverReport
    from virtapi_analyzer.model.interface import Interface

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked about a driver.

    `trees` are the releases that it is checked beside, `known` further releases of the interface. `read` reads a
    release that is not known yet, and `reads` is what its reading depends on beside its files. `strict` says that the
    declaration is the contract; `classes` are driver classes as `MODULE:NAME`; `python` is the environment that has the
    driver's dependencies. `hosts` are the source of a host for each of the trees, or nothing; `callers` are globs over
    their modules that call drivers, `receivers` over the names that these give to them.
    """

    interface: str
    package: str
    trees: Sequence[Tree]
    known: Sequence[Tree]
    read: "Callable[[Tree], Interface]"
    reads: tuple[str, ...]
    strict: bool
    classes: tuple[str, ...] = ()
    python: Path | None = None
    hosts: Sequence[Sequence[Tree]] = ()
    callers: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """A question about a driver whose files are read.

    `key` is equal where nothing that the answer depends on changed; `words` are what of that is neither the driver nor
    its environment. `watched` are files and folders whose times tell the same, None where none can tell.
    """

    question: Question
    gathered: Gathered
    environment: Environment
    digests: Mapping[int, str]
    words: tuple[str, ...]
    key: str
    watched: tuple[Path, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A driver that the type checker looked at. `key` is equal where nothing that the judgement depends on changed."""

    examination: Examination
    asked: "Asked"
    sights: "tuple[Sight, ...]"
    key: str


def prepare(path: Path, question: Question) -> Examination:
    """Read all that the answer depends on, and nothing more."""
    gathered = gather(path)
    environment = read_environment(question.python) if question.python is not None else this_environment()
    package, reads = question.package, question.reads
    digests = {id(tree): digest_of(tree, package, *reads) for tree in (*question.trees, *question.known)}
    words = [question.interface, str(question.strict), *question.classes, *reads]
    words += [f"{tree.label} {digests[id(tree)]}" for tree in question.trees]
    words += sorted(digests[id(tree)] for tree in question.known)
    if question.hosts:
        from virtapi_analyzer.interface.hosts import callers_digest

        words += [callers_digest(host, question.callers) for host in question.hosts]
    words += ["called", *question.callers, *question.receivers]
    return Examination(
        question=question,
        gathered=gathered,
        environment=environment,
        digests=digests,
        words=tuple(words),
        key=key(gathered, environment, words),
        watched=_watched(question, gathered, environment),
    )


def _watched(question: Question, gathered: Gathered, environment: Environment) -> tuple[Path, ...] | None:
    trees = (*question.trees, *question.known)
    if question.hosts or any(tree.origin is None for tree in trees):
        return None
    origins = (path for tree in trees if tree.origin is not None for path in tree.origin)
    return (*gathered.files, *gathered.looked_into, *gathered.around, *origins, *watched(environment), *tool())


def see(examination: Examination, progress: Progress) -> Sighting:
    """Let the type checker look at the driver beside each release."""
    # What is answered as before does not need these.
    from virtapi_analyzer.drivers.copying import copied
    from virtapi_analyzer.drivers.looking import Asked, Target, look
    from virtapi_analyzer.drivers.remembering import key_of_sights
    from virtapi_analyzer.drivers.source import concerned, read_source

    question, digests = examination.question, examination.digests
    source = concerned(read_source(examination.gathered), question.package)
    asked = Asked(
        source=source,
        copies={name: copied(module.text) for name, module in source.modules.items()},
        environment=examination.environment,
        named=question.classes,
        strict=question.strict,
    )
    targets = [
        (
            Target(
                label=tree.label,
                package=question.package,
                digest=digests[id(tree)],
                superseded=_superseded(tree, question, digests[id(tree)]),
            ),
            tree,
        )
        for tree in question.trees
    ]
    with _reading_ahead(question, digests):
        sights = look(asked, targets, progress)
    key = key_of_sights(examination.words, asked, sights)
    return Sighting(examination=examination, asked=asked, sights=sights, key=key)


def judged(sighting: Sighting, progress: Progress) -> "DriverReport":
    """Judge what was seen."""
    # What is judged as before does not need these.
    from virtapi_analyzer.drivers.standing import judge
    from virtapi_analyzer.model.diagnostic import DriverReport

    question, digests = sighting.examination.question, sighting.examination.digests
    releases = [_release(tree, question, digests[id(tree)]) for tree in question.trees]
    others = [_release(tree, question, digests[id(tree)]) for tree in question.known]
    hosts = [_calls(*pair, question, progress) for pair in zip(question.hosts, releases, strict=False)]
    beside = list(zip(releases, sighting.sights, strict=True))
    drivers, checked = judge(sighting.asked, beside, others, hosts)
    return DriverReport(interface=question.interface, drivers=drivers, releases=checked)


def _superseded(tree: Tree, question: Question, digest: str) -> Mapping[str, str]:
    """What the type checker has to be told of; where there can be none, the reading of the release can wait."""
    from virtapi_analyzer.drivers.supersession import marks_fields, supersedes

    known = _known(digest)
    if not (supersedes(known) if known.is_file() else marks_fields(tree)):
        return {}
    from virtapi_analyzer.drivers.release import superseded_fields

    return superseded_fields(_release(tree, question, digest))


def _calls(host: Sequence[Tree], release: "Release", question: Question, progress: Progress) -> "HostCalls":
    from virtapi_analyzer.drivers.practice import vocabulary
    from virtapi_analyzer.interface.hosts import read_calls

    words = vocabulary(release, question.receivers)
    return read_calls(host, vocabulary=words, callers=question.callers, progress=progress)


@contextmanager
def _reading_ahead(question: Question, digests: Mapping[int, str]) -> Iterator[None]:
    """Let another process read the releases that are not known yet, while the type checker works in this one.

    Where there can be none, or it fails, they are read afterwards, and that says what is wrong.
    """
    trees = [tree for tree in (*question.trees, *question.known) if not _known(digests[id(tree)]).is_file()]
    if not trees or not hasattr(os, "fork") or threading.active_count() > 1:  # a copy of a thread would hold its locks
        yield
        return
    child = os.fork()
    if child == 0:
        try:
            for tree in trees:
                _release(tree, question, digests[id(tree)])
        finally:
            os._exit(0)
    try:
        yield
    finally:
        os.waitpid(child, 0)


def _known(digest: str) -> Path:
    from virtapi_analyzer.drivers.workshop import workshops

    return workshops() / "known" / f"{digest}.json"


def _release(tree: Tree, question: Question, digest: str) -> "Release":
    from virtapi_analyzer.drivers.release import kept, released

    return kept(_known(digest), lambda: released(question.read(tree), digest), label=tree.label)
