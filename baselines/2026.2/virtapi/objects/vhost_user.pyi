"""How virtual interfaces are plugged through a socket to a program of the node."""

from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from annotated_types import MinLen

from virtapi.contract import open_enum
from virtapi.objects.binding import Binding
from virtapi.objects.open_vswitch import OpenVswitchPort
from virtapi.objects.pci import PciAddress

__all__ = [
    "FastPathVhostUserBinding",
    "OpenVswitchVhostUserBinding",
    "SocketRole",
    "VhostUserBinding",
    "VhostUserSocket",
    "VirtioForwarderBinding",
    "VrouterVhostUserBinding",
]

@open_enum
class SocketRole(Enum):
    """Who makes a socket. Members will be added: who reads one needs a default branch."""

    CLIENT = "client"
    """The hypervisor connects to a socket that is there."""
    SERVER = "server"
    """The hypervisor makes the socket and waits."""

@dataclass(frozen=True, slots=True, kw_only=True)
class VhostUserSocket:
    """A socket between the hypervisor and a program of the node."""

    path: Annotated[str, MinLen(1)]
    """Its whole path on the node."""
    role: SocketRole
    """What the hypervisor does with it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class VhostUserBinding(Binding):
    """To a program of the node, through a socket (vhost-user), which somebody else connects to the network."""

    socket: VhostUserSocket
    """The socket."""

@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVswitchVhostUserBinding(Binding):
    """To Open vSwitch through a socket (vhost-user), for which the driver makes the port."""

    socket: VhostUserSocket
    """The socket."""
    switch_port: OpenVswitchPort
    """Where the driver plugs it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class FastPathVhostUserBinding(Binding):
    """To a program of the node, through a socket (vhost-user), for which the driver makes an interface of the node that
    stands for it."""

    socket: VhostUserSocket
    """The socket."""
    switch_port: OpenVswitchPort | None = None
    """Where the driver plugs that interface; None: somebody else connects it to the network."""

@dataclass(frozen=True, slots=True, kw_only=True)
class VirtioForwarderBinding(Binding):
    """To a virtual function of a network card, by a program of the node that forwards to it what passes a socket
    (vhost-user)."""

    socket: VhostUserSocket
    """The socket."""
    device: PciAddress
    """The virtual function."""
    switch_port: OpenVswitchPort
    """Where the driver plugs the interface of the node that stands for the virtual function (its representor)."""

@dataclass(frozen=True, slots=True, kw_only=True)
class VrouterVhostUserBinding(Binding):
    """Into a vRouter of Tungsten Fabric that is a program of the node, through a socket (vhost-user)."""

    socket: VhostUserSocket
    """The socket."""
    device: PciAddress | None = None
    """The virtual function to which the program forwards; None: to none."""
