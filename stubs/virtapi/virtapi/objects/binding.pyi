"""How virtual interfaces are plugged on a node."""

from dataclasses import dataclass
from enum import Enum
from typing import Annotated
from uuid import UUID

from annotated_types import Ge, Le, MinLen

from virtapi.contract import open_base, open_enum
from virtapi.objects.pci import PciAddress
from virtapi.units import EdgeBridgeNumber, VlanId

__all__ = [
    "Binding",
    "BridgeBinding",
    "BridgeCreation",
    "DataPath",
    "DistributedSwitchBinding",
    "EdgeBridgeBinding",
    "HyperVSwitchBinding",
    "MacvtapBinding",
    "MacvtapMode",
    "MacvtapVlan",
    "MidonetBinding",
    "OpenVswitchBinding",
    "OpenVswitchPort",
    "PciBinding",
    "PciMacvtapBinding",
    "PortExtenderBinding",
    "SocketRole",
    "TapBinding",
    "VdpaBinding",
    "VhostUserBinding",
    "VhostUserSocket",
    "VrouterBinding",
]

@open_enum
class DataPath(Enum):
    """What moves the frames of an Open vSwitch bridge. Members will be added: who reads one needs a default branch."""

    KERNEL = "kernel"
    """The operating system's kernel."""
    USER_SPACE = "user-space"
    """A program of the node, such as one with DPDK."""

@open_enum
class MacvtapMode(Enum):
    """How guests on one macvtap reach each other. Members will be added: who reads one needs a default branch."""

    BRIDGE = "bridge"
    """Directly, on the node."""
    VEPA = "vepa"
    """Through the switch that the node is wired to."""
    PRIVATE = "private"
    """Not at all."""
    PASSTHROUGH = "passthrough"
    """There is only one guest, which has the interface for itself."""

@open_enum
class SocketRole(Enum):
    """Who makes a socket. Members will be added: who reads one needs a default branch."""

    CLIENT = "client"
    """The hypervisor connects to a socket that is there."""
    SERVER = "server"
    """The hypervisor makes the socket and waits."""

@open_base
@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """How a virtual interface is plugged. Each kind is a subclass, and more will be added.

    A host sends a driver only the kinds that it names in `ComputeDriver.BINDINGS`.
    """

@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeCreation:
    """How a bridge of the operating system is made."""

    uplink: str | None = None
    """The node's interface through which it leads out; None: it leads nowhere."""

@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVswitchPort:
    """What stands in Open vSwitch for an interface that the guest does not reach through a tap device."""

    bridge: str | None = None
    """The name of the bridge on the node; None: as the driver is configured."""
    interface: Annotated[str, MinLen(1)]
    """The name by which Open vSwitch knows the interface (`iface-id`)."""

@dataclass(frozen=True, slots=True, kw_only=True)
class VhostUserSocket:
    """A socket between the hypervisor and a program of the node."""

    path: Annotated[str, MinLen(1)]
    """Its whole path on the node."""
    role: SocketRole
    """What the hypervisor does with it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeBinding(Binding):
    """Into a bridge of the operating system."""

    bridge: Annotated[str, MinLen(1)]
    """The name of the bridge on the node."""
    vlan: Annotated[VlanId, Ge(1), Le(4094)] | None = None
    """The VLAN behind the bridge; None: there is none."""
    creation: BridgeCreation | None = None
    """How the driver makes the bridge where it is not there; None: it is there."""

@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVswitchBinding(Binding):
    """Into a bridge of Open vSwitch."""

    bridge: Annotated[str, MinLen(1)]
    """The name of the bridge on the node."""
    interface: Annotated[str, MinLen(1)]
    """The name by which Open vSwitch knows the interface (`iface-id`)."""
    data_path: DataPath = DataPath.KERNEL
    """What moves the frames."""
    filter_bridge: str | None = None
    """The bridge of the operating system to plug the guest into, which the driver makes and connects to the bridge of
    Open vSwitch, so that frames can be filtered there; None: it is plugged directly."""
    created_by_switch: bool = False
    """Whether Open vSwitch is configured before the guest starts, and not by the hypervisor."""
    create_tap: bool = False
    """Whether the driver makes the tap device before it configures Open vSwitch, so that a live migration is short."""
    port_profile: str | None = None
    """The name of the profile that is told to Open vSwitch; None: none is."""

@dataclass(frozen=True, slots=True, kw_only=True)
class VhostUserBinding(Binding):
    """To a program of the node, through a socket (vhost-user)."""

    socket: VhostUserSocket
    """The socket."""
    switch_port: OpenVswitchPort | None = None
    """Where the driver plugs the socket into Open vSwitch; None: somebody else does, or there is none."""
    device: PciAddress | None = None
    """The virtual function that is behind the socket; None: there is none."""
    fast_path: bool = False
    """Whether the driver makes an interface of the node that stands for the socket."""

@dataclass(frozen=True, slots=True, kw_only=True)
class TapBinding(Binding):
    """Into a tap device that somebody else connects to the network."""

    multiqueue: bool = False
    """Whether the tap device is made for several queues."""

@dataclass(frozen=True, slots=True, kw_only=True)
class MacvtapVlan:
    """A VLAN interface that the driver makes where it is not there."""

    vlan: Annotated[VlanId, Ge(1), Le(4094)]
    """The VLAN."""
    physical: Annotated[str, MinLen(1)]
    """The name of the node's interface that it is made on."""

