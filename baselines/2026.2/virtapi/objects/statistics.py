# Produced from statistics.pyi by `virtapi runtime`; not to be edited.
"""How long a node runs, what its processors do, and what can be done with its power."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le

from virtapi._data import data
from virtapi.units import Count, Megahertz, Nanoseconds, Ratio, Seconds
from virtapi.values import check_fields

__all__ = ["NodePowerAction", "NodeUptime", "ProcessorTimes", "SystemLoad"]


class NodePowerAction(Enum):
    """What is done with the power of a node."""

    STARTUP = "startup"
    """It is switched on."""
    SHUTDOWN = "shutdown"
    """It is shut down and switched off."""
    REBOOT = "reboot"
    """It is shut down and started again."""


@data
class SystemLoad:
    """How many processes of a node want to run, on average."""

    minute: Annotated[Ratio, Ge(0), Le(10_000_000)]
    """Over the last minute."""
    five_minutes: Annotated[Ratio, Ge(0), Le(10_000_000)]
    """Over the last five minutes."""
    fifteen_minutes: Annotated[Ratio, Ge(0), Le(10_000_000)]
    """Over the last fifteen minutes."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class NodeUptime:
    """How long a node runs, and how much there is to do on it."""

    uptime: Annotated[Seconds, Ge(0), Le(2**40)]
    """How long its operating system runs, in seconds."""
    users: Annotated[Count, Ge(0), Le(2**31)] | None = None
    """How many people are logged in; None: it is not known."""
    load: SystemLoad | None = None
    """How many processes want to run; None: it is not known."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class ProcessorTimes:
    """What the processors of a node have done since it was started, taken together. None of these ever goes back."""

    user: Annotated[Nanoseconds, Ge(0), Le(2**63 - 1)]
    """How long they ran programs, guests among them, in nanoseconds."""
    kernel: Annotated[Nanoseconds, Ge(0), Le(2**63 - 1)]
    """How long they ran the operating system, in nanoseconds."""
    idle: Annotated[Nanoseconds, Ge(0), Le(2**63 - 1)]
    """How long there was nothing to do, in nanoseconds."""
    waiting: Annotated[Nanoseconds, Ge(0), Le(2**63 - 1)]
    """How long there was nothing to do but to wait for a disk, in nanoseconds."""
    frequency: Annotated[Megahertz, Ge(0), Le(1_000_000)] | None = None
    """How fast they run at the moment, in MHz; None: it is not known."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
