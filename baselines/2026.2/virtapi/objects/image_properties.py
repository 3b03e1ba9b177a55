# Produced from image_properties.pyi by `virtapi runtime`; not to be edited.
"""What an image says of itself: what it needs, what is in it, and how it is to be treated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi._data import data
from virtapi.contract import open_enum
from virtapi.objects.hardware import HardwareProperties
from virtapi.units import CertificateId, CompressionLevel, DataVersion, ProjectId, Trait
from virtapi.values import check_fields, matches

__all__ = [
    "AgentProperties",
    "ConfigDrivePolicy",
    "GuestProperties",
    "ImageHandling",
    "ImageProperties",
    "ImageSignature",
    "OperatingSystem",
    "SignatureHash",
    "SignatureKind",
]


@open_enum
class OperatingSystem(Enum):
    """The family of a guest's operating system. Members will be added: who reads one needs a default branch."""

    LINUX = "linux"
    """Linux."""
    WINDOWS = "windows"
    """Windows."""


@open_enum
class ConfigDrivePolicy(Enum):
    """Whether a guest needs a disk from which it can read what it is told. Members will be added: who reads one needs a
    default branch."""

    OPTIONAL = "optional"
    """It can do without."""
    MANDATORY = "mandatory"
    """It cannot do without."""


@open_enum
class SignatureHash(Enum):
    """The digest that is signed. Members will be added: who reads one needs a default branch."""

    SHA_224 = "sha-224"
    """SHA-224."""
    SHA_256 = "sha-256"
    """SHA-256."""
    SHA_384 = "sha-384"
    """SHA-384."""
    SHA_512 = "sha-512"
    """SHA-512."""


@open_enum
class SignatureKind(Enum):
    """How a digest is signed. Members will be added: who reads one needs a default branch."""

    DSA = "dsa"
    """DSA."""
    ECC_SECP384R1 = "ecc-secp384r1"
    """ECDSA on the curve secp384r1."""
    ECC_SECP521R1 = "ecc-secp521r1"
    """ECDSA on the curve secp521r1."""
    ECC_SECT409K1 = "ecc-sect409k1"
    """ECDSA on the curve sect409k1."""
    ECC_SECT409R1 = "ecc-sect409r1"
    """ECDSA on the curve sect409r1."""
    ECC_SECT571K1 = "ecc-sect571k1"
    """ECDSA on the curve sect571k1."""
    ECC_SECT571R1 = "ecc-sect571r1"
    """ECDSA on the curve sect571r1."""
    RSA_PSS = "rsa-pss"
    """RSA with the probabilistic scheme PSS."""


@data
class ImageSignature:
    """What proves that the data of an image is what its maker signed."""

    signature: Annotated[bytes, MinLen(1)]
    """The signature."""
    hash: SignatureHash
    """The digest that is signed."""
    kind: SignatureKind
    """How it is signed."""
    certificate: CertificateId
    """The certificate of who signed it."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class AgentProperties:
    """What is known of the programs in a guest that speak with the hypervisor. None: nothing is known."""

    qemu: bool | None = None
    """Whether QEMU's guest agent runs in it."""
    xen: bool | None = None
    """Whether the agent of Xen's tools runs in it."""
    injects_files: bool | None = None
    """Whether Xen's agent puts the files of `BootPlan` in place; if not, something else in the guest does."""
    injects_keys: bool | None = None
    """Whether Xen's agent puts the key pairs of `Instance` in place; if not, something else in the guest does."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class GuestProperties:
    """What is known of the operating system in an image. None: nothing is known."""

    system: OperatingSystem | None = None
    """Its family."""
    distribution: str | None = None
    """What it is exactly, as its maker calls it, such as `debian12`."""
    command_line: str | None = None
    """What its kernel is told when it boots."""
    administrator: str | None = None
    """The name of the user who administers it."""
    quiesce_required: bool | None = None
    """Whether a snapshot may be made only while its file systems stand still."""
    config_drive: ConfigDrivePolicy | None = None
    """Whether it needs a disk from which it can read what it is told."""
    agents: AgentProperties = field(default_factory=AgentProperties)
    """What is known of the programs in it that speak with the hypervisor."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class ImageHandling:
    """How a host and its driver treat the data of an image. None: as they are configured."""

    cache: bool | None = None
    """Whether nodes keep it for the next instance."""
    compression: Annotated[CompressionLevel, Ge(1), Le(9)] | None = None
    """How hard snapshots are compressed."""
    bit_torrent: bool | None = None
    """Whether nodes fetch it from each other by BitTorrent."""
    version: Annotated[DataVersion, Ge(0), Le(2**31)] | None = None
    """The version of the image's layout, as its hypervisor counts."""
    owner: ProjectId | None = None
    """The project of whose instance it is a snapshot."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class ImageProperties:
    """What an image says of itself.

    What it says of disks and volumes to attach, the host has put into the `DiskPlan` of the instance.
    """

    hardware: HardwareProperties = field(default_factory=HardwareProperties)
    """The hardware that it needs."""
    guest: GuestProperties = field(default_factory=GuestProperties)
    """The operating system that is in it."""
    handling: ImageHandling = field(default_factory=ImageHandling)
    """How its data is to be treated."""
    signature: ImageSignature | None = None
    """What proves that its data is what its maker signed; None: it is not signed."""
    required_traits: frozenset[Annotated[Trait, matches("[A-Z0-9_]{1,255}")]] = frozenset()
    """What a node must be like for it."""
    other: Mapping[str, str] = field(default_factory=dict[str, str])
    """What else its maker says, by name. A driver ignores what it does not know."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
