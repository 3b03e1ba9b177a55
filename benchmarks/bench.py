"""What `virtapi check` and `virtapi diff` cost, in one run beside `griffe check` on the same two versions, and
`virtapi driver` beside `mypy` on the same driver and release.

`python -m benchmarks.bench` prints the page; `--write` writes it beside this file; `--quick` leaves out griffe's check
of Nova, which takes most of a minute. `--drivers` measures `virtapi driver` alone.
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

from benchmarks import driving
from benchmarks.driving import Paired
from benchmarks.edits import edit
from benchmarks.measuring import Cost, cost
from benchmarks.repositories import OLD, ROOT, STUBS, interface_repository, package_repository
from virtapi_analyzer.model.errors import SourceError
from virtapi_analyzer.policy.configuration import load

PAGE = Path(__file__).parent / "README.md"
NOVAS = ("33.0.0", "34.0.0")

VIRTAPI = (sys.executable, "-m", "virtapi_analyzer")
GRIFFE = (str(Path(sys.executable).with_name("griffe")), "check")

SAME, EITHER = (0,), (0, 1)

_INTRODUCTION = """\
# What a check costs

Written by `nox -s bench -- --write`; not edited by hand. The figures are of one machine, which others use too:
{machine}.

Each command is a process of its own, from its start to its end. `griffe check` compares the same two versions, the old
one from git. Where an interface is a few modules of a large package, `virtapi` reads these and what they reach;
`griffe check` has no way to be told so, and reads the package."""

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
    parser.add_argument("--quick", action="store_true", help="leave out griffe's check of Nova")
    parser.add_argument("--runs", type=int, default=7, metavar="N", help="runs of each command (default: 7)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="virtapi-bench-") as folder:
        paired = list(driving.measure(Path(folder), runs=options.runs))
    if options.drivers:
        sys.stdout.write(_table(driving.table(paired)))
        return 0
    text = page(list(measure(runs=options.runs, quick=options.quick)), paired)
    sys.stdout.write(text)
    if options.write:
        PAGE.write_text(text, encoding="utf-8")
    return 0


def measure(*, runs: int, quick: bool) -> Iterator[Measured]:
    """Every measurement, in the order of the page. Raises `RuntimeError` where a command ends as it should not."""
    with tempfile.TemporaryDirectory(prefix="virtapi-bench-") as folder:
        yield from _interface(Path(folder), runs)
    with tempfile.TemporaryDirectory(prefix="virtapi-bench-") as folder:
        try:
            package_repository(Path(folder), "nova", *(f"pypi:nova=={release}" for release in NOVAS))
        except SourceError as error:
            sys.stderr.write(f"bench: without Nova, {error}\n")
            return
        yield from _nova(Path(folder), runs, quick=quick)


def _interface(folder: Path, runs: int) -> Iterator[Measured]:
    interface_repository(folder)
    configuration = load(folder)
    release = configuration.interface("virtapi").release if configuration is not None else None
    cost((*VIRTAPI, "release", str(release)), folder=folder, runs=1, ends_with=SAME)
    griffe = (*GRIFFE, "virtapi", "--search", str(STUBS), "--against", OLD)
    for what, ends_with in (("nothing changed", SAME), ("20 changes", EITHER)):
        if ends_with is EITHER:
            edit(folder / STUBS / "virtapi")
        yield _measured(what, "virtapi check", (*VIRTAPI, "check"), folder, runs, ends_with)
        yield _measured(what, "griffe check", griffe, folder, runs, ends_with)


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


def page(measured: Sequence[Measured], paired: Sequence[Paired] = ()) -> str:
    """The whole page, as Markdown."""
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    tools = f"griffe {version('griffelib')}, mypy {version('mypy')}"
    introduction = _INTRODUCTION.format(machine=f"{machine}, {tools}")
    head = ("what", "command", "runs", "quickest", "median", "peak memory")
    lines = [head, ["---"] * 2 + ["---:"] * 4, *map(_cells, measured)]
    return f"{introduction}\n\n{_table(lines)}\n{_OF_DRIVERS}\n\n{_table(driving.table(paired))}"


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
