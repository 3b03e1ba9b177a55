"""What a guest finds when it is switched on: its firmware and its TPM."""

from dataclasses import dataclass
from enum import Enum

from virtapi.contract import open_enum
from virtapi.units import SecretId

__all__ = [
    "EmulatedTpm",
    "FirmwareKind",
    "FirmwareProperties",
    "SecureBootPolicy",
    "TpmModel",
    "TpmVersion",
]

@open_enum
class FirmwareKind(Enum):
    """The kind of firmware. Members will be added: who reads one needs a default branch."""

    BIOS = "bios"
    """A BIOS."""
    UEFI = "uefi"
    """UEFI."""

@open_enum
class SecureBootPolicy(Enum):
    """Whether a guest boots only what is signed. Members will be added: who reads one needs a default branch."""

    REQUIRED = "required"
    """It does."""
    OPTIONAL = "optional"
    """It does where the node can do so."""
    DISABLED = "disabled"
    """It does not."""

@open_enum
class TpmModel(Enum):
    """How a guest speaks with its TPM. Members will be added: who reads one needs a default branch."""

    TIS = "tis"
    """Through the TPM Interface Specification."""
    CRB = "crb"
    """Through the Command Response Buffer."""

@open_enum
class TpmVersion(Enum):
    """The version of the TPM specification. Members will be added: who reads one needs a default branch."""

    V1_2 = "1.2"
    """TPM 1.2."""
    V2_0 = "2.0"
    """TPM 2.0."""

@dataclass(frozen=True, slots=True, kw_only=True)
class EmulatedTpm:
    """A TPM that the hypervisor emulates for a guest."""

    version: TpmVersion
    """The version of the specification."""
    model: TpmModel = TpmModel.TIS
    """How the guest speaks with it."""
    secret: SecretId | None = None
    """What opens its state, as the host keeps it; None: there is no state yet, and the driver has the host keep a new
    secret."""

@dataclass(frozen=True, slots=True, kw_only=True)
class FirmwareProperties:
    """What is asked of a guest's firmware. None: nothing is asked, and the driver does as it thinks best."""

    kind: FirmwareKind | None = None
    """The kind of firmware."""
    stateless: bool | None = None
    """Whether it forgets its variables when the guest is shut down."""
    secure_boot: SecureBootPolicy | None = None
    """Whether the guest boots only what is signed."""
    boot_menu: bool | None = None
    """Whether it lets a person choose what to boot from."""
    network_boot: bool | None = None
    """Whether the guest boots from an optical disk that loads the rest through the network (iPXE)."""
    tpm_version: TpmVersion | None = None
    """The version of the TPM that the guest has; None: it asks for none."""
    tpm_model: TpmModel | None = None
    """How the guest speaks with its TPM, where it has one."""
