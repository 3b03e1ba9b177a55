"""How an instance comes into being, is made anew, stops and goes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi.contract import Since, Superseded, open_enum, since
from virtapi.objects.image import DirectKernel, Image
from virtapi.objects.provider import Allocation
from virtapi.units import ProviderUuid, Seconds
from virtapi.values import Secret, converted

__all__ = [
    "BootPlan",
    "ConfigDrive",
    "ConfigDriveFormat",
    "Disposal",
    "EvacuatedDisks",
    "EvacuationPlan",
    "InjectedFile",
    "RebuildPlan",
    "RescuePlan",
    "Shutdown",
    "ShutdownReason",
]

@dataclass(frozen=True, slots=True, kw_only=True)
class InjectedFile:
    """A file that a guest finds when it boots for the first time."""

    path: Annotated[str, MinLen(1)]
    """The whole path of the file in the guest, or on the disk that it is put on."""
    content: bytes = field(repr=False)
    """What is in it. It may hold secrets, so that `repr` does not show it."""

@open_enum
class ConfigDriveFormat(Enum):
    """How a disk with files for a guest is laid out. Members will be added: who reads one needs a default branch."""

    ISO_9660 = "iso9660"
    """As an optical disk."""
    VFAT = "vfat"
    """As a disk with a FAT file system, of 64 MiB."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigDrive:
    """A disk from which a guest can read what it is told, with the label `config-2`."""

    format: ConfigDriveFormat = ConfigDriveFormat.ISO_9660
    """How it is laid out."""
    files: Sequence[InjectedFile] = ()
    """The files on it, by their whole paths from its root."""

@dataclass(frozen=True, slots=True, kw_only=True)
class BootPlan:
    """How an instance is made; what its disks are made from stands in its `DiskPlan`."""

    files: Sequence[InjectedFile] = ()
    """The files that it finds; only for a driver with the flag `FILE_INJECTION`."""
    password: Secret | None = None
    """The administrator's password to set; None: none is set. Only for a driver with the flag `BOOT_PASSWORD`."""
    config_drive: ConfigDrive | None = None
    """The disk from which it can read what it is told; None: it has none. Only for a driver with the flag
    `CONFIG_DRIVE`."""
    power_on: bool = True
    """Whether it is started once it is made."""
    allocations: Mapping[ProviderUuid, Allocation] = field(default_factory=dict[ProviderUuid, Allocation])
    """What is claimed for it, by provider."""

@dataclass(frozen=True, slots=True, kw_only=True)
class RescuePlan:
    """What an instance that does not work any more is booted from, with its own disks beside it."""

    image: Image | None = None
    """The image of the disk that it is booted from; None: as the driver is configured, else what it was made from."""
    kernel: DirectKernel | None = None
    """The kernel that the hypervisor starts; None: the guest boots from the disk."""
    password: Secret | None = None
    """The administrator's password to set; None: none is set. Only for a driver with the flag `BOOT_PASSWORD`."""
    config_drive: ConfigDrive | None = None
    """The disk from which it can read what it is told; None: it has none. Only for a driver with the flag
    `CONFIG_DRIVE`."""

@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildPlan:
    """How an instance is made anew on its node. It stays the same instance."""

    boot: BootPlan
    """How it is made."""
    keep_ephemerals: bool = False
    """Whether the empty disks keep what is on them."""
    reimage_root_volume: bool = False
    """Whether the volume that it boots from is given the data of the image. The host does so while nobody has it."""

@since("2026.2")
class EvacuatedDisks(Enum):
    """What becomes of the disks of an instance whose host has failed."""

    KEPT = "kept"
    """They are taken as they are, because the node reaches them too."""
    MADE_ANEW = "made-anew"
    """They are lost, and made anew."""

@dataclass(frozen=True, slots=True, kw_only=True)
class EvacuationPlan:
    """How an instance whose host has failed is made on another one. It stays the same instance."""

    boot: BootPlan
    """How it is made; files and password count only where its disks are lost."""
    disks: Annotated[EvacuatedDisks, Since("2026.2")] = converted(default=EvacuatedDisks.MADE_ANEW)
    """What becomes of its disks."""
    keep_disks: Annotated[bool, Superseded(by="disks", since="2026.2")] = converted()
    """Whether its disks are taken as they are, because this node reaches them too; if not, they are made anew."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Disposal:
    """What goes together with an instance."""

    disks: bool = True
    """Whether its disks on the node are deleted. Volumes are let go and never deleted."""
    interfaces: bool = True
    """Whether its virtual interfaces are unplugged."""
    secrets: bool = True
    """Whether what opens its disks and its TPM, and what the node itself keeps for them, is deleted."""

@since("2026.2")
@open_enum
class ShutdownReason(Enum):
    """Why a guest is shut down. Members will be added: who reads one needs a default branch."""

    REQUESTED = "requested"
    """Who may use the instance has asked for it, or nothing else is said."""
    MOVE = "move"
    """The instance is to move, or to change its flavor, and will be started again."""
    CORRECTION = "correction"
    """The guest runs though it should not: the host has noted that it is shut down, or deleted."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Shutdown:
    """How a guest is shut down: how much time it gets before it is stopped, and why."""

    timeout: Annotated[Seconds, Ge(0), Le(86400)] = Seconds(0)
    """How long to wait for the guest, in seconds; 0: it is stopped at once."""
    retry_interval: Annotated[Seconds, Ge(1), Le(86400)] = Seconds(10)
    """How long to wait before the guest is asked again, in seconds."""
    reason: Annotated[ShutdownReason, Since("2026.2")] = ShutdownReason.REQUESTED
    """Why it is shut down; it changes nothing of how."""
