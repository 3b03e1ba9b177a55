"""What one call works with."""

from dataclasses import dataclass

import libvirt

from virtapi.host import Call, HostServices
from virtapi_libvirt.events import LifecycleWatch
from virtapi_libvirt.options import LibvirtOptions

__all__ = ["Session"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What one call works with. It ends with the call."""

    call: Call
    """The call that is worked for."""
    connection: libvirt.virConnect
    """The connection as the call found it."""
    host: HostServices
    """What the host does for the driver."""
    watch: LifecycleWatch
    """What tells the host of its instances."""
    options: LibvirtOptions
    """What the operator has set."""
