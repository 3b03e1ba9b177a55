"""The record, replayed: each pair of neighbouring releases compared, each row held against the findings."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.history.matching import Outcome, naming_findings, outcome
from tests.history.practice import Practised, practised
from tests.history.releases import compared, definition, interface, nearest, nova
from tests.history.rows import Row
from virtapi_analyzer.interface.patterns import matches
from virtapi_analyzer.model.finding import Finding

TEXT_ONLY = "no change of code"
BOTH_SIDES = "on both sides of the releases that were compared"
CALL_SITES = "the interface is as it was: only the host's call sites show it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """Two recorded releases, the two that were compared for them, and what came of it.

    `practised` is what the calls of the newer host make of it, for the rows that a comparison of interfaces can show.
    `unrecorded` are the findings that no row of the record speaks of.
    """

    recorded: tuple[str, str]
    old: str
    new: str
    outcomes: tuple[Outcome, ...]
    practised: tuple[Practised, ...]
    unrecorded: tuple[Finding, ...]


def replay(recorded: tuple[str, str], rows: Sequence[Row]) -> Replayed:
    """Hold the rows of a pair of releases against what the analyzer says of it."""
    old, new = (nearest(release) for release in recorded)
    findings = compared(old, new).findings
    outcomes = tuple(
        outcome(row, findings, host_implements=host_implements(row), unseen=unseen(row, old, new)) for row in rows
    )
    with_host = compared(old, new, host=True).findings
    judged = (
        practised(row, findings, with_host, host_implements=host_implements(row))
        for row in rows
        if unseen(row, old, new) is None
    )
    told = {finding for row in rows for finding in naming_findings(row, findings)}
    unrecorded = tuple(finding for finding in findings if finding not in told)
    return Replayed(
        recorded=recorded,
        old=old,
        new=new,
        outcomes=outcomes,
        practised=tuple(filter(None, judged)),
        unrecorded=unrecorded,
    )


def host_implements(row: Row) -> bool:
    """Whether the row is about a class that the host implements, or about a part of one."""
    return any(matches(pattern, row.symbol.old.rpartition(".")[0]) for pattern in nova().host_interfaces)


def unseen(row: Row, old: str, new: str) -> str | None:
    """Why a comparison of the interface of these two releases cannot show what the row says; None where it can."""
    if row.text_only:
        return TEXT_ONLY
    if not any(matches(pattern, row.module) for pattern in nova().modules):
        return CALL_SITES
    replaced = (old, new) != row.pair
    return BOTH_SIDES if replaced and _same_on_both_sides(row, old, new) else None


def _same_on_both_sides(row: Row, old: str, new: str) -> bool:
    before, after = (definition(interface(release), row.symbol.old) for release in (old, new))
    if row.appeared:
        return before is not None
    if row.vanished or row.symbol.new is not None:
        return before is None
    return before == after
