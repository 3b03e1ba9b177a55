"""Which findings speak of a recorded change, and whether they name the right audience."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.history.rows import Name, Row
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A recorded change and what came of it.

    `findings` are those that name it. `misjudged` says for which audience and how they differ from the record, None
    where they agree or where there is nothing to judge. `apart` is why it does not count for the audience, `unseen`
    why it does not count at all.
    """

    row: Row
    findings: tuple[Finding, ...] = ()
    misjudged: str | None = None
    apart: str | None = None
    unseen: str | None = None

    @property
    def counts(self) -> bool:
        """Whether a finding is asked of it."""
        return self.unseen is None

    @property
    def named(self) -> bool:
        """Whether a finding names it."""
        return self.counts and bool(self.findings)

    @property
    def judged(self) -> bool:
        """Whether its audience counts."""
        return self.named and self.apart is None

    @property
    def right(self) -> bool:
        """Whether the audience is right."""
        return self.judged and self.misjudged is None


def outcome(row: Row, findings: Sequence[Finding], *, host_implements: bool, unseen: str | None) -> Outcome:
    """What came of a row. `host_implements` says that the host implements its class, and drivers call it."""
    naming = tuple(naming_findings(row, findings))
    if not naming or unseen is not None:
        return Outcome(row=row, findings=naming, unseen=unseen)
    host, driver = max(f.host for f in naming), max(f.driver for f in naming)
    implementer, caller = (host, driver) if host_implements else (driver, host)
    return Outcome(
        row=row,
        findings=naming,
        misjudged=_difference(row, host_implements=host_implements, implementer=implementer, caller=caller),
        apart=_beyond_record(row, implementer=implementer, caller=caller),
    )


def naming_findings(row: Row, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that name what the row names; none unless all of its parameters are named."""
    findings = list(findings)
    if not row.parameters:
        return [finding for finding in findings if _names_symbol(finding, row)]
    by_parameter = [
        [finding for finding in findings if _names_parameter(finding, row, name)] for name in row.parameters
    ]
    return list(dict.fromkeys(f for each in by_parameter for f in each)) if all(by_parameter) else []


def _names_symbol(finding: Finding, row: Row) -> bool:
    old, new = row.symbol.old, row.symbol.new
    if new is not None:  # a rename is one finding that names both
        return (finding.path == old and _says(finding, new)) or (finding.path == new and _says(finding, old))
    if finding.path == old:
        # What else is told of a method in its place does not say that it came or went.
        came = not row.appeared or finding.old is None
        return came and (not row.vanished or finding.new is None or finding.rule.endswith("-renamed"))
    if row.appeared and "-renamed" in finding.rule:
        return _place(finding.path) == _place(old) and _says(finding, old)
    # An entry of a dict that the interface does not know entry by entry is told at the dict.
    dictionary, bracket, _ = old.partition("[")
    return bool(bracket) and finding.path == dictionary and _says(finding, old)


def _names_parameter(finding: Finding, row: Row, name: Name) -> bool:
    if finding.element != row.symbol.old:
        return False
    if name.new is not None:
        return finding.path == f"{row.symbol.old}({name.old})" and _says(finding, name.new)
    if finding.path == f"{row.symbol.old}({name.old})":
        return True
    # What only moved is told at the parameter that moved it, with a call that shows it.
    return row.kind == "param-reordered" and finding.path != finding.element and _says(finding, name.old)


def _says(finding: Finding, path: str) -> bool:
    """Whether the message has the last part of a path as a word."""
    word = re.split(r"[.\[]", path.rstrip("]"))[-1]
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", finding.message) is not None


def _place(path: str) -> str:
    return re.split(r"[.\[](?=[^.\[]*$)", path)[0]


def _difference(row: Row, *, host_implements: bool, implementer: Severity, caller: Severity) -> str | None:
    """For whom the findings and the record differ, and how."""
    names = ("hosts", "drivers") if host_implements else ("drivers", "hosts")
    sides = zip(names, (implementer, caller), (row.breaks_implementer, row.breaks_caller), strict=True)
    wrong = [
        f"{side}: {severity} here, {f'breaking there ({row.failure})' if breaks else 'unharmed there'}"
        for side, severity, breaks in sides
        if (severity is Severity.BREAKING) is not breaks
    ]
    return "; ".join(wrong) or None


def _beyond_record(row: Row, *, implementer: Severity, caller: Severity) -> str | None:
    """Why *breaking* can be right where the record, which looks at what was called and used, has nobody broken.

    The record cannot decide what a driver or a call that it did not see would have done. None where the findings say
    less than the record, or where no such reason fits.
    """
    missed = [row.breaks_implementer and implementer < Severity.BREAKING]
    missed += [row.breaks_caller and caller < Severity.BREAKING]
    if any(missed):
        return None
    reasons = []
    if implementer is Severity.BREAKING and not row.breaks_implementer:
        reasons.append(_of_implementers(row.kind))
    if caller is Severity.BREAKING and not row.breaks_caller:
        reasons.append(_of_callers(row.kind))
    return "; ".join(filter(None, reasons)) or None if all(reasons) else None


def _of_implementers(kind: str) -> str | None:
    if kind == "param-added-optional":
        return "no call passed the argument to a driver that did not know it"
    if kind == "param-renamed":
        return "no call named the keyword"
    removed = kind.endswith("-removed") and not kind.startswith("param-")
    return "no driver used what was removed" if removed else None


def _of_callers(kind: str) -> str | None:
    if kind == "param-renamed":
        return "no call named the keyword"
    return "no call passed the argument" if kind.startswith("param-removed") else None
