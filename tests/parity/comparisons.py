"""What is compared: neighbouring baselines, neighbouring releases of Nova, and the cases of the corpus."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.corpus.cases import PACKAGE, Case
from tests.history.releases import MAJORS, nova, source
from tests.parity.matching import Answer, answers
from tests.parity.reported import reported
from tests.shared import REPOSITORY
from virtapi_analyzer import diff
from virtapi_analyzer.interface import baselines
from virtapi_analyzer.interface.sources import open_tree
from virtapi_analyzer.policy.configuration import InterfaceConfiguration, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two versions of an interface, by their sources."""

    name: str
    old: str
    new: str
    interface: InterfaceConfiguration


def between_baselines(repository: Path = REPOSITORY) -> Iterator[Comparison]:
    """Every release of every interface that this repository keeps, against the one before it."""
    configuration = load(repository)
    for interface in configuration.interfaces.values() if configuration else ():
        if interface.baselines is not None:
            for old, new in pairwise(baselines.releases(interface.baselines)):
                yield Comparison(name=f"{interface.name} {old} → {new}", old=old, new=new, interface=interface)


def between_novas() -> Iterator[Comparison]:
    """Neighbouring releases of Nova: those in which its driver interface changed most, and the newest."""
    for old, new in pairwise(MAJORS):
        if old in CHANGED or new == MAJORS[-1]:
            yield Comparison(name=f"nova {old} → {new}", old=source(old), new=source(new), interface=nova())


CHANGED = ("17.0.7", "18.0.2", "19.0.0", "20.0.0", "21.0.0")


def in_corpus(case: Case) -> Comparison:
    """The two versions of a case."""
    interface = InterfaceConfiguration(name=PACKAGE, package=PACKAGE, driver_interfaces=case.implements)
    return Comparison(name=f"corpus {case.id}", old=str(case.old), new=str(case.new), interface=interface)


def answered(comparison: Comparison) -> tuple[Answer, ...]:
    """What griffe reports, each with what we say of it. Raises what `virtapi_analyzer.diff` raises."""
    interface = comparison.interface
    old, new = (
        open_tree(side, package=interface.package, baselines=interface.baselines)
        for side in (comparison.old, comparison.new)
    )
    findings = diff(comparison.old, comparison.new, interface).findings
    return answers(comparison.name, reported(old, new, interface), findings)
