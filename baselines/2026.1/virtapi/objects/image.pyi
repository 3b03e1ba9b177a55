"""What an instance is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le

from virtapi.contract import open_enum
from virtapi.units import Bytes, GiB, ImageId, MiB

__all__ = ["DiskFormat", "Image"]

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
    ISO = "iso"
    """The image of an optical disk."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """An image of the image service, and what it asks for."""

    id: ImageId
    """The image."""
    name: str = ""
    """What people call it."""
    format: DiskFormat
    """How its data is to be read."""
    size: Annotated[Bytes, Ge(0), Le(2**63 - 1)]
    """How much data it is, in bytes."""
    checksum: str | None = None
    """The SHA-256 of the data, in hexadecimal digits; None: it is not known."""
    least_memory: Annotated[MiB, Ge(0), Le(2**40)] = MiB(0)
    """How much memory a guest needs at least, in MiB."""
    least_disk: Annotated[GiB, Ge(0), Le(2**40)] = GiB(0)
    """How large the disk must be at least, in GiB."""
    properties: Mapping[str, str] = field(default_factory=dict[str, str])
    """What its maker says of it, by name, such as `hw_disk_bus`. A driver ignores what it does not know."""
