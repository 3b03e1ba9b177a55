"""The page: figures as tables, and what is missed, told falsely or contested as lists."""

from collections.abc import Iterable, Sequence

from tests.corpus.figures import (
    DEMANDED,
    SIDES,
    TOOLS,
    Figures,
    Outcome,
    Side,
    alarms_on_harmless,
    contested,
    counted,
    without_types,
    wrong,
)
from tests.history.figures import percent
from tests.history.page import table

_INTRODUCTION = """\
# Changes with known truth

Written by `nox -s corpus -- --write`; not edited by hand.

Each case is a pair of a small typed package with one change, of which it is known whether it breaks the drivers that
implement the interface and the hosts that call it. The truth was established by programs that type-check and run with
the old version and fail with the new one. A side counts as broken where some finding is *breaking* for it. Beside it
stands griffe's own `find_breaking_changes`, which does not tell the two apart: what it reports counts for both.

Contested cases are in no figure; they are listed at the end with our verdict."""


def page(outcomes: Sequence[Outcome]) -> str:
    """The whole page, as Markdown."""
    plain = without_types(outcomes)
    return "\n\n".join([
        _INTRODUCTION,
        "## In all",
        f"Over all cases, at least {percent(DEMANDED)} is demanded.",
        _in_all((("without types", plain), ("all", counted(outcomes)))),
        "## By category: cases that need no types",
        _categories(plain),
        "## By category: all cases",
        _categories(counted(outcomes)),
        "## Missed",
        _listed(_wrong(outcomes, truth=True)),
        "## Told falsely",
        _listed(_wrong(outcomes, truth=False)),
        "## Breaking findings on cases that break nobody",
        _listed(_entry(outcome) for outcome in alarms_on_harmless(outcomes)),
        "## Contested",
        _listed(_contested(outcome) for outcome in contested(outcomes)),
    ]) + "\n"  # fmt: skip


def _in_all(parts: Iterable[tuple[str, Sequence[Outcome]]]) -> str:
    rows = []
    for name, outcomes in parts:
        for side in SIDES:
            for tool in TOOLS:
                figures = Figures.of(outcomes, side, tool)
                rows.append((
                    f"{name} ({len(outcomes)})", side.name, tool.name, figures.broken, figures.found, figures.false,
                    percent(figures.recall), percent(figures.precision),
                ))  # fmt: skip
    return table(("cases", "breaks", "checker", "broken", "found", "false alarms", "recall", "precision"), rows)


def _categories(outcomes: Sequence[Outcome]) -> str:
    categories: dict[str, list[Outcome]] = {}
    for outcome in sorted(outcomes, key=lambda outcome: outcome.case.category):
        categories.setdefault(outcome.case.category, []).append(outcome)
    head = ["category", "cases"]
    for side in SIDES:
        head += [f"breaks {side.name}", *(f"{tool.name} found, false" for tool in TOOLS)]
    rows = [_row(name, each) for name, each in [*categories.items(), ("in all", list(outcomes))]]
    return table(head, rows)


def _row(name: str, outcomes: Sequence[Outcome]) -> Sequence[object]:
    cells: list[object] = [name, len(outcomes)]
    for side in SIDES:
        figures = [Figures.of(outcomes, side, tool) for tool in TOOLS]
        cells += [figures[0].broken, *(f"{each.found}, {each.false}" for each in figures)]
    return cells


def _wrong(outcomes: Sequence[Outcome], *, truth: bool) -> Iterable[str]:
    for side in SIDES:
        for outcome in wrong(outcomes, side, truth=truth):
            need = " (needs types)" if outcome.case.needs_types else ""
            yield f"{side.name}{need}, {_entry(outcome)}"


def _entry(outcome: Outcome) -> str:
    return f"`{outcome.case.id}`: {outcome.case.description}. We say: {_told(outcome)}"


def _contested(outcome: Outcome) -> str:
    ours = _names(side for side in SIDES if side.said(outcome.ours))
    theirs = _names(side for side in SIDES if side.truth(outcome.case))
    agreed = "as recorded" if ours == theirs else f"recorded: {theirs}"
    return (
        f"`{outcome.case.id}`: {outcome.case.description}. Contested: {outcome.case.contested}. "
        f"We say that it breaks {ours} ({agreed}): {_told(outcome)}"
    )


def _names(sides: Iterable[Side]) -> str:
    return " and ".join(side.name for side in sides) or "nobody"


def _told(outcome: Outcome) -> str:
    return "; ".join(outcome.ours.told) or "no finding"


def _listed(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items) or "Nothing."