@dataclass(frozen=True, slots=True, kw_only=True)
class MacvtapBinding(Binding):
    """Onto an interface of the node, by macvtap."""

    source: Annotated[str, MinLen(1)]
    """The name of the interface that the macvtap is made on."""
    mode: MacvtapMode
    """How guests on it reach each other."""
    vlan: MacvtapVlan | None = None
    """What the interface is made from where it is not there; None: it is there."""

@dataclass(frozen=True, slots=True, kw_only=True)
class PciBinding(Binding):
    """The guest has the network device itself."""

    device: PciAddress
    """The device."""
    vlan: Annotated[VlanId, Ge(1), Le(4094)] | None = None
    """The VLAN that the device is set to; None: it is not set to any by the driver."""
    trusted: bool = False
    """Whether the guest may change its hardware address and receive everything that passes."""
    managed_elsewhere: bool = False
    """Whether a processor on the card connects the device to the network, and not the node."""
    switch_port: OpenVswitchPort | None = None
    """Where the driver plugs the interface of the node that stands for the device (its representor) into Open vSwitch;
    None: it plugs it nowhere, or there is none."""

@dataclass(frozen=True, slots=True, kw_only=True)
class PciMacvtapBinding(Binding):
    """Onto a virtual function of a network card, by macvtap."""

    device: PciAddress
    """The virtual function."""
    vlan: Annotated[VlanId, Ge(1), Le(4094)] | None = None
    """The VLAN that the virtual function is set to; None: it is set to none."""

@dataclass(frozen=True, slots=True, kw_only=True)
class VdpaBinding(Binding):
    """To a virtual function whose card speaks virtio (vDPA)."""

    device: PciAddress
    """The virtual function."""
    switch_port: OpenVswitchPort | None = None
    """Where the driver plugs the interface of the node that stands for it (its representor) into Open vSwitch; None:
    nowhere."""

@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeBridgeBinding(Binding):
    """To a switch that speaks IEEE 802.1Qbg."""

    source: Annotated[str, MinLen(1)]
    """The interface of the node that is wired to the switch."""
    manager: Annotated[EdgeBridgeNumber, Ge(0), Le(255)]
    """The manager that keeps the types of interfaces."""
    kind: Annotated[EdgeBridgeNumber, Ge(0), Le(2**24 - 1)]
    """The type of the interface."""
    version: Annotated[EdgeBridgeNumber, Ge(0), Le(255)]
    """The version of that type."""
    instance: UUID
    """What the switch knows the interface by."""

@dataclass(frozen=True, slots=True, kw_only=True)
class PortExtenderBinding(Binding):
    """To a switch that speaks IEEE 802.1Qbh."""

    profile: Annotated[str, MinLen(1)]
    """The name of the profile that the switch keeps."""
    device: PciAddress
    """The virtual function that the interface is made on; its card is wired to the switch."""

@dataclass(frozen=True, slots=True, kw_only=True)
class DistributedSwitchBinding(Binding):
    """Into a switch that spans the machines of a vSphere cluster."""

    switch: str | None = None
    """The switch, as vSphere knows it; None: that of the port group."""
    port_group: Annotated[str, MinLen(1)]
    """The port group, or the segment of NSX, that the interface belongs to."""
    port: str | None = None
    """The port of the switch; None: any of the group."""

@dataclass(frozen=True, slots=True, kw_only=True)
class HyperVSwitchBinding(Binding):
    """Into a virtual switch of Hyper-V."""

    switch: str | None = None
    """The name of the switch; None: as the driver is configured."""

@dataclass(frozen=True, slots=True, kw_only=True)
class MidonetBinding(Binding):
    """Into a tap device that the agent of MidoNet connects to the network."""

@dataclass(frozen=True, slots=True, kw_only=True)
class VrouterBinding(Binding):
    """Into a vRouter of Tungsten Fabric."""

    socket: VhostUserSocket | None = None
    """The socket to its program; None: it is a tap device."""
    device: PciAddress | None = None
    """The virtual function that is behind it; None: there is none."""
