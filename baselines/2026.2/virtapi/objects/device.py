# Produced from device.pyi by `virtapi runtime`; not to be edited.
"""What a guest is given besides disks and virtual interfaces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi._data import data
from virtapi.contract import open_base
from virtapi.objects.firmware import EmulatedTpm
from virtapi.objects.pci import PciAddress, PciAssignment
from virtapi.objects.share import Share
from virtapi.units import AcceleratorRequestId, Bytes, Count, MediatedDeviceId, ProviderUuid, ResourceClass
from virtapi.values import check_fields, matches

__all__ = [
    "Accelerator",
    "AcceleratorHandle",
    "AssignedResource",
    "DevicePlan",
    "MediatedAcceleratorHandle",
    "MediatedDevice",
    "PciAcceleratorHandle",
    "PersistentMemory",
]


@open_base
@data
class AcceleratorHandle:
    """How a guest is given an accelerator. Each kind is a subclass, and more will be added."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class PciAcceleratorHandle(AcceleratorHandle):
    """As a device on the node's PCI bus."""

    address: PciAddress
    """Where the device is."""


@data
class MediatedAcceleratorHandle(AcceleratorHandle):
    """As a mediated device, which the driver makes of a physical one."""

    device: MediatedDeviceId
    """What the mediated device is to be called."""
    parent: PciAddress
    """Where the physical device is."""
    kind: Annotated[str, MinLen(1)]
    """The type of mediated device, as the physical one names it, such as `nvidia-11`."""


@data
class Accelerator:
    """An accelerator that the accelerator service has bound to an instance."""

    request: AcceleratorRequestId
    """The request that was bound."""
    profile: Annotated[str, MinLen(1)]
    """The name of the device profile that asked for it."""
    group: Annotated[Count, Ge(0), Le(65_535)] = Count(0)
    """Which of the groups of the profile asked for it, 0 being the first."""
    provider: ProviderUuid
    """The provider that it is claimed from."""
    handle: AcceleratorHandle
    """How the guest is given it."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@open_base
@data
class AssignedResource:
    """A piece of what a provider has that the host has given to an instance. Each kind is a subclass, and more will be
    added."""

    provider: ProviderUuid
    """The provider that it is claimed from."""
    resource: Annotated[ResourceClass, matches("[A-Z0-9_]{1,255}")]
    """The class that it is one of."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class MediatedDevice(AssignedResource):
    """A part of a physical device, such as a virtual GPU."""

    device: MediatedDeviceId
    """What the operating system calls it."""


@data
class PersistentMemory(AssignedResource):
    """A namespace of the node's persistent memory."""

    label: Annotated[str, MinLen(1)]
    """What the operator calls namespaces of this kind."""
    name: Annotated[str, MinLen(1)]
    """The name of the namespace."""
    path: Annotated[str, MinLen(1)]
    """The whole path of its device on the node."""
    size: Annotated[Bytes, Ge(1), Le(2**63 - 1)]
    """How large it is, in bytes."""
    alignment: Annotated[Bytes, Ge(1), Le(2**63 - 1)]
    """What its addresses are multiples of, in bytes."""


@data
class DevicePlan:
    """What an instance is given besides its disks and virtual interfaces. What it no longer has is not among it."""

    pci: Sequence[PciAssignment] = ()
    """The devices of the node's PCI bus, those behind its virtual interfaces included; only such as
    `NodeResources.pci_devices` has."""
    accelerators: Sequence[Accelerator] = ()
    """The accelerators; only for a driver with the flag `ACCELERATORS`."""
    resources: Sequence[AssignedResource] = ()
    """What was chosen for it of the node's other resources; only such as the driver has told of the node."""
    shares: Sequence[Share] = ()
    """The shares; only for a `ShareMountable` driver, which has mounted them on the node already."""
    tpm: EmulatedTpm | None = None
    """The TPM, its state included; None: it has none. Only for a driver with the flag `VTPM`."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
