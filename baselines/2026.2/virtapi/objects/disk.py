# Produced from disk.pyi by `virtapi runtime`; not to be edited.
"""The disks that an instance has."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le

from virtapi._data import data
from virtapi.contract import open_enum
from virtapi.objects.encryption import DiskEncryption
from virtapi.objects.image import Image
from virtapi.objects.volume import DiskBus, DiskKind, VolumeAttachment
from virtapi.units import BootIndex, DeviceName, DiskIndex, GiB, MiB
from virtapi.values import check_fields

__all__ = ["DiskPlace", "DiskPlan", "DiskRole", "EphemeralDisk", "RootDisk", "SwapDisk"]


@data
class RootDisk:
    """A disk on the node that is made from an image."""

    image: Image
    """The image that it is made from, as the host knew it when the disk was made; it may be gone since."""
    size: Annotated[GiB, Ge(0), Le(2**40)]
    """How large it is, in GiB; 0: as large as the image."""
    device: DeviceName | None = None
    """The name of the disk that is hoped for; None: any."""
    kind: DiskKind = DiskKind.DISK
    """What it is to the guest."""
    bus: DiskBus | None = None
    """How the guest reaches it; None: as the driver thinks best."""
    boot_index: Annotated[BootIndex, Ge(0), Le(1_000)] | None = BootIndex(0)
    """Its place in the order of booting; None: the guest does not boot from it."""
    encryption: DiskEncryption | None = None
    """How it is encrypted; None: it is not. Only for a driver with the flag `EPHEMERAL_ENCRYPTION`."""
    tag: str | None = None
    """What its owner calls it, for the guest to read; None: nothing. Only for a driver with the flag `DEVICE_TAG`."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class EphemeralDisk:
    """An empty disk on the node that goes with the instance."""

    size: Annotated[GiB, Ge(1), Le(2**40)]
    """How large it is, in GiB."""
    device: DeviceName | None = None
    """The name of the disk that is hoped for; None: any."""
    kind: DiskKind = DiskKind.DISK
    """What it is to the guest."""
    bus: DiskBus | None = None
    """How the guest reaches it; None: as the driver thinks best."""
    boot_index: Annotated[BootIndex, Ge(0), Le(1_000)] | None = None
    """Its place in the order of booting; None: the guest does not boot from it."""
    file_system: str | None = None
    """The file system that it is to have, such as `ext4`; None: as the driver is configured. A driver that cannot
    make it raises `HardwareNotSupported`."""
    encryption: DiskEncryption | None = None
    """How it is encrypted; None: it is not. Only for a driver with the flag `EPHEMERAL_ENCRYPTION`."""
    tag: str | None = None
    """What its owner calls it, for the guest to read; None: nothing. Only for a driver with the flag `DEVICE_TAG`."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class SwapDisk:
    """A disk on the node that the guest may swap to."""

    size: Annotated[MiB, Ge(1), Le(2**40)]
    """How large it is, in MiB."""
    device: DeviceName | None = None
    """The name of the disk that is hoped for; None: any."""
    bus: DiskBus | None = None
    """How the guest reaches it; None: as the driver thinks best."""
    encryption: DiskEncryption | None = None
    """How it is encrypted; None: it is not. Only for a driver with the flag `EPHEMERAL_ENCRYPTION`."""
    tag: str | None = None
    """What its owner calls it, for the guest to read; None: nothing. Only for a driver with the flag `DEVICE_TAG`."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class DiskPlan:
    """All disks of an instance.

    Of two with the same `boot_index` the guest tries that first which comes first here: the root disk, the empty disks
    in their order, the volumes in theirs.

    A disk or volume that is there already is described as it was made or attached, but for how a volume is connected
    and encrypted: that may be another each time.
    """

    root: RootDisk | None = None
    """The disk made from an image; None: the guest boots from a volume, or has no disk."""
    ephemerals: Sequence[EphemeralDisk] = ()
    """The empty disks, in the order in which the guest sees them."""
    swap: SwapDisk | None = None
    """The disk for swapping; None: there is none."""
    volumes: Sequence[VolumeAttachment] = ()
    """The volumes, in the order in which the guest sees them."""
    root_device: DeviceName | None = None
    """The name of the disk that the guest's operating system is on, be it a volume or not; None: as it comes."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@open_enum
class DiskRole(Enum):
    """What a disk on the node is in a `DiskPlan`. Members will be added: who reads one needs a default branch."""

    ROOT = "root"
    """`DiskPlan.root`."""
    EPHEMERAL = "ephemeral"
    """One of `DiskPlan.ephemerals`."""
    SWAP = "swap"
    """`DiskPlan.swap`."""


@data
class DiskPlace:
    """Which disk on the node is meant, whether it has a name or not."""

    role: DiskRole
    """What it is in the plan."""
    index: Annotated[DiskIndex, Ge(0), Le(1_000)] = DiskIndex(0)
    """Its place in `DiskPlan.ephemerals`, the first is 0; of every other disk 0."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
