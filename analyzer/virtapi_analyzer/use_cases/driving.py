"""A driver beside releases. It must answer what it knows before griffe, mypy or the rules are imported."""

from pathlib import Path
from typing import TYPE_CHECKING

from virtapi_analyzer.drivers.examination import Examination, Question, judged, prepare, see
from virtapi_analyzer.interface import baselines
from virtapi_analyzer.interface.record import held
from virtapi_analyzer.interface.tree import Tree, silent
from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration
from virtapi_analyzer.use_cases.opening import Progress, host_trees, opened, read

if TYPE_CHECKING:
    from virtapi_analyzer.model.diagnostic import DriverReport


def prepared(
    configuration: Configuration,
    interface: InterfaceConfiguration,
    path: Path,
    *,
    against: tuple[str, ...] = (),
    classes: tuple[str, ...] = (),
    python: Path | None = None,
    host: tuple[str, ...] = (),
    progress: Progress = silent,
) -> Examination:
    """The examination of a driver's source beside releases; without any that is named, beside every released baseline.

    `classes` are the driver classes as `MODULE:NAME`, where they are not to be looked for; `python` says where the
    driver's dependencies are. `host` is the source of a host whose calls decide what of a foreign interface an override
    must take: one for all releases, or one for each. Raises an `AnalyzerError` where it could not look.
    """
    known = baselines.releases(interface.baselines) if interface.baselines is not None else ()
    sources = tuple(dict.fromkeys(against)) or known
    if not sources:
        raise ConfigurationError(f"{interface.name} has no releases: say beside what with --against")

    if len(host) not in (0, 1, len(sources)):
        raise ConfigurationError(
            f"there are {len(host)} hosts for {len(sources)} releases: give one --host, or one for each --against"
        )

    def tree(source: str) -> Tree:
        found = opened(configuration, interface, source, progress)
        # It is read for its digest anyway, and then for good: the process that reads ahead must not share an open
        # wheel, or the pipes of git, with this one, since each would take what the other asks for. The files of a
        # baseline are opened one by one.
        return found if found.digest is not None else held(found).tree

    hosts = [host_trees(configuration, interface, each, progress) for each in host]
    question = Question(
        interface=interface.name,
        package=interface.package,
        trees=[tree(source) for source in sources],
        known=[tree(release) for release in known if release not in sources],
        read=lambda tree: read(tree, interface, progress),
        reads=(*interface.modules, *interface.driver_interfaces, *interface.host_interfaces, *interface.flags),
        strict=not interface.driver_interfaces,
        classes=classes,
        python=python,
        hosts=hosts * len(sources) if len(hosts) == 1 else hosts,
        callers=interface.callers,
        receivers=interface.receivers,
    )
    return prepare(path, question)


def examined(examination: Examination, *, progress: Progress = silent) -> "DriverReport":
    """What comes of an examination. Raises an `AnalyzerError` where it could not look."""
    return judged(see(examination, progress), progress)
