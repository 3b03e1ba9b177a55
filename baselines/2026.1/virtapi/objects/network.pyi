"""The networks that an instance is connected to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi.contract import open_base
from virtapi.units import IpAddress, MacAddress, Mtu, NetworkId, PrefixLength, SubnetId, VifId, VlanId
from virtapi.values import matches

__all__ = [
    "Binding",
    "BridgeBinding",
    "FixedAddress",
    "Network",
    "NetworkInfo",
    "OpenVswitchBinding",
    "Subnet",
    "Vif",
]

@open_base
@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """How a virtual interface is plugged. Each kind is a subclass, and more will be added.

    A host sends a driver only the kinds that it names in `ComputeDriver.BINDINGS`.
    """

@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeBinding(Binding):
    """Into a bridge of the operating system."""

    bridge: Annotated[str, MinLen(1)]
    """The name of the bridge on the node."""
    vlan: Annotated[VlanId, Ge(1), Le(4094)] | None = None
    """The VLAN behind the bridge; None: there is none."""

@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVswitchBinding(Binding):
    """Into a bridge of Open vSwitch."""

    bridge: Annotated[str, MinLen(1)]
    """The name of the bridge on the node."""
    interface: Annotated[str, MinLen(1)]
    """The name by which Open vSwitch knows the interface (`iface-id`)."""

@dataclass(frozen=True, slots=True, kw_only=True)
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

@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A network of the network service."""

    id: NetworkId
    """The network."""
    label: str = ""
    """What people call it."""
    mtu: Annotated[Mtu, Ge(68), Le(65_535)] | None = None
    """The largest frame, in bytes; None: as the node has it."""
    subnets: Sequence[Subnet] = ()
    """The ranges of addresses in it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class FixedAddress:
    """An address that a virtual interface has."""

    address: IpAddress
    """The address."""
    subnet: SubnetId
    """The subnet that it is from."""

@dataclass(frozen=True, slots=True, kw_only=True)
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
    device: str = ""
    """The name of the interface on the node; empty: the driver chooses one."""
    addresses: Sequence[FixedAddress] = ()
    """The addresses that it has."""
    active: bool = False
    """Whether the network service says that it is connected already, so that no event will come."""
    tag: str | None = None
    """What its owner calls it, for the guest to read; None: nothing."""

@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkInfo:
    """All that an instance is connected to."""

    vifs: Sequence[Vif] = ()
    """Its virtual interfaces, in the order in which the guest sees them."""
