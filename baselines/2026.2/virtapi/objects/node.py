# Produced from node.pyi by `virtapi runtime`; not to be edited.
"""What a node is and what it has to offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Annotated

from annotated_types import Ge, Gt, Le, MinLen

from virtapi._data import data
from virtapi.objects.machine import Architecture, HypervisorKind, VirtualMachineMode
from virtapi.objects.numa import NumaTopology
from virtapi.objects.pci import PciDevice
from virtapi.objects.processor import ProcessorModel
from virtapi.units import (
    Count,
    GiB,
    IpAddress,
    MiB,
    NodeName,
    NodeUuid,
    Processors,
    Ratio,
    ResourceAmount,
    ResourceClass,
)
from virtapi.values import check_fields, matches

__all__ = ["GuestKind", "Inventory", "Node", "NodeResources"]


@data
class Node:
    """A machine, or a cluster taken as one, that instances can be on."""

    name: NodeName
    """What names it in calls."""
    uuid: NodeUuid
    """What names it for good. The driver takes it from the hypervisor, or makes one and keeps it itself."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class GuestKind:
    """A kind of guest that a node can have."""

    architecture: Architecture
    """The instruction set that the guest sees."""
    hypervisor: HypervisorKind
    """What runs it."""
    mode: VirtualMachineMode
    """What the guest sees of the machine."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class Inventory:
    """How much of one resource class a node has, and in which portions."""

    total: Annotated[ResourceAmount, Ge(0), Le(2**53)]
    """All there is, in the unit of the class."""
    reserved: Annotated[ResourceAmount, Ge(0), Le(2**53)] = ResourceAmount(0)
    """How much of it is not for guests."""
    least: Annotated[ResourceAmount, Ge(1), Le(2**53)] = ResourceAmount(1)
    """The smallest portion that an instance can have."""
    most: Annotated[ResourceAmount, Ge(1), Le(2**53)] = ResourceAmount(2**53)
    """The largest portion that an instance can have."""
    step: Annotated[ResourceAmount, Ge(1), Le(2**53)] = ResourceAmount(1)
    """What every portion is a multiple of."""
    overcommit: Annotated[Ratio, Gt(0), Le(10_000)] = Ratio(1.0)
    """How many times over it may be handed out."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class NodeResources:
    """What a node has, and how much of it is in use, as its hypervisor sees it."""

    node: Node
    """The node."""
    hypervisor: Annotated[str, MinLen(1)]
    """What runs its guests, such as `QEMU`."""
    hypervisor_version: Annotated[str, MinLen(1)]
    """The version of it, such as `9.2.0`. Hosts compare versions by their numbers between dots."""
    guest_kinds: Sequence[GuestKind] = ()
    """The kinds of guests that it can have."""
    processors: Annotated[Processors, Ge(0), Le(2**31)]
    """How many processors it has for guests."""
    processors_used: Annotated[Processors, Ge(0), Le(2**31)]
    """How many processors its guests see together; more than it has, where it overcommits."""
    memory: Annotated[MiB, Ge(0), Le(2**40)]
    """How much memory it has, in MiB."""
    memory_used: Annotated[MiB, Ge(0), Le(2**40)]
    """How much of the memory is in use, its own included, in MiB."""
    disk: Annotated[GiB, Ge(0), Le(2**40)]
    """How much disk it has for guests, in GiB."""
    disk_used: Annotated[GiB, Ge(0), Le(2**40)]
    """How much of the disk is in use, in GiB."""
    disk_left: Annotated[GiB, Ge(-(2**40)), Le(2**40)] | None = None
    """How much of the disk would be left if all disks of its guests were full, in GiB; None: it is not known.

    It is negative where the disks are larger together than the node's.
    """
    running: Annotated[Count, Ge(0), Le(2**31)]
    """How many guests run."""
    processor: ProcessorModel | None = None
    """What its processors are; None: it is not known, and guests do not depend on it."""
    numa: NumaTopology | None = None
    """Which of its processors and memory are near to each other; None: it is not known."""
    pci_devices: Sequence[PciDevice] = ()
    """The devices on its PCI buses that guests could have. Which of them they may have is the operator's choice."""
    address: IpAddress | None = None
    """The address at which other nodes reach it; None: none does."""
    inventories: Mapping[Annotated[ResourceClass, matches("[A-Z0-9_]{1,255}")], Inventory] = field(
        default_factory=dict[ResourceClass, Inventory]
    )
    """What can be claimed of it, by resource class. Without any, the host derives them from the figures above.

    A host that can ask a driver for `describe_providers` reads them there, and not here.
    """
    properties: Mapping[str, str] = field(default_factory=dict[str, str])
    """What else schedulers may choose it by, by name, such as `boot_mode`."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
