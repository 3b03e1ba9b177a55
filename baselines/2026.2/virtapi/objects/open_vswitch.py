# Produced from open_vswitch.pyi by `virtapi runtime`; not to be edited.
"""How virtual interfaces are plugged into Open vSwitch."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from virtapi._data import data
from virtapi.contract import open_enum
from virtapi.objects.binding import Binding
from virtapi.objects.pci import PciAddress
from virtapi.units import InterfaceName, VifId
from virtapi.values import check_fields, matches

__all__ = [
    "DataPath",
    "DelegatedOpenVswitchBinding",
    "FilteredOpenVswitchBinding",
    "OpenVswitchBinding",
    "OpenVswitchPort",
    "PciOpenVswitchBinding",
    "UserSpaceOpenVswitchBinding",
    "VdpaBinding",
]


@open_enum
class DataPath(Enum):
    """What moves the frames of an Open vSwitch bridge. Members will be added: who reads one needs a default branch."""

    KERNEL = "kernel"
    """The operating system's kernel."""
    USER_SPACE = "user-space"
    """A program of the node, such as one with DPDK."""


@data
class OpenVswitchPort:
    """What stands in Open vSwitch for an interface that the guest does not reach through a tap device."""

    bridge: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")] | None = None
    """The name of the bridge on the node; None: as the driver is configured."""
    interface: VifId
    """What Open vSwitch knows the interface by (`iface-id`)."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class OpenVswitchBinding(Binding):
    """Into a bridge of Open vSwitch whose frames the kernel moves, as the hypervisor does it when the guest starts."""

    bridge: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")]
    """The name of the bridge on the node."""
    interface: VifId
    """What Open vSwitch knows the interface by (`iface-id`)."""
    port_profile: str | None = None
    """The name of the profile that is told to Open vSwitch; None: none is."""


@data
class UserSpaceOpenVswitchBinding(Binding):
    """Into a bridge of Open vSwitch whose frames a program of the node moves, as the hypervisor does it when the guest
    starts."""

    bridge: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")]
    """The name of the bridge on the node."""
    interface: VifId
    """What Open vSwitch knows the interface by (`iface-id`)."""
    port_profile: str | None = None
    """The name of the profile that is told to Open vSwitch; None: none is."""


@data
class FilteredOpenVswitchBinding(Binding):
    """Into a bridge of the operating system, which the driver makes and connects to a bridge of Open vSwitch, so that
    frames can be filtered there."""

    filter_bridge: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")]
    """The name of the bridge of the operating system."""
    bridge: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")]
    """The name of the bridge of Open vSwitch."""
    interface: VifId
    """What Open vSwitch knows the interface by (`iface-id`)."""


@data
class DelegatedOpenVswitchBinding(Binding):
    """Into a bridge of Open vSwitch, where the driver itself makes the port before the guest starts."""

    bridge: Annotated[InterfaceName, matches(r"(?!\.\.?$)[!-.0-9;-~]{1,15}")]
    """The name of the bridge on the node."""
    interface: VifId
    """What Open vSwitch knows the interface by (`iface-id`)."""
    data_path: DataPath = DataPath.KERNEL
    """What moves the frames."""
    create_tap: bool = False
    """Whether the driver makes the tap device too, before the port, so that a live migration is short."""


@data
class PciOpenVswitchBinding(Binding):
    """The guest has a virtual function itself, and what stands for it on the node is plugged into Open vSwitch."""

    device: PciAddress
    """The virtual function."""
    switch_port: OpenVswitchPort
    """Where the driver plugs the interface of the node that stands for the virtual function (its representor)."""


@data
class VdpaBinding(Binding):
    """To a virtual function whose card speaks virtio (vDPA), and what stands for it on the node is plugged into Open
    vSwitch."""

    device: PciAddress
    """The virtual function."""
    switch_port: OpenVswitchPort
    """Where the driver plugs the interface of the node that stands for the virtual function (its representor)."""
