"""Figures over outcomes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.history.matching import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many rows there are, how many of them count, are named, have their audience judged, and have it right."""

    rows: int
    counted: int
    named: int
    judged: int
    right: int

    @property
    def apart(self) -> int:
        """How many are named and have an audience that the record cannot judge."""
        return self.named - self.judged

    @classmethod
    def of(cls, outcomes: Sequence[Outcome]) -> "Figures":
        """The figures of these outcomes."""
        return cls(
            rows=len(outcomes),
            counted=sum(outcome.counts for outcome in outcomes),
            named=sum(outcome.named for outcome in outcomes),
            judged=sum(outcome.judged for outcome in outcomes),
            right=sum(outcome.right for outcome in outcomes),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to count: which rows, and which shares (of 1) are demanded of them."""

    title: str
    takes: Callable[[Outcome], bool]
    named: float
    right: float

    def of(self, outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
        """The outcomes that this form counts."""
        return tuple(outcome for outcome in outcomes if self.takes(outcome))

    def missed(self, outcomes: Iterable[Outcome]) -> list[str]:
        """The targets that are missed, in words."""
        figures = Figures.of(self.of(outcomes))
        shares = (
            ("named", figures.named, figures.counted, self.named),
            ("with the right audience", figures.right, figures.judged, self.right),
        )
        return [
            f"{self.title}: {part} of {whole} {what}, at least {percent(target)} demanded"
            for what, part, whole, target in shares
            if part < target * whole or not whole
        ]


FIRST = Form(
    title="Methods, parameters, defaults and capability flags",
    takes=lambda outcome: outcome.row.first_form,
    named=0.90,
    right=0.90,
)
WIDE = Form(title="All kinds of change", takes=lambda _: True, named=0.95, right=0.92)


def by_kind(outcomes: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """The outcomes by kind of change, the kinds in alphabetical order."""
    kinds: dict[str, list[Outcome]] = {}
    for outcome in sorted(outcomes, key=lambda outcome: outcome.row.kind):
        kinds.setdefault(outcome.row.kind, []).append(outcome)
    return kinds


def percent(share: float) -> str:
    """A share of 1 as people read it; only what is whole is 100 %."""
    return f"{int(share * 1000) / 10:g} %"
