"""What the host's own calls make of the verdicts on who implements: against the record, which looked at these calls."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.history.matching import naming_findings
from tests.history.rows import Row
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """A row of the record, and how bad its change is for who implements: by the interfaces alone, and with the two
    hosts (`--host`)."""

    row: Row
    alone: Severity
    practised: Severity

    @property
    def right_alone(self) -> bool:
        """Whether the interfaces alone say what the record says."""
        return _agrees(self.alone, self.row)

    @property
    def right(self) -> bool:
        """Whether the calls of the host say what the record says."""
        return _agrees(self.practised, self.row)


def practised(
    row: Row, alone: Sequence[Finding], with_host: Sequence[Finding], *, host_implements: bool
) -> Practised | None:
    """What both comparisons say of a row; None where the one with the hosts does not name it. Alone it may say nothing,
    where only the calls show it."""
    found = [naming_findings(row, findings) for findings in (alone, with_host)]
    if not found[1]:
        return None
    worst = [
        max((each.host if host_implements else each.driver for each in naming), default=Severity.EQUIVALENT)
        for naming in found
    ]
    return Practised(row=row, alone=worst[0], practised=worst[1])


def _agrees(severity: Severity, row: Row) -> bool:
    return (severity is Severity.BREAKING) is row.breaks_implementer
