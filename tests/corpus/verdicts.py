"""What a checker says of a case: whom the change breaks, and in which words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import griffe

from tests.corpus.cases import PACKAGE, Case
from virtapi_analyzer import diff
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.finding import Finding
from virtapi_analyzer.policy.configuration import InterfaceConfiguration


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whom a checker says that a change breaks; `told` are its findings in words."""

    drivers: bool
    hosts: bool
    told: tuple[str, ...] = ()


Checker = Callable[[Case], Verdict]


def ours(case: Case) -> Verdict:
    """The verdict of `virtapi_analyzer.diff`, which is told what drivers implement and nothing else."""
    interface = InterfaceConfiguration(name=PACKAGE, package=PACKAGE, driver_interfaces=case.implements)
    return verdict(diff(case.old, case.new, interface).findings)


def verdict(findings: Iterable[Finding]) -> Verdict:
    """A side is broken where some finding is *breaking* for it; what breaks nobody for sure is told all the same."""
    findings = tuple(findings)
    return Verdict(
        drivers=any(finding.driver is Severity.BREAKING for finding in findings),
        hosts=any(finding.host is Severity.BREAKING for finding in findings),
        told=tuple(
            f"{finding.rule}: {finding.message} (drivers {finding.driver}, hosts {finding.host})"
            for finding in findings
        ),
    )


def griffes(case: Case) -> Verdict:
    """The verdict of griffe's own comparison, which does not tell the two sides apart: whatever it reports breaks both.

    The two versions are loaded apart from each other, and nothing is imported.
    """
    old, new = _loaded(case.old), _loaded(case.new)
    told = tuple(f"{breakage.kind.name}: {breakage.obj.path}" for breakage in griffe.find_breaking_changes(old, new))
    return Verdict(drivers=bool(told), hosts=bool(told), told=told)


def _loaded(folder: Path) -> griffe.Object | griffe.Alias:
    return griffe.load(PACKAGE, search_paths=[folder], allow_inspection=False, try_relative_path=False)
