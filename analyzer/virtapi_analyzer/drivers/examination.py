"""The whole examination of a driver, from its path to the report."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from virtapi_analyzer.drivers.digest import digest_of
from virtapi_analyzer.drivers.environment import Environment, read_environment, this_environment
from virtapi_analyzer.drivers.gathering import Gathered, gather
from virtapi_analyzer.drivers.remembering import key
from virtapi_analyzer.interface.tree import Tree

if TYPE_CHECKING:
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
    """A question about a driver whose files are read. `key` is equal where nothing that the answer depends on
    changed."""

    question: Question
    gathered: Gathered
    environment: Environment
    digests: Mapping[int, str]
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
        key=key(gathered, environment, words),
    )


def examine(examination: Examination, progress: Progress) -> "DriverReport":
    """Examine the driver."""
    # What is answered as before does not need these.
    from virtapi_analyzer.drivers.looking import Asked, look
    from virtapi_analyzer.drivers.source import concerned, read_source
    from virtapi_analyzer.model.diagnostic import DriverReport

    question, digests = examination.question, examination.digests
    releases = [(_release(tree, question, digests[id(tree)]), tree) for tree in question.trees]
    others = [_release(tree, question, digests[id(tree)]) for tree in question.known]
    drivers, checked = look(
        Asked(
            source=concerned(read_source(examination.gathered), question.package),
            releases=releases,
            others=[*(release for release, _ in releases), *others],
            environment=examination.environment,
            named=question.classes,
            strict=question.strict,
            hosts=[
                _calls(host, release, question, progress)
                for (release, _), host in zip(releases, question.hosts, strict=False)
            ],
        ),
        progress,
    )
    return DriverReport(interface=question.interface, drivers=drivers, releases=checked)


def _calls(host: Sequence[Tree], release: "Release", question: Question, progress: Progress) -> "HostCalls":
    from virtapi_analyzer.drivers.practice import vocabulary
    from virtapi_analyzer.interface.hosts import read_calls

    words = vocabulary(release, question.receivers)
    return read_calls(host, vocabulary=words, callers=question.callers, progress=progress)


def _release(tree: Tree, question: Question, digest: str) -> "Release":
    from virtapi_analyzer.drivers.release import kept, released
    from virtapi_analyzer.drivers.workshop import workshops

    file = workshops() / "known" / f"{digest}.json"
    return kept(file, lambda: released(question.read(tree), digest), label=tree.label)
