"""What `virtapi check` and `virtapi diff` cost, in one run beside `griffe check` on the same two versions, and
`virtapi driver` beside `mypy` on the same driver and release.

`python -m benchmarks.bench` prints the page; `--write` writes it beside this file; `--quick` leaves out griffe's check
of Nova, which takes most of a minute. `--checks` and `--drivers` measure `virtapi check` or `virtapi driver` alone.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks import checking, driving
from benchmarks.checking import GRIFFE, VIRTAPI, Checked
from benchmarks.driving import Paired
from benchmarks.measuring import Cost, cost
from benchmarks.repositories import OLD, ROOT, package_repository
from virtapi_analyzer.model.errors import SourceError

PAGE = Path(__file__).parent / "README.md"
NOVAS = ("33.0.0", "34.0.0")

EITHER = (0, 1)

_INTRODUCTION = """\
# What a check costs

Written by `nox -s bench -- --write`; not edited by hand. The figures are of one machine, which others use too:
{machine}.

Each command is a process of its own, from its start to its end. `griffe check` compares the same two versions, the old
one from git.

## The check of the interface

`virtapi check` beside `griffe check` on the whole interface `virtapi`, by turns: the least of the runs of each, and how
many times as long ours took, by the quickest run of each, by the one in the middle, and by the time that processors
worked. On a machine that others use too, the last deceives least. `bound` is what it may be; `memory` the most that
ours had in use. Every run has other changes, so that no answer is known.

- *nothing changed*: the last answer is given again, without reading what the interface says.
- *20 changes*: parameters, methods and fields that came, went or were renamed, none of whose types differ.
- *20 changes of types*: mypy is asked; `griffe` does not compare types. The release was read before, and mypy has kept
  what it knows of the standard library.
- *nothing kept*: as on the first day."""

_OF_PACKAGES = """\
## A few modules of a large package

`virtapi` reads the modules that the configuration names, and what they reach; `griffe check` has no way to be told so,
and reads the package."""

_OF_DRIVERS = """\
## The check of a driver

`virtapi driver` beside plain `mypy` on the same driver and the same release, each a whole process, by turns: the least
of the runs of each, and how many times as long ours took, by the quickest run of each, by the one in the middle, and by
the time that processors worked. On a machine that others use too, the last deceives least. `bound` is what it may be.

- *cold*: neither tool has kept anything. Reading the release goes on beside the type checker, on another processor.
- *warm*: both have kept what they keep of the standard library, the release and the driver; then a module is edited,
  or only our answers are deleted. Where an edit moves no line that is told of, what was judged before is known again;
  *judgements dropped* deletes that too.
- *answered*: nothing changed, and the answer of the last run is given again.
- *three releases* are three copies of the newest one, until there are further ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One line of the table."""

    what: str
    command: str
    cost: Cost


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; the exit status."""
    parser = argparse.ArgumentParser(description="Measure virtapi beside griffe.")
    parser.add_argument("--write", action="store_true", help=f"write the page to {PAGE.name} beside this file")
    parser.add_argument("--drivers", action="store_true", help="measure `virtapi driver` alone, and write no page")
    parser.add_argument("--checks", action="store_true", help="measure `virtapi check` alone, and write no page")
    parser.add_argument("--quick", action="store_true", help="leave out griffe's check of Nova")
    parser.add_argument("--runs", type=int, default=7, metavar="N", help="runs of each command (default: 7)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="virtapi-bench-") as folder:
        checked = [] if options.drivers else list(checking.measure(Path(folder), runs=options.runs))
    if options.checks:
        sys.stdout.write(_table(checking.table(checked)))
        return 0
    with tempfile.TemporaryDirectory(prefix="virtapi-bench-") as folder:
        paired = list(driving.measure(Path(folder), runs=options.runs))
    if options.drivers:
        sys.stdout.write(_table(driving.table(paired)))
        return 0
    text = page(list(measure(runs=options.runs, quick=options.quick)), paired, checked)
    sys.stdout.write(text)
    if options.write:
        PAGE.write_text(text, encoding="utf-8")
    return 0


def measure(*, runs: int, quick: bool) -> Iterator[Measured]:
    """Every measurement, in the order of the page. Raises `RuntimeError` where a command ends as it should not."""
    with tempfile.TemporaryDirectory(prefix="virtapi-bench-") as folder:
        try:
            package_repository(Path(folder), "nova", *(f"pypi:nova=={release}" for release in NOVAS))
        except SourceError as error:
            sys.stderr.write(f"bench: without Nova, {error}\n")
            return
        yield from _nova(Path(folder), runs, quick=quick)


def _nova(folder: Path, runs: int, *, quick: bool) -> Iterator[Measured]:
    what = f"nova {' → '.join(NOVAS)}"
    diff = (*VIRTAPI, "diff", *(f"pypi:nova=={release}" for release in NOVAS), "--interface", "nova")
    yield _measured(what, "virtapi diff", diff, ROOT, runs, EITHER)
    if not quick:
        yield _measured(what, "griffe check", (*GRIFFE, "nova", "--against", OLD), folder, 1, EITHER)


def _measured(
    what: str, name: str, command: Sequence[str], folder: Path, runs: int, ends_with: Collection[int]
) -> Measured:
    return Measured(what=what, command=name, cost=cost(command, folder=folder, runs=runs, ends_with=ends_with))


def page(measured: Sequence[Measured], paired: Sequence[Paired] = (), checked: Sequence[Checked] = ()) -> str:
    """The whole page, as Markdown."""
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    tools = f"griffe {version('griffelib')}, mypy {version('mypy')}"
    introduction = _INTRODUCTION.format(machine=f"{machine}, {tools}")
    head = ("what", "command", "runs", "quickest", "median", "peak memory")
    lines = [head, ["---"] * 2 + ["---:"] * 4, *map(_cells, measured)]
    tables = (
        (introduction, checking.table(checked)),
        (_OF_PACKAGES, lines),
        (_OF_DRIVERS, driving.table(paired)),
    )
    return "\n".join(f"{text}\n\n{_table(rows)}" for text, rows in tables)


def _table(lines: Iterable[Iterable[str]]) -> str:
    return "".join(f"{_line(cells)}\n" for cells in lines)


def _cells(measured: Measured) -> tuple[str, ...]:
    used = measured.cost
    figures = (f"{used.least:.2f} s", f"{used.median:.2f} s", f"{used.megabytes:.0f} MB")
    return measured.what, f"`{measured.command}`", str(len(used.seconds)), *figures


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
