"""Which of our findings says what a report of griffe says."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.parity.reported import Reported
from virtapi_analyzer.model.finding import Finding

REMOVED = "OBJECT_REMOVED"
MOVED = "PARAMETER_MOVED"
"""Griffe reports every parameter that has another place; we report the one that pushed the others there."""

RECEIVERS = ("self", "cls")
CONSTRUCTOR = ".__init__"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A report of griffe in a comparison, and our findings that say the same; none where we do not report it."""

    comparison: str
    reported: Reported
    findings: tuple[Finding, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        """What names it in the list of what we do not report."""
        return self.comparison, self.reported.kind, self.reported.path


def answers(comparison: str, reports: Iterable[Reported], findings: Sequence[Finding]) -> tuple[Answer, ...]:
    """Each report with what we say of it."""
    return tuple(
        Answer(
            comparison=comparison,
            reported=report,
            findings=tuple(finding for finding in findings if says(finding, report)),
        )
        for report in reports
    )


def says(finding: Finding, report: Reported) -> bool:
    """Whether the finding is about the same element and, where the report names one, about the same parameter.

    A parameter is named by the finding's path, or in its message (what we say of a rename names both). The receiver is
    no parameter of ours, but what makes the method an ordinary one; a parameter of the constructor may be a field.
    """
    if report.parameter is None or report.parameter in RECEIVERS:
        about = finding.path if report.kind == REMOVED else finding.element
        return about in report.paths
    if _field(report) == finding.path:
        return True
    if finding.element not in report.paths:
        return False
    named = re.search(rf"`{re.escape(report.parameter)}`", finding.message) is not None
    return named or report.kind == MOVED or finding.path.endswith(f"({report.parameter})")


def _field(report: Reported) -> str | None:
    owner = report.paths[0].removesuffix(CONSTRUCTOR)
    return None if owner == report.paths[0] else f"{owner}.{report.parameter}"
