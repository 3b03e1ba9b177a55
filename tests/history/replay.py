"""The record, replayed: each pair of neighbouring releases compared, each row held against the findings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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

    `practised` is what the two hosts make of it, for the rows that the interfaces and their calls can show.
    `unrecorded` are the findings that no row of the record speaks of, `by_hosts` those that only the hosts show.
    """

    recorded: tuple[str, str]
    old: str
    new: str
    outcomes: tuple[Outcome, ...]
    practised: tuple[Practised, ...]
    unrecorded: tuple[Finding, ...]
    by_hosts: tuple[Finding, ...] = ()


def replay(recorded: tuple[str, str], rows: Sequence[Row]) -> Replayed:
    """Hold the rows of a pair of releases against what the analyzer says of it."""
    old, new = (nearest(release) for release in recorded)
    findings = compared(old, new).findings
    outcomes = tuple(
        outcome(row, findings, host_implements=host_implements(row), unseen=unseen(row, old, new)) for row in rows
    )
    with_host = compared(old, new, host=True).findings
    judged = (
        practised(as_called(row), findings, with_host, host_implements=host_implements(row))
        for row in rows
        if unseen(row, old, new) in (None, CALL_SITES)
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
        by_hosts=tuple(_by_hosts(rows, findings, with_host)),
    )


def _by_hosts(rows: Sequence[Row], alone: Sequence[Finding], with_host: Sequence[Finding]) -> Iterator[Finding]:
    """The findings that are there with the hosts alone, and that no row speaks of."""
    known = {(finding.rule, finding.path) for finding in alone}
    told = {finding for row in rows for finding in naming_findings(as_called(row), with_host)}
    return (each for each in with_host if (each.rule, each.path) not in known and each not in told)


def as_called(row: Row) -> Row:
    """The row with the interface's own path, where the record points to the module that calls it."""
    if any(matches(pattern, row.module) for pattern in nova().modules):
        return row
    inside = row.symbol.old.removeprefix(f"{row.module}.")
    paths = [path for path in nova().driver_interfaces if inside.startswith(f"{path.rpartition('.')[2]}.")]
    if not paths:
        return row
    path = f"{paths[0].rpartition('.')[0]}.{inside}"
    return replace(row, symbol=replace(row.symbol, old=path), module=paths[0].rpartition(".")[0])


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
