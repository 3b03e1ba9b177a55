"""How much of a node a guest may use at most."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le

from virtapi.units import (
    Bytes,
    BytesPerSecond,
    KiB,
    KibPerSecond,
    Megahertz,
    MiB,
    Microseconds,
    OperationsPerSecond,
    Seconds,
    Weight,
)

__all__ = [
    "DiskLimits",
    "GuestLimits",
    "InterfaceLimits",
    "MemoryLimits",
    "OperationLimits",
    "ProcessorLimits",
    "ProcessorQuota",
    "ThroughputLimits",
    "TrafficLimits",
]

@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessorQuota:
    """How long each of a guest's processors may run in each period."""

    quota: Annotated[Microseconds, Ge(1_000), Le(2**53)]
    """How long it may run, in microseconds; more than the period means more than one processor's time."""
    period: Annotated[Microseconds, Ge(1_000), Le(1_000_000)] = Microseconds(100_000)
    """The length of a period, in microseconds."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessorLimits:
    """How much time on the node's processors a guest gets."""

    weight: Annotated[Weight, Ge(1), Le(2**31)] | None = None
    """Its share in proportion to those of other guests, where they compete; None: as the hypervisor does it."""
    quota: ProcessorQuota | None = None
    """How long each of its processors may run; None: always."""
    most: Annotated[Megahertz, Ge(1), Le(2**31)] | None = None
    """How much all of its processors get at most, in MHz; None: as much as there is."""
    least: Annotated[Megahertz, Ge(0), Le(2**31)] | None = None
    """How much all of its processors get at least, in MHz; None: nothing is promised."""

@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryLimits:
    """How much of the node's memory a guest gets."""

    weight: Annotated[Weight, Ge(1), Le(2**31)] | None = None
    """Its share in proportion to those of other guests, where they compete; None: as the hypervisor does it."""
    most: Annotated[MiB, Ge(1), Le(2**40)] | None = None
    """How much it gets at most, in MiB; None: as much as it has."""
    least: Annotated[MiB, Ge(0), Le(2**40)] | None = None
    """How much it gets at least, in MiB; None: nothing is promised."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ThroughputLimits:
    """How much data may pass between a guest and a disk."""

    rate: Annotated[BytesPerSecond, Ge(1), Le(2**53)] | None = None
    """How much in the long run, in bytes a second; None: as much as there is room for."""
    peak: Annotated[BytesPerSecond, Ge(1), Le(2**53)] | None = None
    """How much for a short time, in bytes a second; None: no more than in the long run."""
    peak_length: Annotated[Seconds, Ge(1), Le(86_400)] | None = None
    """How long that short time may be, in seconds; None: as the hypervisor does it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class OperationLimits:
    """How many operations a guest may do on a disk."""

    rate: Annotated[OperationsPerSecond, Ge(1), Le(2**53)] | None = None
    """How many in the long run, a second; None: as many as there is room for."""
    peak: Annotated[OperationsPerSecond, Ge(1), Le(2**53)] | None = None
    """How many for a short time, a second; None: no more than in the long run."""
    peak_length: Annotated[Seconds, Ge(1), Le(86_400)] | None = None
    """How long that short time may be, in seconds; None: as the hypervisor does it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class DiskLimits:
    """How much a guest may use a disk. None: as much as there is room for."""

    total_throughput: ThroughputLimits | None = None
    """How much may be read and written together."""
    read_throughput: ThroughputLimits | None = None
    """How much may be read."""
    write_throughput: ThroughputLimits | None = None
    """How much may be written."""
    total_operations: OperationLimits | None = None
    """How many reads and writes there may be together."""
    read_operations: OperationLimits | None = None
    """How many reads there may be."""
    write_operations: OperationLimits | None = None
    """How many writes there may be."""
    operation_size: Annotated[Bytes, Ge(1), Le(2**53)] | None = None
    """The size from which on an operation counts as several, in bytes; None: each counts as one."""
    weight: Annotated[Weight, Ge(1), Le(2**31)] | None = None
    """The guest's share in proportion to those of other guests; None: as the hypervisor does it."""
    least_operations: Annotated[OperationsPerSecond, Ge(0), Le(2**53)] | None = None
    """How many reads and writes the guest gets at least, a second; None: nothing is promised."""

@dataclass(frozen=True, slots=True, kw_only=True)
class TrafficLimits:
    """How much may pass through an interface in one direction."""

    average: Annotated[KibPerSecond, Ge(1), Le(2**32 - 1)]
    """How much in the long run, in KiB a second."""
    peak: Annotated[KibPerSecond, Ge(1), Le(2**32 - 1)] | None = None
    """How much for a short time, in KiB a second; None: as much as the interface can."""
    burst: Annotated[KiB, Ge(1), Le(2**32 - 1)] | None = None
    """How much at that rate, in KiB; None: as the hypervisor does it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class InterfaceLimits:
    """How much may pass through an interface. None: as much as there is room for."""

    inbound: TrafficLimits | None = None
    """How much the guest may receive."""
    outbound: TrafficLimits | None = None
    """How much the guest may send."""
    weight: Annotated[Weight, Ge(1), Le(2**31)] | None = None
    """The guest's share in proportion to those of other guests; None: as the hypervisor does it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class GuestLimits:
    """How much of a node a guest may use. None: as much as there is room for."""

    processors: ProcessorLimits | None = None
    """How much time on the node's processors it gets."""
    memory: MemoryLimits | None = None
    """How much of the node's memory it gets."""
    disks: DiskLimits | None = None
    """How much it may use each of its disks on the node."""
    interfaces: InterfaceLimits | None = None
    """How much may pass through each of its interfaces that says nothing of its own."""
