# Produced from pci.pyi by `virtapi runtime`; not to be edited.
"""Devices on a PCI bus, and which of them a guest has."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le

from virtapi._data import data
from virtapi.contract import open_enum
from virtapi.units import (
    InterfaceName,
    MacAddress,
    NumaCellId,
    PciBus,
    PciDomain,
    PciFunction,
    PciProductId,
    PciRequestId,
    PciSlot,
    PciVendorId,
    VifId,
    VirtualFunctionIndex,
)
from virtapi.values import check_fields, matches

__all__ = ["PciAddress", "PciAssignment", "PciDevice", "PciDeviceKind", "PciNetworkDevice", "PciNumaPolicy"]


@open_enum
class PciDeviceKind(Enum):
    """What a PCI device is. Members will be added: who reads one needs a default branch."""

    STANDARD = "standard"
    """A device that is not divided."""
    PHYSICAL_FUNCTION = "physical-function"
    """A device that can be divided into virtual functions (SR-IOV)."""
    VIRTUAL_FUNCTION = "virtual-function"
    """A part of a physical function."""
    VDPA = "vdpa"
    """A virtual function that is used through a vDPA device."""


@open_enum
class PciNumaPolicy(Enum):
    """How near to its PCI devices a guest must be. Members will be added: who reads one needs a default branch."""

    REQUIRED = "required"
    """The guest has a part in the NUMA cell of the device."""
    LEGACY = "legacy"
    """The guest has a part in the NUMA cell of the device, where it is known which cell that is."""
    PREFERRED = "preferred"
    """The guest may be in any NUMA cell, and is near to the device where that is possible."""
    SOCKET = "socket"
    """The guest has a part in a NUMA cell that shares its socket with the device."""


@data
class PciAddress:
    """Where a PCI device is."""

    domain: Annotated[PciDomain, Ge(0), Le(2**32 - 1)] = PciDomain(0)
    """The domain."""
    bus: Annotated[PciBus, Ge(0), Le(255)]
    """The bus of the domain."""
    slot: Annotated[PciSlot, Ge(0), Le(31)]
    """The slot of the bus."""
    function: Annotated[PciFunction, Ge(0), Le(7)] = PciFunction(0)
    """The function of the device in the slot."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class PciNetworkDevice:
    """What a PCI device is to a network."""

    interface: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")] | None = None
    """The name of the node's network interface that it is; None: it has none at the moment."""
    mac: Annotated[MacAddress, matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")] | None = None
    """The hardware address of its physical function; None: it is not known."""
    physical_network: str | None = None
    """The physical network that it is wired to; None: no network that the network service has a name for."""
    features: frozenset[str] = frozenset()
    """What its hardware takes over, as the operating system names it, such as `switchdev` or `rdma`."""
    trusted: bool = False
    """Whether a guest may change its hardware address and receive everything that passes."""
    remote_managed: bool = False
    """Whether a processor of its own manages it, and not the node."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class PciDevice:
    """A device on a PCI bus of a node."""

    address: PciAddress
    """Where it is."""
    vendor: Annotated[PciVendorId, matches("[0-9a-f]{4}")]
    """Who made it."""
    product: Annotated[PciProductId, matches("[0-9a-f]{4}")]
    """What it is, as its vendor counts."""
    kind: PciDeviceKind
    """Whether it is a part of another device."""
    name: str = ""
    """What the hypervisor calls it; empty: it has no name."""
    parent: PciAddress | None = None
    """Where the physical function is that it is a part of; None: it is a part of nothing."""
    virtual_function: Annotated[VirtualFunctionIndex, Ge(0), Le(65_535)] | None = None
    """Which of the virtual functions of its parent it is, 0 being the first; None: it is none."""
    cell: Annotated[NumaCellId, Ge(0), Le(65_535)] | None = None
    """The NUMA cell of the node that it is near to; None: it is not known."""
    serial: str | None = None
    """The serial number of the card; None: it does not tell."""
    network: PciNetworkDevice | None = None
    """What it is to a network; None: it is no network device."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class PciAssignment:
    """A device on a PCI bus of a node that the host has given to a guest."""

    device: PciDevice
    """The device."""
    request: PciRequestId | None = None
    """The request that it fulfils; None: it is not known any more."""
    vif: VifId | None = None
    """The virtual interface that it is there for; None: the flavor asked for it."""
    alias: str | None = None
    """What the operator calls such devices in flavors; None: no flavor asked for it."""
    numa_policy: PciNumaPolicy | None = None
    """How near to it the guest must be; None: as `PciNumaPolicy.LEGACY`."""
    managed: bool = True
    """Whether the hypervisor takes the device from the node's operating system and gives it back; if not, somebody has
    done so already."""
    live_migratable: bool = False
    """Whether a guest that has it may move to another node while it runs."""
    tags: Sequence[str] = ()
    """What its owner calls it, for the guest to read."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
