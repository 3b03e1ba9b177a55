"""What a hypervisor counts of one guest, for people who look for a fault.

Counters begin with 0 when the guest is started. What a hypervisor does not count is None.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le

from virtapi.objects.machine import HypervisorKind
from virtapi.objects.power import PowerState
from virtapi.units import (
    Bytes,
    BytesPerSecond,
    Count,
    DeviceName,
    MacAddress,
    MiB,
    Nanoseconds,
    Percent,
    ProcessorIndex,
    Seconds,
)
from virtapi.values import matches

__all__ = [
    "Diagnostics",
    "DiskDiagnostics",
    "InterfaceDiagnostics",
    "MemoryDiagnostics",
    "ProcessorDiagnostics",
    "Traffic",
]

@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessorDiagnostics:
    """One of the processors that a guest sees."""

    id: Annotated[ProcessorIndex, Ge(0), Le(65_535)]
    """Its number in the guest."""
    time: Annotated[Nanoseconds, Ge(0), Le(2**63 - 1)] | None = None
    """How long it has run, in nanoseconds."""
    use: Annotated[Percent, Ge(0), Le(100)] | None = None
    """How much of the time it runs at the moment, in percent."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Traffic:
    """What has gone through a virtual interface in one direction, as the guest sees it."""

    octets: Annotated[Bytes, Ge(0), Le(2**63 - 1)] | None = None
    """How much, in bytes."""
    packets: Annotated[Count, Ge(0), Le(2**63 - 1)] | None = None
    """How many packets."""
    errors: Annotated[Count, Ge(0), Le(2**63 - 1)] | None = None
    """How many packets were spoilt."""
    dropped: Annotated[Count, Ge(0), Le(2**63 - 1)] | None = None
    """How many packets were thrown away."""
    rate: Annotated[BytesPerSecond, Ge(0), Le(2**63 - 1)] | None = None
    """How much goes through at the moment, in bytes a second."""

@dataclass(frozen=True, slots=True, kw_only=True)
class InterfaceDiagnostics:
    """One of the virtual interfaces of a guest."""

    mac: Annotated[MacAddress, matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")]
    """Its hardware address."""
    received: Traffic | None = None
    """What the guest has received."""
    sent: Traffic | None = None
    """What the guest has sent."""

@dataclass(frozen=True, slots=True, kw_only=True)
class DiskDiagnostics:
    """One of the disks of a guest, volumes included."""

    device: DeviceName | None = None
    """The name of the disk."""
    reads: Annotated[Count, Ge(0), Le(2**63 - 1)] | None = None
    """How often the guest has read."""
    read: Annotated[Bytes, Ge(0), Le(2**63 - 1)] | None = None
    """How much it has read, in bytes."""
    writes: Annotated[Count, Ge(0), Le(2**63 - 1)] | None = None
    """How often it has written."""
    written: Annotated[Bytes, Ge(0), Le(2**63 - 1)] | None = None
    """How much it has written, in bytes."""
    errors: Annotated[Count, Ge(0), Le(2**63 - 1)] | None = None
    """How often reading or writing has failed."""

@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryDiagnostics:
    """The memory of a guest."""

    most: Annotated[MiB, Ge(0), Le(2**40)] | None = None
    """How much it can have, in MiB."""
    used: Annotated[MiB, Ge(0), Le(2**40)] | None = None
    """How much it has at the moment, in MiB."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostics:
    """All that a hypervisor counts of a guest."""

    state: PowerState
    """What the guest does at the moment."""
    hypervisor: HypervisorKind | None = None
    """What runs the guest."""
    operating_system: str = ""
    """What the hypervisor itself runs on, such as `linux`; empty: it is not known."""
    uptime: Annotated[Seconds, Ge(0), Le(2**40)] | None = None
    """How long the guest runs, in seconds."""
    config_drive: bool | None = None
    """Whether it has a disk from which it can read what it is told."""
    memory: MemoryDiagnostics | None = None
    """Its memory."""
    processors: Sequence[ProcessorDiagnostics] = ()
    """Its processors, all of those that it sees."""
    interfaces: Sequence[InterfaceDiagnostics] = ()
    """Its virtual interfaces, in the order in which it sees them."""
    disks: Sequence[DiskDiagnostics] = ()
    """Its disks, in the order in which it sees them."""
