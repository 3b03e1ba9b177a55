"""The page: all figures as tables. The same input gives the same text, whenever and wherever it is written."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.history.cost import MEGABYTES, SECONDS, Cost
from tests.history.disagreements import judged
from tests.history.figures import FIRST, WIDE, Figures, Form, by_kind, percent
from tests.history.matching import Outcome
from tests.history.practice import Practised
from tests.history.replay import Replayed
from virtapi_analyzer.model.finding import Finding
from virtapi_analyzer.model.report import Summary

AS_RECORDED = 0.95
"""The share (of 1) of rows of which the findings with `--host` must say what the record says."""

COSTS = "## What `virtapi diff` costs"

_INTRODUCTION = """\
# Nova's driver interface, replayed

Written by `nox -s history -- --write`; not edited by hand.

Each change that is recorded between major releases of Nova is held against what `virtapi diff` says of the same two
releases. A row is *named* where a finding names its symbol and, for a change of a signature, its parameter; a rename,
where one finding names both. Its *audience* is right where the findings that name it say *breaking* for drivers exactly
if the record says that it broke those who implement, and for hosts exactly if it broke those who call (the other way
round for what the host implements).

The record looks at what Nova itself called and what drivers used at that release; a comparison of two interfaces looks
at all that may be called and used. Where it says *breaking* and the record only shows that nobody was hit, the row is
*apart*, its audience does not count, and its reason is listed below."""


_PRACTICE = """\
What breaks those who implement, of every row that is named, none set apart: by the two interfaces alone, and with
`--host`, the calls of both releases of Nova itself and what stands around them. At least 95 % are demanded with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Major:
    """The way from one major release to the next, in numbers."""

    old: str
    new: str
    findings: int
    summary: Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """All that the page tells of. `unchanged` has for each release the findings against itself, which must be none."""

    replayed: tuple[Replayed, ...]
    majors: tuple[Major, ...]
    unchanged: dict[str, int]
    costs: tuple[Cost, ...]

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes of all rows."""
        return tuple(outcome for pair in self.replayed for outcome in pair.outcomes)

    @property
    def practised(self) -> tuple[Practised, ...]:
        """What the host's calls make of all rows."""
        return tuple(practised for pair in self.replayed for practised in pair.practised)

    @property
    def practised_by_release(self) -> tuple[tuple[str, Practised], ...]:
        """The same, each with the newer release."""
        return tuple((pair.new, practised) for pair in self.replayed for practised in pair.practised)

    @property
    def missed(self) -> list[str]:
        """Every target that is missed, in words."""
        differing = {(new, each.row.label) for new, each in self.practised_by_release if not each.right}
        right, known = sum(each.right for each in self.practised), judged()
        return [
            *(
                []
                if right >= AS_RECORDED * len(self.practised)
                else [
                    f"with --host {right} of {len(self.practised)} as recorded, at least {percent(AS_RECORDED)} demanded"
                ]
            ),
            *(f"{row} in {new}: nobody has judged who is right" for new, row in sorted(differing - known.keys())),
            *(f"{row} in {new}: judged, and no disagreement" for new, row in sorted(known.keys() - differing)),
            *(missed for form in (FIRST, WIDE) for missed in form.missed(self.outcomes)),
            *(f"{release} against itself: {n} findings, none demanded" for release, n in self.unchanged.items() if n),
            *(missed for cost in self.costs for missed in cost.missed),
        ]


