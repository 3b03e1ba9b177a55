"""Every recorded change of Nova's driver interface: is it found, and is the audience right?

`python tests/history/history.py` compares the releases, prints the page and ends with 1 where a target is missed;
`--write` also writes the page beside this file. It needs the shared data and the package index; without them it says
so in one line and ends with 0.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.history.cost import cost
from tests.history.page import COSTS, Everything, Major, page
from tests.history.releases import MAJORS, UNCHANGED, compared
from tests.history.replay import Replayed, replay
from tests.history.rows import Row, read_rows
from tests.measured import from_index, publish
from tests.shared import ABSENT, SHARED

RECORD = SHARED / "nova" / "changes.jsonl"
PAGE = Path(__file__).parent / "README.md"
MEASURED = (("20.0.0", "21.0.0"), ("33.0.0", "34.0.0"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; the exit status."""
    parser = argparse.ArgumentParser(description="Hold the record of Nova's driver interface against the findings.")
    parser.add_argument("--write", action="store_true", help=f"write the page to {PAGE.name} beside this file")
    options = parser.parse_args(arguments)
    if not RECORD.is_file():
        print(f"history: skipped, {ABSENT}")
        return 0
    rows = read_rows(RECORD.read_text(encoding="utf-8").splitlines())
    return from_index("history", lambda: tell(gather(rows), write=options.write))


def gather(rows: Iterable[Row]) -> Everything:
    """Make every comparison. Raises what `virtapi_analyzer.diff` raises."""
    return Everything(
        replayed=tuple(replayed(rows)),
        majors=tuple(major(old, new) for old, new in pairwise(MAJORS)),
        unchanged={release: len(compared(release, release).findings) for release in UNCHANGED},
        costs=tuple(cost(old, new) for old, new in MEASURED),
    )


def replayed(rows: Iterable[Row]) -> Iterable[Replayed]:
    """The record, pair by pair in its own order."""
    pairs: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        pairs.setdefault(row.pair, []).append(row)
    for recorded, each in pairs.items():
        yield replay(recorded, each)


def major(old: str, new: str) -> Major:
    """The way from one release to the next, in numbers."""
    report = compared(old, new)
    return Major(old=old, new=new, findings=len(report.findings), summary=report.summary)


def tell(everything: Everything, *, write: bool) -> int:
    """Print the page and what is missed; the exit status."""
    publish("history", PAGE, page(everything), write=write, compared=without_costs)
    for missed in everything.missed:
        print(f"history: missed, {missed}", file=sys.stderr)
    return 1 if everything.missed else 0


def without_costs(text: str) -> str:
    """The page up to what differs from machine to machine."""
    return text.partition(COSTS)[0]


if __name__ == "__main__":
    sys.exit(main())
