# Produced from volume.pyi by `virtapi runtime`; not to be edited.
"""Volumes of the block storage service, and how a node reaches them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi.contract import open_base, open_enum
from virtapi.units import BootIndex, DeviceName, GiB, IpAddress, LogicalUnit, TcpPort, VolumeId
from virtapi.values import JsonValue, Secret, check_fields

__all__ = [
    "Connection",
    "DiskBus",
    "FileConnection",
    "IscsiConnection",
    "LocalBlockConnection",
    "OtherConnection",
    "RbdConnection",
    "VolumeAttachment",
    "VolumeConnector",
]


@open_enum
class DiskBus(Enum):
    """How a guest reaches a disk. Members will be added: who reads one needs a default branch."""

    VIRTIO = "virtio"
    """As a device of its own that the guest knows to be virtual."""
    SCSI = "scsi"
    """Through a SCSI controller."""
    SATA = "sata"
    """Through a SATA controller."""
    IDE = "ide"
    """Through an IDE controller."""
    USB = "usb"
    """Through a USB controller."""


@open_base
@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """How a node reaches a volume. Each kind is a subclass, and more will be added.

    A host sends a driver only the kinds that it names in `VolumeAttachable.CONNECTIONS`.
    """

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileConnection(Connection):
    """As a file that the node can open."""

    path: Annotated[str, MinLen(1)]
    """The whole path of the file on the node."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalBlockConnection(Connection):
    """As a block device that the node has already."""

    path: Annotated[str, MinLen(1)]
    """The whole path of the device on the node."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IscsiConnection(Connection):
    """Through iSCSI."""

    portal: IpAddress
    """The address of the target."""
    port: Annotated[TcpPort, Ge(1), Le(65_535)] = TcpPort(3260)
    """The port of the target."""
    target: Annotated[str, MinLen(1)]
    """The qualified name of the target (IQN)."""
    lun: Annotated[LogicalUnit, Ge(0), Le(16_383)]
    """The number of the logical unit."""
    user: str | None = None
    """The name for CHAP; None: nobody has to log in."""
    password: Secret | None = None
    """The password for CHAP; None: nobody has to log in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RbdConnection(Connection):
    """Through Ceph's RADOS block device."""

    pool: Annotated[str, MinLen(1)]
    """The pool that the volume is in."""
    image: Annotated[str, MinLen(1)]
    """The name of the volume in the pool."""
    monitors: Annotated[Sequence[IpAddress], MinLen(1)]
    """The addresses of the monitors."""
    user: str | None = None
    """The name to log in with; None: nobody has to."""
    key: Secret | None = None
    """The key to log in with; None: nobody has to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherConnection(Connection):
    """Through a protocol that this interface has no class for, as the block storage service describes it."""

    protocol: Annotated[str, MinLen(1)]
    """The name of the protocol."""
    values: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    """What the block storage service says of the connection. What is secret in it does not belong here."""
    secrets: Mapping[str, Secret] = field(default_factory=dict[str, Secret])
    """What is secret of the connection, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeConnector:
    """What the block storage service must know of a node before it lets it reach a volume."""

    address: IpAddress
    """The address from which the node comes."""
    hostname: Annotated[str, MinLen(1)]
    """The name of the node in its network."""
    initiator: str | None = None
    """The node's qualified name for iSCSI; None: it cannot use iSCSI."""
    wwpns: Sequence[str] = ()
    """The names of the node's Fibre Channel ports; none: it cannot use Fibre Channel."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeAttachment:
    """A volume and its place in an instance."""

    volume: VolumeId
    """The volume."""
    connection: Connection
    """How the node reaches it."""
    size: Annotated[GiB, Ge(1), Le(2**40)]
    """How large it is, in GiB."""
    device: DeviceName | None = None
    """The name of the disk that is hoped for; None: any. Guests need not keep to it."""
    bus: DiskBus | None = None
    """How the guest reaches it; None: as the driver thinks best."""
    boot_index: Annotated[BootIndex, Ge(0), Le(1_000)] | None = None
    """Its place in the order of booting; None: the guest does not boot from it."""
    read_only: bool = False
    """Whether the guest may only read it."""
    tag: str | None = None
    """What its owner calls it, for the guest to read; None: nothing."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
