"""Time and memory of a command, as a whole process."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

# A process of its own starts and waits for what is measured: the kernel counts the memory of the one that starts it.
_MEASURE = """
import json, os, subprocess, sys, time
start = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(child.pid, 0)
busy = used.ru_utime + used.ru_stime
print(json.dumps([os.waitstatus_to_exitcode(status), time.perf_counter() - start, used.ru_maxrss, busy]))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """The seconds of each run, and the most memory that any of them had in use, in MB of 1000 kB.

    `busy` are the seconds that processors worked for each run: what else the machine does counts less in them.
    """

    seconds: tuple[float, ...]
    megabytes: float
    busy: tuple[float, ...] = ()

    @property
    def least(self) -> float:
        """The seconds of the quickest run: others may use the machine."""
        return min(self.seconds)

    @property
    def median(self) -> float:
        """The seconds of the run in the middle."""
        return statistics.median(self.seconds)


def cost(
    command: Sequence[str],
    *,
    folder: Path,
    runs: int,
    ends_with: Collection[int],
    more: Mapping[str, str] = MappingProxyType({}),
) -> Cost:
    """Run a command several times in a folder, with `more` in its environment.

    Raises `RuntimeError` where it ends with another status.
    """
    return together([_measured(command, folder, ends_with, more) for _ in range(runs)])


def compiled(folder: Path) -> dict[str, str]:
    """What has Python keep what it compiled, in a folder: as it does of what is installed, and editable installations
    and some machines do not."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def together(costs: Sequence[Cost]) -> Cost:
    """Several costs of the same as one."""
    return Cost(
        seconds=tuple(seconds for each in costs for seconds in each.seconds),
        megabytes=max(each.megabytes for each in costs),
        busy=tuple(busy for each in costs for busy in each.busy),
    )


def one_after_another(costs: Sequence[Cost]) -> Cost:
    """What one run of each costs, one after the other, as one run."""
    return Cost(
        seconds=(sum(each.seconds[0] for each in costs),),
        megabytes=max(each.megabytes for each in costs),
        busy=(sum(each.busy[0] for each in costs),),
    )


def _measured(command: Sequence[str], folder: Path, ends_with: Collection[int], more: Mapping[str, str]) -> Cost:
    run = subprocess.run(
        (sys.executable, "-c", _MEASURE, *command),
        cwd=folder,
        env={**os.environ, **more},
        check=True,
        capture_output=True,
        text=True,
    )
    status, seconds, kibibytes, busy = json.loads(run.stdout)
    if status not in ends_with:
        raise RuntimeError(f"{' '.join(command)} ended with {status}: {run.stderr.strip()}")
    return Cost(seconds=(seconds,), megabytes=kibibytes * 1.024 / 1000, busy=(busy,))
