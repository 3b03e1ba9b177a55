# Produced from network.pyi by `virtapi runtime`; not to be edited.
"""The networks that an instance is connected to."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le

from virtapi._data import data
from virtapi.contract import open_enum
from virtapi.objects.binding import Binding
from virtapi.objects.limits import InterfaceLimits
from virtapi.units import (
    InterfaceName,
    IpAddress,
    MacAddress,
    Mtu,
    NetworkId,
    PrefixLength,
    ProjectId,
    SubnetId,
    VifId,
    VlanId,
)
from virtapi.values import check_fields, matches

__all__ = ["FixedAddress", "InterfaceKind", "Network", "NetworkInfo", "Route", "Subnet", "Vif"]


@open_enum
class InterfaceKind(Enum):
    """What an interface is to its guest. Members will be added: who reads one needs a default branch."""

    NORMAL = "normal"
    """An interface that the hypervisor makes."""
    DIRECT = "direct"
    """A virtual function of the node's network card."""
    DIRECT_PHYSICAL = "direct-physical"
    """A whole network card of the node."""
    MACVTAP = "macvtap"
    """An interface that the hypervisor makes, on a virtual function of the node's network card."""
    VIRTIO_FORWARDER = "virtio-forwarder"
    """An interface that a program of the node makes, with a virtual function behind it."""
    VDPA = "vdpa"
    """A virtual function that speaks virtio."""
    ACCELERATOR_DIRECT = "accelerator-direct"
    """A virtual function that the accelerator service manages."""
    ACCELERATOR_DIRECT_PHYSICAL = "accelerator-direct-physical"
    """A whole network card that the accelerator service manages."""
    REMOTE_MANAGED = "remote-managed"
    """A virtual function of a card that has a processor of its own."""
    BARE_METAL = "bare-metal"
    """A network card of a guest that has the node for itself."""


@data
class Route:
    """A way into another network."""

    address: IpAddress
    """The first address of the range that the way leads to."""
    prefix: Annotated[PrefixLength, Ge(0), Le(128)]
    """How many bits of an address name that range."""
    gateway: IpAddress
    """Who takes what is sent there."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class Subnet:
    """A range of addresses in a network."""

    id: SubnetId
    """The subnet."""
    address: IpAddress
    """The first address of the range."""
    prefix: Annotated[PrefixLength, Ge(0), Le(128)]
    """How many bits of an address name the subnet."""
    gateway: IpAddress | None = None
    """The way out; None: there is none."""
    name_servers: Sequence[IpAddress] = ()
    """Who resolves names, the first to be asked first."""
    routes: Sequence[Route] = ()
    """The ways into other networks."""
    dhcp_server: IpAddress | None = None
    """Who hands out the addresses; None: nobody does, and guests have to be told."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class Network:
    """A network of the network service."""

    id: NetworkId
    """The network."""
    label: str = ""
    """What people call it."""
    owner: ProjectId | None = None
    """The project that owns it; None: it is not known."""
    mtu: Annotated[Mtu, Ge(68), Le(65_535)] | None = None
    """The largest frame, in bytes; None: as the node has it."""
    subnets: Sequence[Subnet] = ()
    """The ranges of addresses in it."""
    injected: bool = False
    """Whether guests are told their addresses in a file instead of asking for them."""
    physical_network: str | None = None
    """The physical network that it is on; None: it is on none that the network service has a name for."""
    tunnelled: bool = False
    """Whether its frames are carried in those of another network."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class FixedAddress:
    """An address that a virtual interface has."""

    address: IpAddress
    """The address."""
    subnet: SubnetId
    """The subnet that it is from."""
    floating: Sequence[IpAddress] = ()
    """The addresses at which the world reaches this one."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class Vif:
    """A virtual interface of an instance."""

    id: VifId
    """The port that it is plugged into."""
    mac: Annotated[MacAddress, matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")]
    """Its hardware address."""
    network: Network
    """The network that it leads to."""
    binding: Binding
    """How it is plugged."""
    kind: InterfaceKind = InterfaceKind.NORMAL
    """What it is to the guest. It fits the binding, so that a driver is asked only for what its `BINDINGS` can make."""
    device: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")] | None = None
    """The name of the interface on the node; None: the driver chooses one."""
    addresses: Sequence[FixedAddress] = ()
    """The addresses that it has."""
    active: bool = False
    """Whether the network service says that it is connected already, so that no event will come."""
    filtered: bool = False
    """Whether the network service filters what passes, so that the driver need not."""
    vlan: Annotated[VlanId, Ge(1), Le(4094)] | None = None
    """The VLAN that the guest sees in its metadata; None: it sees none."""
    limits: InterfaceLimits | None = None
    """How much may pass; None: as the flavor says. Only for a driver with the flag `INTERFACE_LIMITS`."""
    tag: str | None = None
    """What its owner calls it, for the guest to read; None: nothing. Only for a driver with the flag `DEVICE_TAG`, or
    `INTERFACE_ATTACH_TAG` where it is attached later."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class NetworkInfo:
    """All that an instance is connected to."""

    vifs: Sequence[Vif] = ()
    """Its virtual interfaces, in the order in which the guest sees them."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
