"""What a guest is told of its own devices, so that it can tell which is which."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi.contract import open_base
from virtapi.objects.pci import PciAddress
from virtapi.units import BusNumber, MacAddress, ShareId, VlanId, VolumeId
from virtapi.values import matches

__all__ = [
    "DeviceLocation",
    "DeviceMetadata",
    "DiskMetadata",
    "HostDeviceMetadata",
    "IdeLocation",
    "InterfaceMetadata",
    "PciLocation",
    "ScsiLocation",
    "ShareMetadata",
    "UsbLocation",
    "XenLocation",
]

@open_base
@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceLocation:
    """Where a guest finds a device. Each kind of bus is a subclass, and more will be added."""

@dataclass(frozen=True, slots=True, kw_only=True)
class PciLocation(DeviceLocation):
    """At a PCI bus of the guest."""

    address: PciAddress
    """Where it is at the bus, as the guest counts."""

@dataclass(frozen=True, slots=True, kw_only=True)
class UsbLocation(DeviceLocation):
    """At a USB bus of the guest."""

    bus: Annotated[BusNumber, Ge(0), Le(65_535)]
    """The bus."""
    port: Annotated[BusNumber, Ge(0), Le(65_535)]
    """The port of the bus."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ScsiLocation(DeviceLocation):
    """At a SCSI controller of the guest."""

    controller: Annotated[BusNumber, Ge(0), Le(65_535)]
    """The controller."""
    bus: Annotated[BusNumber, Ge(0), Le(65_535)]
    """The bus of the controller."""
    target: Annotated[BusNumber, Ge(0), Le(65_535)]
    """The target at the bus."""
    unit: Annotated[BusNumber, Ge(0), Le(65_535)]
    """The unit of the target."""

@dataclass(frozen=True, slots=True, kw_only=True)
class IdeLocation(DeviceLocation):
    """At an IDE controller of the guest."""

    bus: Annotated[BusNumber, Ge(0), Le(1)]
    """The first or the second bus."""
    unit: Annotated[BusNumber, Ge(0), Le(1)]
    """The first or the second unit at the bus."""

@dataclass(frozen=True, slots=True, kw_only=True)
class XenLocation(DeviceLocation):
    """At Xen's own bus."""

    number: Annotated[BusNumber, Ge(0), Le(2**31)]
    """The number of the device at the bus."""

@open_base
@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceMetadata:
    """What a guest is told of a device. Each kind is a subclass, and more will be added."""

    location: DeviceLocation | None = None
    """Where the guest finds it; None: it is at no bus."""
    tags: Annotated[Sequence[str], MinLen(1)]
    """What its owner calls it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class InterfaceMetadata(DeviceMetadata):
    """What a guest is told of a virtual interface."""

    mac: Annotated[MacAddress, matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")]
    """Its hardware address."""
    vlan: Annotated[VlanId, Ge(1), Le(4094)] | None = None
    """The VLAN that it is in; None: none that the guest has to know."""
    trusted: bool = False
    """Whether the guest may change its hardware address and receive everything that passes."""

@dataclass(frozen=True, slots=True, kw_only=True)
class DiskMetadata(DeviceMetadata):
    """What a guest is told of a disk."""

    volume: VolumeId | None = None
    """The volume that it is; None: it is a disk on the node."""
    serial: str | None = None
    """Its serial number; None: it has none."""
    path: str | None = None
    """The whole path of its device in the guest, where that is certain; None: it is not."""

@dataclass(frozen=True, slots=True, kw_only=True)
class HostDeviceMetadata(DeviceMetadata):
    """What a guest is told of a device of the node that it has."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ShareMetadata(DeviceMetadata):
    """What a guest is told of a share."""

    share: ShareId
    """The share."""
    tag: Annotated[str, MinLen(1)]
    """The name under which it mounts it."""
