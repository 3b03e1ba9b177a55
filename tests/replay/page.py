"""The page of the replay, as Markdown. The same input gives the same text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tests.history.page import table
from tests.replay.asking import Told
from tests.replay.rows import Result

if TYPE_CHECKING:
    from tests.replay.replay import Outside, Replayed

_INTRODUCTION = """\
# Two drivers that lived outside Nova's tree, replayed

Written by `nox -s replay -- --write`; not edited by hand.

For released versions of compute-hyperv and nova-lxd a record says which of their overriding methods took the calls of
Nova and which did not, in Python's words. Here `virtapi driver --interface nova --against R --host R` says it: *with
calls*, from the sources alone. By the *declarations alone*, without `--host`, it can only say what may break.

The record was made from branches and tags. Where the package index does not have the release of Nova, the nearest
patch stands for it; where that is another one in just what a row is about, or where there is none, a small host of
our own (`data/`) has what the row speaks of. The drivers are the releases that the index has."""


def page(outcomes: "Sequence[Replayed]", beside: "Sequence[Outside]") -> str:
    """The whole page."""
    parts = [
        _INTRODUCTION,
        "## In all",
        _in_all(outcomes),
        "## Missed",
        _listed(_place(each) for each in outcomes if not each.right),
        "## Binds, and gets the wrong object",
        _listed(f"{_place(each)}: {each.words}" for each in outcomes if each.with_calls is Told.WRONG),
        "## Where the declarations alone are wrong",
        _listed(
            f"{_place(each)}: {each.alone.value}, and the record has it bind" for each in outcomes if _misled(each)
        ),
        "## Outside the record",
        _outside(beside),
        "## Every row",
        _rows(outcomes),
    ]
    return "\n\n".join(parts) + "\n"


def _in_all(outcomes: "Sequence[Replayed]") -> str:
    rows = []
    for result in Result:
        of = [each for each in outcomes if each.row.result is result]
        with_calls, alone = _counted(each.with_calls for each in of), _counted(each.alone for each in of)
        rows.append((result.value, len(of), sum(each.right for each in of), with_calls, alone))
    return table(("record", "rows", "right", "with calls", "by the declarations alone"), rows)


def _counted(told: Iterable[Told]) -> str:
    """As in: breaking 26, nothing 3."""
    counts = Counter(told)
    return ", ".join(
        f"{'nothing' if each is Told.NOTHING else each.value} {counts[each]}" for each in Told if counts[each]
    )


def _misled(each: "Replayed") -> bool:
    return each.row.result is Result.BINDS and each.alone is not Told.NOTHING


def _outside(beside: "Sequence[Outside]") -> str:
    return _listed(
        f"{each.driver} {each.version} with {each.host}: `{each.method}`: {each.with_calls.value} with calls, "
        f"{each.alone.value} by the declarations alone. {_capital(each.reason or 'nothing says why')}"
        for each in beside
    )


def _rows(outcomes: "Sequence[Replayed]") -> str:
    rows = [
        (
            each.row.driver, each.row.ref.removeprefix("origin/"), each.version, each.row.host, each.host,
            f"`{each.row.method}`", each.row.result.value, each.with_calls.value, each.alone.value,
        )
        for each in outcomes
    ]  # fmt: skip
    head = ("driver", "recorded at", "release", "Nova recorded", "Nova", "method", "record", "with calls", "alone")
    return table(head, rows)


def _place(each: "Replayed") -> str:
    return f"{each.row.driver} {each.version} with {each.host}: `{each.row.method}`"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:] + ("" if sentence.endswith(".") else ".")


def _listed(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items) or "- nothing"
