"""Two drivers of Nova, released: what `virtapi driver` says of their overriding methods, beside what Python said.

`python -m tests.replay.replay` asks about every row of the record, prints the page and ends with 1 where a row is
missed or something is found that has no reason; `--write` also writes the page beside this file. It needs the shared
data and the package index; without them it says so in one line and ends with 0.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.measured import from_index, publish
from tests.replay.asking import Answer, Told, ask
from tests.replay.outside import REASONS
from tests.replay.page import page
from tests.replay.releases import RELEASED, Host, driver_files, host_of
from tests.replay.rows import Result, Row, read_rows
from tests.shared import ABSENT, SHARED

RECORD = SHARED / "nova" / "replay.jsonl"
PAGE = Path(__file__).parent / "README.md"

WANTED = {
    Result.BREAK: {Told.BREAKING},
    Result.BINDS: {Told.NOTHING, Told.WRONG},
    Result.DEAD: {Told.DEAD},
}
"""What the command may say of a row, with the host's calls: what binds breaks nothing, but may get the wrong object."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """A row, the releases that stand for it, and what the command says: with the host's calls, and by the declarations
    alone."""

    row: Row
    version: str
    host: str
    with_calls: Told
    alone: Told
    words: str

    @property
    def right(self) -> bool:
        """Whether the calls say what Python said."""
        return self.with_calls in WANTED[self.row.result]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """A finding of which the record has no row. `method` has its class; `reason` is None where nobody has read it."""

    driver: str
    version: str
    host: str
    method: str
    with_calls: Told
    alone: Told
    words: str
    reason: str | None


def replayed(row: Row) -> Replayed:
    """What the command says of a row. Raises `SourceError` where it could not look."""
    version = RELEASED[row.driver, row.ref]
    host = host_of(row.host, row.method)
    both = [_of_method(_asked(row.driver, version, host, calls=calls), row.method) for calls in (True, False)]
    return Replayed(
        row=row,
        version=version,
        host=host.label,
        with_calls=both[0].told if both[0] else Told.NOTHING,
        alone=both[1].told if both[1] else Told.NOTHING,
        words=both[0].words if both[0] else "",
    )


def outside(rows: Sequence[Row]) -> Iterator[Outside]:
    """What the command finds beside the rows, in the same meetings of a driver and a host."""
    for meeting in dict.fromkeys(row.meeting for row in rows):
        driver, ref, release = meeting
        version, host = RELEASED[driver, ref], host_of(release, "")
        told = {row.method for row in rows if row.meeting == meeting}
        both = [_asked(driver, version, host, calls=calls) for calls in (True, False)]
        for path in dict.fromkeys(answer.path for answers in both for answer in answers):
            with_calls, alone = (next((a for a in answers if a.path == path), None) for answers in both)
            name = ".".join(path.split(".")[-2:])
            first = path.rpartition(".")[2] not in told or (driver, version, host.label, name) in REASONS
            if first:
                yield Outside(
                    driver=driver,
                    version=version,
                    host=host.label,
                    method=name,
                    with_calls=with_calls.told if with_calls else Told.NOTHING,
                    alone=alone.told if alone else Told.NOTHING,
                    words=(with_calls or alone or _NOTHING).words,
                    reason=REASONS.get((driver, version, host.label, name)),
                )


_NOTHING = Answer(path="", told=Told.NOTHING, words="")


def _asked(driver: str, version: str, host: Host, *, calls: bool) -> tuple[Answer, ...]:
    return ask(driver_files(driver, version), host, calls=calls)


def _of_method(answers: Iterable[Answer], method: str) -> Answer | None:
    """The worst that is said of a method, in whichever class."""
    found = [answer for answer in answers if answer.method == method]
    return min(found, key=lambda answer: list(Told).index(answer.told), default=None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; the exit status."""
    parser = argparse.ArgumentParser(description="Hold two released drivers of Nova against what Nova calls.")
    parser.add_argument("--write", action="store_true", help=f"write the page to {PAGE.name} beside this file")
    options = parser.parse_args(arguments)
    if not RECORD.is_file():
        print(f"replay: skipped, {ABSENT}")
        return 0
    rows = read_rows(RECORD.read_text(encoding="utf-8").splitlines())
    return from_index("replay", lambda: tell([replayed(row) for row in rows], list(outside(rows)), write=options.write))


def tell(outcomes: Sequence[Replayed], beside: Sequence[Outside], *, write: bool) -> int:
    """Print the page and what is missed; the exit status."""
    stale = publish("replay", PAGE, page(outcomes, beside), write=write)
    missed = [
        f"{each.row.driver} {each.version}, {each.row.method}: {each.with_calls.value}"
        for each in outcomes
        if not each.right
    ]
    missed += [
        f"{each.driver} {each.version}, {each.method}: found, and nothing says why"
        for each in beside
        if each.reason is None
    ]
    for each in missed:
        print(f"replay: missed, {each}", file=sys.stderr)
    return 1 if missed or stale else 0


if __name__ == "__main__":
    sys.exit(main())
