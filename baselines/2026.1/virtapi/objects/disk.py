# Produced from disk.pyi by `virtapi runtime`; not to be edited.
"""The disks that an instance has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le

from virtapi.objects.encryption import DiskEncryption
from virtapi.objects.volume import DiskBus, DiskKind, VolumeAttachment
from virtapi.units import BootIndex, DeviceName, GiB, MiB
from virtapi.values import check_fields

__all__ = ["DiskPlan", "EphemeralDisk", "RootDisk", "SwapDisk"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RootDisk:
    """A disk on the node that is made from the image and that the guest boots from."""

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
    """How it is encrypted; None: it is not."""
    tag: str | None = None
    """What its owner calls it, for the guest to read; None: nothing."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@dataclass(frozen=True, slots=True, kw_only=True)
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
    """The file system that it is to have, such as `ext4`; None: as the driver is configured."""
    encryption: DiskEncryption | None = None
    """How it is encrypted; None: it is not."""
    tag: str | None = None
    """What its owner calls it, for the guest to read; None: nothing."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapDisk:
    """A disk on the node that the guest may swap to."""

    size: Annotated[MiB, Ge(1), Le(2**40)]
    """How large it is, in MiB."""
    device: DeviceName | None = None
    """The name of the disk that is hoped for; None: any."""
    bus: DiskBus | None = None
    """How the guest reaches it; None: as the driver thinks best."""
    encryption: DiskEncryption | None = None
    """How it is encrypted; None: it is not."""
    tag: str | None = None
    """What its owner calls it, for the guest to read; None: nothing."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskPlan:
    """All disks of an instance."""

    root: RootDisk | None = None
    """The disk made from the image; None: the guest boots from a volume, or has no disk."""
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
