"""What `virtapi diff` costs as a process of its own."""

import json
import subprocess
import sys
from dataclasses import dataclass

from tests.history.releases import source
from tests.shared import REPOSITORY

SECONDS = 3.0
MEGABYTES = 200

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
    """Seconds from start to end, and the most memory that was in use, in MB of 1000 kB."""

    old: str
    new: str
    seconds: float
    megabytes: float

    @property
    def missed(self) -> list[str]:
        """The targets that are missed, in words."""
        if self.seconds <= SECONDS and self.megabytes <= MEGABYTES:
            return []
        used = f"{self.seconds:.1f} s and {self.megabytes:.0f} MB"
        demanded = f"at most {SECONDS:.0f} s and {MEGABYTES} MB"
        return [f"virtapi diff {self.old} {self.new}: {used}, {demanded} demanded"]


def cost(old: str, new: str, *, runs: int = 3) -> Cost:
    """The quickest of several runs (others may use the machine), and the most memory of all of them.

    Both releases must be downloaded already. Raises `RuntimeError` where the command could not look.
    """
    command = (sys.executable, "-m", "virtapi_analyzer", "diff", source(old), source(new), "--interface", "nova")
    measured = [_measure(command) for _ in range(runs)]
    return Cost(
        old=old,
        new=new,
        seconds=min(seconds for seconds, _ in measured),
        megabytes=max(megabytes for _, megabytes in measured),
    )


def _measure(command: tuple[str, ...]) -> tuple[float, float]:
    run = subprocess.run(
        (sys.executable, "-c", _MEASURE, *command), cwd=REPOSITORY, check=True, capture_output=True, text=True
    )
    status, seconds, kibibytes = json.loads(run.stdout)
    if status not in (0, 1):
        raise RuntimeError(f"{' '.join(command[1:])} ended with {status}: {run.stderr.strip()}")
    return seconds, kibibytes * 1.024 / 1000
