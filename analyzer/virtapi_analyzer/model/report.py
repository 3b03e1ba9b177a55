"""A report: everything that one comparison says, ready to be put into words."""

from dataclasses import dataclass, field

from virtapi_analyzer.model.call import Sight
from virtapi_analyzer.model.finding import Acceptance, Finding
from virtapi_analyzer.model.relation import Unjudged
from virtapi_analyzer.model.transition import Transition


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How many changes hurt whom; a change that breaks both sides counts for each.

    `breaking_forward` are those that break a driver of the new version on an old host, `without_source` those of which
    no one driver can serve both, and `source_unjudged` those of which nobody knows, where that was asked. `faults` are
    the findings about the new side alone, which are no changes, `host_faults` those about the host's calls of it; what
    is denied, warned of and accepted counts all.
    `under_way` are the elements that the new side says are superseded, `ended` those of which the old side said so and
    that are gone now.
    """

    breaking_drivers: int
    breaking_hosts: int
    potentially_breaking: int
    harmless: int
    denied: int
    warned: int
    accepted: int
    faults: int = 0
    breaking_forward: int = 0
    without_source: int = 0
    source_unjudged: int = 0
    host_faults: int = 0
    under_way: int = 0
    ended: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of one comparison.

    `stale` are acceptances that cover nothing or have expired (each with its reason in words); they fail a check.
    `skipped` are files that could not be read and that nothing reaches. `release` is what the new side will become.
    `old` is None where there was nothing to compare with, and the new side was judged alone. `host` is how much of a
    host's calls could be seen, None where none was looked at. `unjudged` are the types that the type checker could not
    compare (exit status 2). `forward` says that drivers of the new version were judged on an old host as well.
    `transitions` are the elements whose end is announced, those that are gone now last.
    """

    interface: str
    old: str | None
    new: str
    findings: tuple[Finding, ...]
    summary: Summary
    release: str | None = None
    stale: tuple[tuple[Acceptance, str], ...] = field(default=())
    skipped: tuple[str, ...] = ()
    host: Sight | None = None
    unjudged: tuple[Unjudged, ...] = ()
    forward: bool = False
    transitions: tuple[Transition, ...] = ()

    @property
    def denied(self) -> bool:
        """Whether anything here fails a check (exit status 1)."""
        return self.summary.denied > 0 or bool(self.stale)
