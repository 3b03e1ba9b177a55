# Produced from encryption.pyi by `virtapi runtime`; not to be edited.
"""How disks and volumes are encrypted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le

from virtapi._data import data
from virtapi.contract import open_enum
from virtapi.units import KeyBits, SecretId
from virtapi.values import check_fields

__all__ = ["DiskEncryption", "EncryptionFormat", "EncryptionPlace", "VolumeEncryption"]


@open_enum
class EncryptionFormat(Enum):
    """How encrypted blocks are kept. Members will be added: who reads one needs a default branch."""

    PLAIN = "plain"
    """By dm-crypt, without a header."""
    LUKS = "luks"
    """By LUKS, version 1."""
    LUKS2 = "luks2"
    """By LUKS, version 2."""


@open_enum
class EncryptionPlace(Enum):
    """Who encrypts a volume. Members will be added: who reads one needs a default branch."""

    NODE = "node"
    """The node that the instance is on: the driver has to do it."""
    STORAGE = "storage"
    """The storage, so that the driver has nothing to do."""


@data
class DiskEncryption:
    """How a disk on the node is encrypted."""

    format: EncryptionFormat | None = None
    """The format; None: as the driver thinks best."""
    secret: SecretId | None = None
    """What opens it, as the host keeps it; None: there is nothing yet, and the driver has the host keep it."""
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    """What else the format is told, by name, such as the cipher. A driver ignores what it does not know."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class VolumeEncryption:
    """How a volume is encrypted."""

    place: EncryptionPlace = EncryptionPlace.NODE
    """Who encrypts it."""
    format: EncryptionFormat
    """The format."""
    cipher: str | None = None
    """The cipher and its mode, such as `aes-xts-plain64`; None: as the format has it."""
    strength: Annotated[KeyBits, Ge(1), Le(65_536)] | None = None
    """The length of the key, in bits; None: as the cipher has it."""
    secret: SecretId | None = None
    """What opens it, as the host keeps it; None: the storage sees to it."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
