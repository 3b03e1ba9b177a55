# Produced from vhost_user.pyi by `virtapi runtime`; not to be edited.
"""How virtual interfaces are plugged through a socket to a program of the node."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from annotated_types import MinLen

from virtapi._data import data
from virtapi.contract import open_enum
from virtapi.objects.binding import Binding
from virtapi.objects.open_vswitch import OpenVswitchPort
from virtapi.objects.pci import PciAddress
from virtapi.values import check_fields

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


@data
class VhostUserSocket:
    """A socket between the hypervisor and a program of the node."""

    path: Annotated[str, MinLen(1)]
    """Its whole path on the node."""
    role: SocketRole
    """What the hypervisor does with it."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class VhostUserBinding(Binding):
    """To a program of the node, through a socket (vhost-user), which somebody else connects to the network."""

    socket: VhostUserSocket
    """The socket."""


@data
class OpenVswitchVhostUserBinding(Binding):
    """To Open vSwitch through a socket (vhost-user), for which the driver makes the port."""

    socket: VhostUserSocket
    """The socket."""
    switch_port: OpenVswitchPort
    """Where the driver plugs it."""


@data
class FastPathVhostUserBinding(Binding):
    """To a program of the node, through a socket (vhost-user), for which the driver makes an interface of the node that
    stands for it."""

    socket: VhostUserSocket
    """The socket."""
    switch_port: OpenVswitchPort | None = None
    """Where the driver plugs that interface; None: somebody else connects it to the network."""


@data
class VirtioForwarderBinding(Binding):
    """To a virtual function of a network card, by a program of the node that forwards to it what passes a socket
    (vhost-user)."""

    socket: VhostUserSocket
    """The socket."""
    device: PciAddress
    """The virtual function."""
    switch_port: OpenVswitchPort
    """Where the driver plugs the interface of the node that stands for the virtual function (its representor)."""


@data
class VrouterVhostUserBinding(Binding):
    """Into a vRouter of Tungsten Fabric that is a program of the node, through a socket (vhost-user)."""

    socket: VhostUserSocket
    """The socket."""
    device: PciAddress | None = None
    """The virtual function to which the program forwards; None: to none."""
