# Produced from volume.pyi by `virtapi runtime`; not to be edited.
"""Volumes of the block storage service, and their place in an instance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import Enum
from typing import Annotated
from uuid import UUID

from annotated_types import Ge, Le, MinLen

from virtapi._data import data
from virtapi.contract import open_enum
from virtapi.objects.connection import Connection
from virtapi.objects.encryption import VolumeEncryption
from virtapi.objects.limits import DiskLimits
from virtapi.objects.machine import Architecture
from virtapi.units import BootIndex, Bytes, DeviceName, GiB, IpAddress, VolumeAttachmentId, VolumeId
from virtapi.values import check_fields, matches

__all__ = [
    "BlockSizes",
    "DiskBus",
    "DiskKind",
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
    FDC = "fdc"
    """Through a floppy disk controller."""
    XEN = "xen"
    """As a block device of Xen."""
    USER_MODE = "user-mode"
    """As a block device of User Mode Linux."""
    CONTAINER = "container"
    """As a part of the file system of a container."""


@open_enum
class DiskKind(Enum):
    """What a disk is to a guest. Members will be added: who reads one needs a default branch."""

    DISK = "disk"
    """A disk."""
    CDROM = "cdrom"
    """An optical disk."""
    FLOPPY = "floppy"
    """A floppy disk."""
    LUN = "lun"
    """A logical unit that the guest may send any SCSI command."""
    FILE_SYSTEM = "file-system"
    """No disk, but a file system that is mounted for the guest."""


@data
class VolumeConnector:
    """What the block storage service must know of a node before it lets it reach a volume."""

    address: IpAddress
    """The address from which the node comes."""
    hostname: Annotated[str, MinLen(1)]
    """The name of the node in its network."""
    initiator: str | None = None
    """The node's qualified name for iSCSI; None: it cannot use iSCSI."""
    wwpns: Sequence[Annotated[str, matches("[0-9a-f]{16}")]] = ()
    """The names of the node's Fibre Channel ports (WWPN); none: it cannot use Fibre Channel."""
    wwnns: Sequence[Annotated[str, matches("[0-9a-f]{16}")]] = ()
    """The names of the node's Fibre Channel adapters (WWNN)."""
    nqn: str | None = None
    """The node's qualified name for NVMe-oF; None: it cannot use NVMe-oF."""
    nvme_host: UUID | None = None
    """The node's host id for NVMe-oF; None: it has none."""
    nvme_multipath: bool = False
    """Whether the node's own NVMe-oF can use a volume through several paths."""
    system: UUID | None = None
    """What the node's firmware says that the machine is; None: it says nothing."""
    multipath: bool = False
    """Whether the node can use a volume through several paths."""
    architecture: Architecture | None = None
    """The instruction set of the node; None: it does not matter to it."""
    operating_system: str | None = None
    """The operating system of the node, such as `linux`; None: it does not matter to it."""
    other: Mapping[str, str] = field(default_factory=dict[str, str])
    """What else certain storage must know of the node or of the instance, by the name that the block storage service
    has for it: how vSphere names the virtual machine is its `instance`."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class BlockSizes:
    """How large the blocks of a disk are."""

    logical: Annotated[Bytes, Ge(512), Le(2**31)]
    """How much is addressed at once, in bytes."""
    physical: Annotated[Bytes, Ge(512), Le(2**31)]
    """How much is written at once without reading first, in bytes."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class VolumeAttachment:
    """A volume and its place in an instance."""

    volume: VolumeId
    """The volume."""
    serial: str | None = None
    """The serial number that the guest sees; None: the volume's id. After a swap it stays that of the first volume."""
    attachment: VolumeAttachmentId | None = None
    """The attachment, as the block storage service counts them; None: it does not count this one."""
    connection: Connection
    """How the node reaches it."""
    size: Annotated[GiB, Ge(1), Le(2**40)]
    """How large it is, in GiB."""
    volume_type: str | None = None
    """The name of its type in the block storage service; None: it has none."""
    device: DeviceName | None = None
    """The name of the disk that is hoped for; None: any. Guests need not keep to it."""
    kind: DiskKind = DiskKind.DISK
    """What it is to the guest."""
    bus: DiskBus | None = None
    """How the guest reaches it; None: as the driver thinks best."""
    boot_index: Annotated[BootIndex, Ge(0), Le(1_000)] | None = None
    """Its place in the order of booting; None: the guest does not boot from it."""
    read_only: bool = False
    """Whether the guest may only read it. A driver that cannot see to that raises `HardwareNotSupported`."""
    shared: bool = False
    """Whether other instances may have it at the same time. Only for a driver with the flag `VOLUME_MULTIATTACH`."""
    file_system: str | None = None
    """The file system that it is to have where it is empty, such as `ext4`; None: none is made. A driver that cannot
    make it raises `HardwareNotSupported`."""
    encryption: VolumeEncryption | None = None
    """How it is encrypted; None: it is not."""
    limits: DiskLimits | None = None
    """How much the guest may use it; None: as the flavor says. Only for a driver with the flag `VOLUME_LIMITS`."""
    block_sizes: BlockSizes | None = None
    """How large its blocks are; None: as the hypervisor does it. A driver that cannot have them so raises
    `HardwareNotSupported`."""
    discard: bool = False
    """Whether the storage takes back what the guest no longer needs; a driver that cannot tell it need not."""
    delete_with_instance: bool = False
    """Whether the host deletes it once the instance is gone; drivers never do."""
    tag: str | None = None
    """What its owner calls it, for the guest to read; None: nothing. Only for a driver with the flag `DEVICE_TAG`, or
    `VOLUME_ATTACH_TAG` where it is attached later."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