def page(everything: Everything) -> str:
    """The whole page, as Markdown."""
    outcomes = everything.outcomes
    parts = [
        _INTRODUCTION,
        "## In all",
        _in_all(outcomes),
        "## By pair of releases",
        _pairs(everything.replayed),
        *(part for form in (FIRST, WIDE) for part in (f"## {form.title}", _kinds(form, outcomes))),
        "## Missed",
        _listed("nothing", *_missed(everything.replayed)),
        "## Apart: the audience is not judged",
        _listed("nothing", *_apart(everything.replayed)),
        "## Apart: not looked for",
        _unseen(everything.replayed),
        "## With the host's own calls",
        _PRACTICE,
        _practice(everything.practised),
        "Where they differ from the record:",
        _listed("nothing", *_practised(everything.replayed)),
        "Who is right, where `--host` differs from it, by the sources of Nova (`disagreements.toml`):",
        _listed("nothing", *_who_is_right(everything.practised_by_release)),
        "What only the hosts show, and no row records:",
        _listed("nothing", *_shown_by_hosts(everything.replayed)),
        "## Found and not recorded",
        _listed("nothing", *_unrecorded(everything.replayed)),
        "## Neighbouring major releases",
        _majors(everything.majors),
        "## A release against itself",
        f"Findings, of which there must be none: {', '.join(f'{r} {n}' for r, n in everything.unchanged.items())}.",
        COSTS,
        f"As a whole process, both releases downloaded; at most {SECONDS:.0f} s and {MEGABYTES} MB. Rounded up.",
        _costs(everything.costs),
    ]
    return "\n\n".join(parts) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table of Markdown, its columns aligned: to the right where they hold numbers."""
    cells = [[str(cell) for cell in row] for row in rows]
    numbers = [bool(cells) and all(_number(row[at]) for row in cells) for at in range(len(head))]
    widths = [max(len(row[at]) for row in (head, *cells)) for at in range(len(head))]

    def line(row: Sequence[str]) -> str:
        padded = (
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(row, widths, numbers, strict=True)
        )
        return f"| {' | '.join(padded)} |"

    rule = [("-" * (width - 1) + ":") if number else "-" * width for width, number in zip(widths, numbers, strict=True)]
    return "\n".join([line(head), line(rule), *map(line, cells)])


def _number(cell: str) -> bool:
    return cell[:1].isdigit() and "→" not in cell


def _in_all(outcomes: Sequence[Outcome]) -> str:
    rows = []
    for form in (FIRST, WIDE):
        figures = Figures.of(form.of(outcomes))
        rows.append((
            form.title, figures.rows, figures.counted,
            _share(figures.named, figures.counted), percent(form.named), figures.apart,
            _share(figures.right, figures.judged), percent(form.right),
        ))  # fmt: skip
    head = ("rows about", "rows", "looked for", "named", "demanded", "apart", "audience right", "demanded")
    return table(head, rows)


def _pairs(replayed: Sequence[Replayed]) -> str:
    rows = []
    for pair in replayed:
        figures = Figures.of(pair.outcomes)
        recorded = " → ".join(pair.recorded)
        compared = "the same" if (pair.old, pair.new) == pair.recorded else f"{pair.old} → {pair.new}"
        rows.append((recorded, compared, *_numbers(figures)))
    note = "Where the package index does not have a recorded release, the nearest that it has is compared."
    return f"{note}\n\n{table(('recorded', 'compared', *_NUMBERS), rows)}"


_NUMBERS = ("rows", "looked for", "named", "apart", "audience right")


def _numbers(figures: Figures) -> tuple[int, ...]:
    return figures.rows, figures.counted, figures.named, figures.apart, figures.right


def _kinds(form: Form, outcomes: Sequence[Outcome]) -> str:
    taken = form.of(outcomes)
    rows: list[Sequence[object]] = [(kind, *_numbers(Figures.of(each))) for kind, each in by_kind(taken).items()]
    return table(("kind", *_NUMBERS), [*rows, ("in all", *_numbers(Figures.of(taken)))])


def _missed(replayed: Sequence[Replayed]) -> Iterable[str]:
    for pair in replayed:
        for outcome in pair.outcomes:
            if outcome.counts and not outcome.named:
                yield f"{_place(pair, outcome)}: not found"
            elif outcome.judged and not outcome.right:
                yield f"{_place(pair, outcome)}: {outcome.misjudged}"


def _apart(replayed: Sequence[Replayed]) -> Iterable[str]:
    for pair in replayed:
        for outcome in pair.outcomes:
            if outcome.named and not outcome.judged:
                yield f"{_place(pair, outcome)}: {outcome.misjudged}. {_capital(outcome.apart or '')}"


def _unseen(replayed: Sequence[Replayed]) -> str:
    reasons: dict[str, list[str]] = {}
    for pair in replayed:
        for outcome in pair.outcomes:
            if outcome.unseen is not None:
                told = " (told all the same)" if outcome.findings else ""
                reasons.setdefault(outcome.unseen, []).append(f"{_place(pair, outcome)}{told}")
    return "\n\n".join(f"{_capital(reason)}:\n\n{_listed('', *places)}" for reason, places in sorted(reasons.items()))


def _practice(judged: Sequence[Practised]) -> str:
    rows = [
        ("the interfaces alone", _share(sum(each.right_alone for each in judged), len(judged))),
        ("with `--host`", _share(sum(each.right for each in judged), len(judged))),
    ]
    return table(("judged by", "as recorded"), rows)


def _practised(replayed: Sequence[Replayed]) -> Iterable[str]:
    for pair in replayed:
        for each in pair.practised:
            if not (each.right and each.right_alone):
                recorded = f"breaking there ({each.row.failure})" if each.row.breaks_implementer else "unharmed there"
                mended = " (as recorded)" if each.right else ""
                yield (
                    f"{pair.old} → {pair.new}, {each.row.kind}: `{each.row.label}`: {each.alone} alone, "
                    f"{each.practised} with `--host`{mended}, {recorded}"
                )


def _who_is_right(practised: Sequence[tuple[str, Practised]]) -> Iterable[str]:
    known = judged()
    for new, each in practised:
        if not each.right and (found := known.get((new, each.row.label))) is not None:
            yield f"{new}, `{each.row.label}`: {found.right}: {found.because}"


def _shown_by_hosts(replayed: Sequence[Replayed]) -> Iterable[str]:
    for pair in replayed:
        for finding in pair.by_hosts:
            yield f"{pair.old} → {pair.new}, {finding.rule}: `{finding.path}` ({_severities(finding)})"


def _unrecorded(replayed: Sequence[Replayed]) -> Iterable[str]:
    for pair in replayed:
        for finding in pair.unrecorded:
            yield f"{pair.old} → {pair.new}, {finding.rule}: `{finding.path}` ({_severities(finding)})"


def _majors(majors: Sequence[Major]) -> str:
    rows = [
        (m.old, m.new, m.findings, m.summary.breaking_drivers, m.summary.breaking_hosts, m.summary.potentially_breaking)
        for m in majors
    ]
    head = ("old", "new", "findings", "breaking for drivers", "breaking for hosts", "potentially breaking at most")
    return table(head, rows)


def _costs(costs: Sequence[Cost]) -> str:
    rows = [
        (c.old, c.new, f"{math.ceil(c.seconds * 2) / 2:.1f} s", f"{math.ceil(c.megabytes / 10) * 10} MB") for c in costs
    ]
    return table(("old", "new", "time", "peak memory"), rows)


def _severities(finding: Finding) -> str:
    return f"drivers {finding.driver}, hosts {finding.host}"


def _place(pair: Replayed, outcome: Outcome) -> str:
    return f"{pair.old} → {pair.new}, {outcome.row.kind}: `{outcome.row.label}`"


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}, {percent(part / whole)}" if whole else "none"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _listed(nothing: str, *items: str) -> str:
    return "\n".join(f"- {item}" for item in items or (nothing,))
