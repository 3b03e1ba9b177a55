"""How a guest is connected to its networks while it starts. libvirt itself plugs what the definition names."""

from contextlib import AbstractContextManager

from virtapi.events import AwaitedEvent, AwaitedKind
from virtapi.host import Expectation
from virtapi.objects.binding import Binding, BridgeBinding
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.objects.open_vswitch import OpenVswitchBinding
from virtapi_libvirt.session import Session

__all__ = ["BINDINGS", "awaited", "connected"]

BINDINGS: frozenset[type[Binding]] = frozenset({BridgeBinding, OpenVswitchBinding})
"""The kinds of bindings that the driver can plug."""


def connected(session: Session, instance: Instance, networks: NetworkInfo) -> AbstractContextManager[Expectation]:
    """At the end of the block, wait until the network service has connected all that it has not connected yet."""
    timeout = session.options.plug_timeout
    return session.host.expect_events(session.call, instance, awaited(networks), timeout=timeout)


def awaited(networks: NetworkInfo) -> frozenset[AwaitedEvent]:
    """What the network service will tell once it has connected what it has not connected yet."""
    return frozenset(
        AwaitedEvent(kind=AwaitedKind.VIF_PLUGGED, tag=str(vif.id)) for vif in networks.vifs if not vif.active
    )
