"""What an instance is made from."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le

from virtapi.contract import open_enum
from virtapi.objects.image_properties import ImageProperties
from virtapi.units import Bytes, GiB, ImageId, MiB, ProjectId
from virtapi.values import matches

__all__ = ["ContainerFormat", "DirectKernel", "DiskFormat", "Image"]

@open_enum
class DiskFormat(Enum):
    """How the blocks of a disk are kept in a file. Members will be added: who reads one needs a default branch."""

    RAW = "raw"
    """One after the other."""
    QCOW2 = "qcow2"
    """As QEMU does it."""
    VHD = "vhd"
    """As Virtual PC does it."""
    VHDX = "vhdx"
    """As Hyper-V does it."""
    VMDK = "vmdk"
    """As VMware does it."""
    VDI = "vdi"
    """As VirtualBox does it."""
    PLOOP = "ploop"
    """As Virtuozzo does it."""
    ISO = "iso"
    """The image of an optical disk."""
    AKI = "aki"
    """No disk, but a kernel, as Amazon names it."""
    AMI = "ami"
    """A file system without a partition table, as Amazon names it."""
    ARI = "ari"
    """No disk, but a RAM disk for a kernel, as Amazon names it."""

@open_enum
class ContainerFormat(Enum):
    """What the data of an image is wrapped in. Members will be added: who reads one needs a default branch."""

    BARE = "bare"
    """Nothing."""
    OVF = "ovf"
    """The Open Virtualization Format."""
    OVA = "ova"
    """An archive of the Open Virtualization Format."""
    DOCKER = "docker"
    """An archive of the file system of a Docker container."""
    COMPRESSED = "compressed"
    """Something that compresses it."""
    AKI = "aki"
    """Nothing: a kernel, as Amazon names it."""
    AMI = "ami"
    """Nothing: a file system, as Amazon names it."""
    ARI = "ari"
    """Nothing: a RAM disk for a kernel, as Amazon names it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """An image of the image service, and what it asks for."""

    id: ImageId
    """The image."""
    name: str = ""
    """What people call it."""
    format: DiskFormat
    """How its data is to be read."""
    container: ContainerFormat = ContainerFormat.BARE
    """What its data is wrapped in."""
    size: Annotated[Bytes, Ge(0), Le(2**63 - 1)]
    """How much data it is, in bytes."""
    virtual_size: Annotated[Bytes, Ge(0), Le(2**63 - 1)] | None = None
    """How large the disk is that the data makes up, in bytes; None: it is not known."""
    checksum: Annotated[str, matches("[0-9a-f]{64}")] | None = None
    """The SHA-256 of the data, in lower-case hexadecimal digits; None: it is not known."""
    least_memory: Annotated[MiB, Ge(0), Le(2**40)] = MiB(0)
    """How much memory a guest needs at least, in MiB."""
    least_disk: Annotated[GiB, Ge(0), Le(2**40)] = GiB(0)
    """How large the disk must be at least, in GiB."""
    owner: ProjectId | None = None
    """The project that owns it; None: it is not known."""
    created: datetime | None = None
    """When it was made; None: it is not known."""
    updated: datetime | None = None
    """When what is said of it last changed; None: it is not known. Its data never changes."""
    tags: frozenset[str] = frozenset()
    """What its owner has marked it with."""
    location: str | None = None
    """The URL at which the image service keeps the data, for a driver that shares its storage; None: it does not
    tell."""
    properties: ImageProperties = field(default_factory=ImageProperties)
    """What it says of itself."""

@dataclass(frozen=True, slots=True, kw_only=True)
class DirectKernel:
    """A kernel that the hypervisor starts, instead of firmware that looks for one."""

    kernel: Image
    """The image of the kernel."""
    ram_disk: Image | None = None
    """The image of the RAM disk that the kernel begins with; None: it needs none."""
