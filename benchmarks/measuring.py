"""Time and memory of a command, as a whole process."""

import json
import statistics
import subprocess
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

# A process of its own starts and waits for what is measured: the kernel counts the memory of the one that starts it.
_MEASURE = """
import json, os, subprocess, sys, time
start = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(child.pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), time.perf_counter() - start, used.ru_maxrss]))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """The seconds of each run, and the most memory that any of them had in use, in MB of 1000 kB."""

    seconds: tuple[float, ...]
    megabytes: float

    @property
    def least(self) -> float:
        """The seconds of the quickest run: others may use the machine."""
        return min(self.seconds)

    @property
    def median(self) -> float:
        """The seconds of the run in the middle."""
        return statistics.median(self.seconds)


def cost(command: Sequence[str], *, folder: Path, runs: int, ends_with: Collection[int]) -> Cost:
    """Run a command several times in a folder. Raises `RuntimeError` where it ends with another status."""
    measured = [_measured(command, folder, ends_with) for _ in range(runs)]
    return Cost(
        seconds=tuple(seconds for seconds, _ in measured),
        megabytes=max(megabytes for _, megabytes in measured),
    )


def _measured(command: Sequence[str], folder: Path, ends_with: Collection[int]) -> tuple[float, float]:
    run = subprocess.run(
        (sys.executable, "-c", _MEASURE, *command), cwd=folder, check=True, capture_output=True, text=True
    )
    status, seconds, kibibytes = json.loads(run.stdout)
    if status not in ends_with:
        raise RuntimeError(f"{' '.join(command)} ended with {status}: {run.stderr.strip()}")
    return seconds, kibibytes * 1.024 / 1000
