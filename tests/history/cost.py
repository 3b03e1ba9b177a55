"""What `virtapi diff` costs as a process of its own."""

import sys
from dataclasses import dataclass

from benchmarks import measuring
from tests.history.releases import source
from tests.shared import REPOSITORY

SECONDS = 3.0
MEGABYTES = 200


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
    measured = measuring.cost(command, folder=REPOSITORY, runs=runs, ends_with=(0, 1))
    return Cost(old=old, new=new, seconds=measured.least, megabytes=measured.megabytes)
