"""Whether a guest runs."""

from dataclasses import dataclass
from enum import Enum

__all__ = ["InstanceInfo", "PowerState", "PowerTarget", "RebootKind"]

class PowerState(Enum):
    """What a guest does at the moment."""

    RUNNING = "running"
    """It runs, or it is about to."""
    PAUSED = "paused"
    """Its processors stand still, its memory is kept. A guest that sleeps by its own wish, in RAM (S3), counts as
    paused."""
    SHUT_DOWN = "shut-down"
    """It does not run, and its memory is gone."""
    SUSPENDED = "suspended"
    """It does not run, and its memory is on disk."""
    CRASHED = "crashed"
    """It has failed and does not run."""
    UNKNOWN = "unknown"
    """The hypervisor cannot tell at the moment."""

class PowerTarget(Enum):
    """What somebody has made of a guest's power from outside."""

    ON = "on"
    """It was switched on."""
    OFF = "off"
    """It was switched off."""

class RebootKind(Enum):
    """How a guest is rebooted."""

    SOFT = "soft"
    """The guest is asked; where it does not follow in time, the driver reboots it hard."""
    HARD = "hard"
    """The guest is stopped at once and started from its definition, which is made anew."""

@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceInfo:
    """What a hypervisor says of a guest."""

    state: PowerState
    """What the guest does at the moment."""
    hypervisor_id: str | None = None
    """The name that the hypervisor gives the guest, for people; None where it gives none."""
