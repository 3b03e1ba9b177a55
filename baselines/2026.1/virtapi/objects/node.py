# Produced from node.pyi by `virtapi runtime`; not to be edited.
"""What a node is and what it has to offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated

from annotated_types import Ge, Gt, Le, MinLen

from virtapi.contract import open_enum
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

__all__ = [
    "Architecture",
    "GuestKind",
    "Inventory",
    "Node",
    "NodeResources",
    "VirtualMachineMode",
]


@open_enum
class Architecture(Enum):
    """The instruction set of a processor. Members will be added: who reads one needs a default branch."""

    AARCH64 = "aarch64"
    """64-bit Arm."""
    ARMV7L = "armv7l"
    """32-bit Arm."""
    I686 = "i686"
    """32-bit x86."""
    PPC64LE = "ppc64le"
    """64-bit Power, little-endian."""
    RISCV64 = "riscv64"
    """64-bit RISC-V."""
    S390X = "s390x"
    """64-bit z/Architecture."""
    X86_64 = "x86_64"
    """64-bit x86."""


@open_enum
class VirtualMachineMode(Enum):
    """What a guest sees of the machine. Members will be added: who reads one needs a default branch."""

    HVM = "hvm"
    """A machine like a real one."""
    XEN = "xen"
    """A machine that the guest knows to be virtual."""
    CONTAINER = "container"
    """No machine, but the node's own operating system."""
    BARE_METAL = "bare-metal"
    """The node itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A machine, or a cluster taken as one, that instances can be on."""

    name: NodeName
    """What names it in calls."""
    uuid: NodeUuid
    """What names it for good."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestKind:
    """A kind of guest that a node can have."""

    architecture: Architecture
    """The instruction set that the guest sees."""
    hypervisor: Annotated[str, MinLen(1)]
    """What runs it, such as `kvm`."""
    mode: VirtualMachineMode
    """What the guest sees of the machine."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeResources:
    """What a node has, and how much of it is in use, as its hypervisor sees it."""

    node: Node
    """The node."""
    hypervisor: Annotated[str, MinLen(1)]
    """What runs its guests, such as `QEMU`."""
    hypervisor_version: Annotated[str, MinLen(1)]
    """The version of it, such as `9.2.0`."""
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
    running: Annotated[Count, Ge(0), Le(2**31)]
    """How many guests run."""
    address: IpAddress | None = None
    """The address at which other nodes reach it; None: none does."""
    inventories: Mapping[Annotated[ResourceClass, matches("[A-Z0-9_]{1,255}")], Inventory] = field(
        default_factory=dict[ResourceClass, Inventory]
    )
    """What can be claimed of it, by resource class. Without any, the host derives them from the figures above."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
