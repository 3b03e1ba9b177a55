# Produced from binding.pyi by `virtapi runtime`; not to be edited.
"""How virtual interfaces are plugged on a node."""

from __future__ import annotations

from enum import Enum
from typing import Annotated
from uuid import UUID

from annotated_types import Ge, Le, MinLen

from virtapi._data import data
from virtapi.contract import open_base, open_enum
from virtapi.objects.pci import PciAddress
from virtapi.units import EdgeBridgeNumber, InterfaceName, VlanId
from virtapi.values import check_fields, matches

__all__ = [
    "Binding",
    "BridgeBinding",
    "CreatedBridgeBinding",
    "DistributedSwitchBinding",
    "EdgeBridgeBinding",
    "HyperVSwitchBinding",
    "MacvtapBinding",
    "MacvtapMode",
    "MidonetBinding",
    "PciBinding",
    "PciMacvtapBinding",
    "PortExtenderBinding",
    "TapBinding",
    "VlanMacvtapBinding",
    "VrouterBinding",
    "VrouterPciBinding",
]


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


@open_base
@data
class Binding:
    """How a virtual interface is plugged. Each kind is a subclass, and more will be added.

    A host sends a driver only the kinds that it names in `ComputeDriver.BINDINGS`. What a driver may be unable to do is
    a kind of its own, and no kind is a subclass of another.
    """

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class BridgeBinding(Binding):
    """Into a bridge of the operating system, which is there."""

    bridge: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")]
    """The name of the bridge on the node."""


@data
class CreatedBridgeBinding(Binding):
    """Into a bridge of the operating system, which the driver makes where it is not there."""

    bridge: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")]
    """The name of the bridge on the node."""
    uplink: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")] | None = None
    """The node's interface through which it leads out; None: it leads nowhere."""
    vlan: Annotated[VlanId, Ge(1), Le(4094)] | None = None
    """The VLAN of the uplink that it leads to, whose interface the driver makes; None: all that the uplink carries."""


@data
class TapBinding(Binding):
    """Into a tap device that somebody else connects to the network."""

    multiqueue: bool = False
    """Whether the tap device is made for several queues."""


@data
class MacvtapBinding(Binding):
    """Onto an interface of the node, by macvtap."""

    source: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")]
    """The name of the interface that the macvtap is made on."""
    mode: MacvtapMode
    """How guests on it reach each other."""


@data
class VlanMacvtapBinding(Binding):
    """Onto a VLAN interface, by macvtap, which the driver makes where it is not there."""

    source: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")]
    """The name of the VLAN interface, which the macvtap is made on."""
    uplink: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")]
    """The name of the node's interface that the VLAN interface is made on."""
    vlan: Annotated[VlanId, Ge(1), Le(4094)]
    """The VLAN."""
    mode: MacvtapMode
    """How guests on it reach each other."""


@data
class PciBinding(Binding):
    """The guest has the network device itself."""

    device: PciAddress
    """The device."""
    vlan: Annotated[VlanId, Ge(1), Le(4094)] | None = None
    """The VLAN that the device is set to; None: it is not set to any by the driver."""
    trusted: bool = False
    """Whether the guest may change its hardware address and receive everything that passes."""
    managed_elsewhere: bool = False
    """Whether a processor on the card connects the device to the network, and not the node. Only for a driver with the
    flag `REMOTE_MANAGED_PORTS`."""


@data
class PciMacvtapBinding(Binding):
    """Onto a virtual function of a network card, by macvtap."""

    device: PciAddress
    """The virtual function."""
    vlan: Annotated[VlanId, Ge(1), Le(4094)] | None = None
    """The VLAN that the virtual function is set to; None: it is set to none."""


@data
class EdgeBridgeBinding(Binding):
    """To a switch that speaks IEEE 802.1Qbg."""

    source: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")]
    """The interface of the node that is wired to the switch."""
    manager: Annotated[EdgeBridgeNumber, Ge(0), Le(255)]
    """The manager that keeps the types of interfaces."""
    kind: Annotated[EdgeBridgeNumber, Ge(0), Le(2**24 - 1)]
    """The type of the interface."""
    version: Annotated[EdgeBridgeNumber, Ge(0), Le(255)]
    """The version of that type."""
    instance: UUID
    """What the switch knows the interface by."""


@data
class PortExtenderBinding(Binding):
    """To a switch that speaks IEEE 802.1Qbh."""

    profile: Annotated[str, MinLen(1)]
    """The name of the profile that the switch keeps."""
    device: PciAddress
    """The virtual function that the interface is made on; its card is wired to the switch."""


@data
class DistributedSwitchBinding(Binding):
    """Into a switch that spans the machines of a vSphere cluster."""

    switch: str | None = None
    """The switch, as vSphere knows it; None: that of the port group."""
    port_group: Annotated[str, MinLen(1)]
    """The port group, or the segment of NSX, that the interface belongs to."""
    port: str | None = None
    """The port of the switch; None: any of the group."""


@data
class HyperVSwitchBinding(Binding):
    """Into a virtual switch of Hyper-V."""

    switch: str | None = None
    """The name of the switch; None: as the driver is configured."""


@data
class MidonetBinding(Binding):
    """Into a tap device that the agent of MidoNet connects to the network."""


@data
class VrouterBinding(Binding):
    """Into a tap device that the agent of Tungsten Fabric connects to its vRouter."""


@data
class VrouterPciBinding(Binding):
    """The guest has a virtual function itself, and a vRouter of Tungsten Fabric has what stands for it on the node."""

    device: PciAddress
    """The virtual function."""
