"""What `virtapi driver` costs, in one run beside plain `mypy` on the same driver and release.

Both are processes of their own, one after the other each time, so that what else the machine does falls on both. `mypy`
has the release on its path, no configuration, and its cache.
"""

import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import Cost, compiled, cost, one_after_another, together
from benchmarks.repositories import ROOT
from virtapi_analyzer.interface import baselines

RELEASE = "2026.1"
THREE = (RELEASE, "2026.2", "2026.3")
"""The release, and the names of copies of it, which serve until there are further ones."""
DRIVERS = {"reference driver": "reference_driver/virtapi_libvirt", "memory driver": "tests/memory_driver"}
"""The typed drivers of this repository."""

_JUDGED = (0, 2)  # without libvirt installed, not all of its driver can be judged
_SAID = (0, 1)  # mypy speaks of libraries without types, too


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """What a check cost, what mypy did, and how many times as long the check may take."""

    driver: str
    what: str
    ours: Cost
    theirs: Cost
    bound: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A driver, a project with one release, one with three, and the caches of both tools, in one folder."""

    name: str
    folder: Path
    driver: Path
    runs: int


def measure(folder: Path, *, runs: int) -> Iterator[Paired]:
    """Every measurement, of each driver, in an empty folder."""
    for name, path in DRIVERS.items():
        yield from _measure(_bench(folder / name.replace(" ", "-"), name, path, runs))


def _bench(folder: Path, name: str, path: str, runs: int) -> Bench:
    driver = folder / "repository" / path
    ignored = shutil.ignore_patterns("__pycache__", "test_*.py", "conftest.py")
    shutil.copytree(ROOT / path, driver, ignore=ignored)
    if path.startswith("tests/"):  # its modules call each other by that name
        for above in (driver, driver.parent):
            (above / "__init__.py").touch()
    (folder / "empty").mkdir()
    for project in ("one", "three"):
        (folder / project).mkdir()
        (folder / project / "pyproject.toml").write_text(
            '[tool.virtapi.interfaces.virtapi]\npackage = "virtapi"\nbaselines = "baselines"\n'
        )
    tree = baselines.baseline_tree(ROOT / "baselines" / RELEASE, "virtapi")
    files = {file: tree.read(file) for file in tree.files}
    for release in THREE:
        # What is kept by its contents must not be shared between them.
        contents = {**files, "virtapi/units.pyi": files["virtapi/units.pyi"] + f"# {release}\n".encode()}
        baselines.write(folder / "three" / "baselines", release, "virtapi", contents, None)
    baselines.write(folder / "one" / "baselines", RELEASE, "virtapi", files, None)
    return Bench(name=name, folder=folder, driver=driver, runs=runs)


def _measure(bench: Bench) -> Iterator[Paired]:
    yield _paired(bench, "cold", before=_forget_everything)
    _settle(bench)
    yield _paired(bench, "warm, a comment appended to a module", before=_append)
    yield _paired(bench, "warm, a line put before all others of a module", before=_prepend)
    _settle(bench)
    yield _paired(bench, "warm, nothing changed, answers dropped", before=_forget_answers)
    yield _paired(bench, "warm, nothing changed, answers and judgements dropped", before=_forget_judgements)
    _settle(bench)
    yield _paired(bench, "answered", bound=0.5)
    _settle(bench, three=True)
    yield _paired(
        bench,
        "three releases, answers and judgements dropped, beside three runs",
        three=True,
        before=_forget_judgements,
        times=3,
    )
    _settle(bench, three=True)
    yield _paired(bench, "three releases, answered, beside one run", three=True, bound=0.5)


def _paired(
    bench: Bench,
    what: str,
    *,
    three: bool = False,
    bound: float = 1.3,
    times: int = 1,
    before: Callable[[Bench], None] = lambda _: None,
) -> Paired:
    ours, theirs = [], []
    for _ in range(bench.runs):
        before(bench)
        theirs.append(one_after_another([_theirs(bench) for _ in range(times)]))
        ours.append(_ours(bench, three=three))
    return Paired(driver=bench.name, what=what, ours=together(ours), theirs=together(theirs), bound=bound)


def _ours(bench: Bench, *, three: bool = False) -> Cost:
    project = bench.folder / ("three" if three else "one")
    command = (sys.executable, "-m", "virtapi_analyzer", "driver", str(bench.driver))
    more = compiled(bench.folder) | {"VIRTAPI_CACHE": str(bench.folder / "ours")}
    return cost(command, folder=project, runs=1, ends_with=_JUDGED, more=more)


def _theirs(bench: Bench) -> Cost:
    cache = str(bench.folder / "theirs")
    command = (sys.executable, "-m", "mypy", "--config-file=", "--cache-dir", cache, str(bench.driver))
    release = str(bench.folder / "one" / "baselines" / RELEASE)
    more = compiled(bench.folder) | {"MYPYPATH": release, "PYTHONPATH": ""}
    return cost(command, folder=bench.folder / "empty", runs=1, ends_with=_SAID, more=more)


def _settle(bench: Bench, *, three: bool = False) -> None:
    """Let both learn all that they keep. Times of files are trusted only once everything lay still for a while."""
    _ours(bench, three=three)
    time.sleep(2.1)
    _ours(bench, three=three)
    _theirs(bench)


def _forget_everything(bench: Bench) -> None:
    for cache in ("ours", "theirs"):
        shutil.rmtree(bench.folder / cache, ignore_errors=True)


def _forget_answers(bench: Bench) -> None:
    for kind in ("answers", "unchanged"):
        shutil.rmtree(bench.folder / "ours" / "driver" / kind, ignore_errors=True)


def _forget_judgements(bench: Bench) -> None:
    _forget_answers(bench)
    shutil.rmtree(bench.folder / "ours" / "driver" / "judgements", ignore_errors=True)


def _append(bench: Bench) -> None:
    edited = bench.driver / "driver.py"
    edited.write_text(f"{edited.read_text()}# nothing\n")


def _prepend(bench: Bench) -> None:
    edited = bench.driver / "driver.py"
    edited.write_text(f"# nothing\n{edited.read_text()}")


def table(measured: Iterable[Paired]) -> Iterator[tuple[str, ...]]:
    """The lines of the table on the page, its head first."""
    yield ("driver", "what", "runs", "`virtapi driver`", "`mypy`", "quickest", "median", "processor", "bound")
    yield ("---", "---", *["---:"] * 7)
    for each in measured:
        ours, theirs = each.ours, each.theirs
        seconds = (f"{cost.least:.2f} s" for cost in (ours, theirs))
        pairs = ((ours.least, theirs.least), (ours.median, theirs.median), (min(ours.busy), min(theirs.busy)))
        ratios = (f"{mine / plain:.2f}" for mine, plain in pairs)
        yield (each.driver, each.what, str(len(ours.seconds)), *seconds, *ratios, f"{each.bound:g}")
