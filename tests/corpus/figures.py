"""Recall and precision over outcomes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.corpus.cases import Case
from tests.corpus.verdicts import Verdict
from tests.history.figures import percent

DEMANDED = 0.98


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One case, and what we and griffe say of it."""

    case: Case
    ours: Verdict
    griffe: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One audience: what is true of it, and what a verdict says."""

    name: str
    truth: Callable[[Case], bool]
    said: Callable[[Verdict], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One checker, by what it says in an outcome."""

    name: str
    verdict: Callable[[Outcome], Verdict]


DRIVERS = Side(name="drivers", truth=lambda case: case.breaks_drivers, said=lambda verdict: verdict.drivers)
HOSTS = Side(name="hosts", truth=lambda case: case.breaks_hosts, said=lambda verdict: verdict.hosts)
SIDES = (DRIVERS, HOSTS)
VIRTAPI = Tool(name="virtapi", verdict=lambda outcome: outcome.ours)
GRIFFE = Tool(name="griffe", verdict=lambda outcome: outcome.griffe)
TOOLS = (VIRTAPI, GRIFFE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """For one audience and one checker: what breaks, what of it was found, and what was told falsely."""

    broken: int
    found: int
    false: int

    @property
    def recall(self) -> float:
        """Which share of what breaks was found; all of nothing."""
        return self.found / self.broken if self.broken else 1.0

    @property
    def precision(self) -> float:
        """Which share of what was told is true; all of nothing."""
        told = self.found + self.false
        return self.found / told if told else 1.0

    @classmethod
    def of(cls, outcomes: Iterable[Outcome], side: Side, tool: Tool) -> "Figures":
        """The figures of these outcomes."""
        judged = [(side.truth(outcome.case), side.said(tool.verdict(outcome))) for outcome in outcomes]
        return cls(
            broken=sum(truth for truth, _ in judged),
            found=sum(truth and said for truth, said in judged),
            false=sum(said and not truth for truth, said in judged),
        )


def counted(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes that figures are made of: those of cases that nobody contests."""
    return tuple(outcome for outcome in outcomes if not outcome.case.contested)


def contested(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """The others, which are listed instead."""
    return tuple(outcome for outcome in outcomes if outcome.case.contested)


def without_types(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """The counted outcomes of changes that can be seen without comparing types."""
    return tuple(outcome for outcome in counted(outcomes) if not outcome.case.needs_types)


def wrong(outcomes: Iterable[Outcome], side: Side, *, truth: bool) -> tuple[Outcome, ...]:
    """Our misses (`truth`) or our false alarms for one audience."""
    return tuple(
        outcome
        for outcome in counted(outcomes)
        if side.truth(outcome.case) is truth and side.said(outcome.ours) is not truth
    )


def alarms_on_harmless(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """The cases that break nobody, and of which we say that they break somebody."""
    return tuple(
        outcome
        for outcome in counted(outcomes)
        if outcome.case.harmless and (outcome.ours.drivers or outcome.ours.hosts)
    )


def missed(outcomes: Sequence[Outcome]) -> list[str]:
    """The targets that are missed, in words."""
    judged = counted(outcomes)
    told = [] if judged else ["there is no case to judge"]
    for side in SIDES:
        figures = Figures.of(judged, side, VIRTAPI)
        for name, share in (("recall", figures.recall), ("precision", figures.precision)):
            if share < DEMANDED:
                told.append(f"{name} for {side.name} {percent(share)}, at least {percent(DEMANDED)} demanded")
    told.extend(f"{outcome.case.id} breaks nobody and is told to" for outcome in alarms_on_harmless(outcomes))
    return told
