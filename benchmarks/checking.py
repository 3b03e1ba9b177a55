"""What `virtapi check` costs, in one run beside `griffe check` on the same two versions of the whole interface.

Both are processes of their own, one after the other each time, so that what else the machine does falls on both.
"""

import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.edits import edit, retype
from benchmarks.measuring import Cost, compiled, cost, together
from benchmarks.repositories import OLD, ROOT, STUBS, interface_repository
from virtapi_analyzer.policy.configuration import load

VIRTAPI = (sys.executable, "-m", "virtapi_analyzer")
GRIFFE = (str(Path(sys.executable).with_name("griffe")), "check")

_SAME, _EITHER = (0,), (0, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check cost, what griffe's did, and how much ours may: in times of griffe's, or in seconds."""

    what: str
    ours: Cost
    theirs: Cost
    times: float | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A repository with a release of the interface and a working tree, in a folder with the cache."""

    folder: Path
    runs: int

    @property
    def repository(self) -> Path:
        """Where the commands run."""
        return self.folder / "repository"

    @property
    def package(self) -> Path:
        """What is edited."""
        return self.repository / STUBS / "virtapi"

    @property
    def cache(self) -> Path:
        """Where ours keeps what it keeps."""
        return self.folder / "cache"


def measure(folder: Path, *, runs: int) -> Iterator[Checked]:
    """Every measurement, in an empty folder."""
    bench = Bench(folder=folder, runs=runs)
    bench.repository.mkdir()
    interface_repository(bench.repository)
    configuration = load(bench.repository)
    release = str(configuration.interface("virtapi").release if configuration is not None else None)
    # What it is released after: the tree tells of the releases before it.
    own = shutil.ignore_patterns(release, f"{release}.md")
    shutil.copytree(ROOT / "baselines", bench.repository / "baselines", ignore=own)
    _ours(bench, "release", release, ends_with=_SAME)
    shutil.copytree(bench.package, folder / "as it was")
    _ours(bench, "check", ends_with=_SAME)
    _theirs(bench)
    yield _beside(bench, "nothing changed", ends_with=_SAME, times=0.5)
    yield _beside(bench, "20 changes", before=lambda round_: _edited(bench, round_), times=1.5)
    yield _beside(bench, "20 changes of types", before=lambda round_: _retyped(bench, round_), times=1.5)
    yield _beside(
        bench, "20 changes of types, nothing kept", before=lambda round_: _forgotten(bench, round_), seconds=2
    )


def _beside(
    bench: Bench,
    what: str,
    *,
    before: Callable[[int], object] = lambda _: None,
    ends_with: Collection[int] = _EITHER,
    times: float | None = None,
    seconds: float | None = None,
) -> Checked:
    ours, theirs = [], []
    for round_ in range(bench.runs + 1):
        before(round_)
        ours.append(_ours(bench, "check", ends_with=ends_with))
        theirs.append(_theirs(bench))
    del ours[0], theirs[0]  # those learn what is kept
    return Checked(what=what, ours=together(ours), theirs=together(theirs), times=times, seconds=seconds)


def _ours(bench: Bench, *arguments: str, ends_with: Collection[int]) -> Cost:
    more = {**compiled(bench.folder), "VIRTAPI_CACHE": str(bench.cache)}
    return cost((*VIRTAPI, *arguments), folder=bench.repository, runs=1, ends_with=ends_with, more=more)


def _theirs(bench: Bench) -> Cost:
    command = (*GRIFFE, "virtapi", "--search", str(STUBS), "--against", OLD)
    return cost(command, folder=bench.repository, runs=1, ends_with=_EITHER, more=compiled(bench.folder))


def _edited(bench: Bench, round_: int) -> None:
    _restore(bench)
    edit(bench.package)
    edited = bench.package / "driver.pyi"
    edited.write_text(f"{edited.read_text()}# round {round_}\n")  # so that nobody knows the answer


def _retyped(bench: Bench, round_: int) -> None:
    _restore(bench)
    retype(bench.package, round_=round_)


def _forgotten(bench: Bench, round_: int) -> None:
    shutil.rmtree(bench.cache, ignore_errors=True)
    _retyped(bench, round_)


def _restore(bench: Bench) -> None:
    shutil.rmtree(bench.package)
    shutil.copytree(bench.folder / "as it was", bench.package)


def table(measured: Iterable[Checked]) -> Iterator[tuple[str, ...]]:
    """The lines of the table on the page, its head first."""
    yield ("what", "runs", "`virtapi check`", "`griffe check`", "quickest", "median", "processor", "bound", "memory")
    yield ("---", *["---:"] * 8)
    for each in measured:
        ours, theirs = each.ours, each.theirs
        seconds = (f"{cost.least:.2f} s" for cost in (ours, theirs))
        pairs = ((ours.least, theirs.least), (ours.median, theirs.median), (min(ours.busy), min(theirs.busy)))
        ratios = (f"{mine / griffes:.2f}" for mine, griffes in pairs)
        bound = f"{each.times:g}" if each.times is not None else f"{each.seconds:g} s"
        yield (each.what, str(len(ours.seconds)), *seconds, *ratios, bound, f"{ours.megabytes:.0f} MB")
