"""What an operator sets for the driver."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi.driver import DriverOptions
from virtapi.units import NodeName, Seconds
from virtapi.values import matches

__all__ = ["LibvirtOptions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LibvirtOptions(DriverOptions):
    """What an operator sets for the driver."""

    uri: Annotated[str, MinLen(1)] = "qemu:///system"
    """How libvirt is reached, as https://libvirt.org/uri.html has it."""
    folder: Annotated[str, matches("/.*")] = "/var/lib/virtapi-libvirt"
    """The whole path of the folder that belongs to the driver: the disks of its instances, and what names its node."""
    node: NodeName | None = None
    """The name of the node; None: as libvirt names its host."""
    plug_timeout: Annotated[Seconds, Ge(0), Le(86_400)] = Seconds(300)
    """How long the network service may take to connect a guest that starts, in seconds."""
