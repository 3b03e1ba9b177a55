"""Which findings are shown, and which of them stand together."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.finding import Finding, Level

K = TypeVar("K", bound=Hashable)


def matters(finding: Finding) -> bool:
    """Whether it can hurt somebody, is not simply allowed, or was accepted."""
    hurts = finding.worst > Severity.NON_BREAKING
    return finding.level is not Level.ALLOW or hurts or finding.acceptance is not None


def grouped(findings: Iterable[Finding], *, by: Callable[[Finding], K]) -> Iterable[tuple[K, list[Finding]]]:
    """The findings by what they have in common, in the order of the first of each."""
    groups = defaultdict[K, list[Finding]](list)
    for finding in findings:
        groups[by(finding)].append(finding)
    return groups.items()
