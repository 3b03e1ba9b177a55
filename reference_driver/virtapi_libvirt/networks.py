"""How a guest is connected to its networks while it starts. libvirt itself plugs what the definition names."""

from contextlib import AbstractContextManager
from uuid import UUID

from virtapi.events import AwaitedEvent, AwaitedKind
from virtapi.exceptions import NetworkUnavailable
from virtapi.host import Expectation
from virtapi.objects.binding import Binding, BridgeBinding, DataPath, OpenVswitchBinding
from virtapi.objects.instance import Instance
from virtapi.objects.network import InterfaceKind, NetworkInfo, Vif
from virtapi_libvirt.session import Session

__all__ = ["BINDINGS", "awaited", "check_networks", "connected"]

BINDINGS: frozenset[type[Binding]] = frozenset({BridgeBinding, OpenVswitchBinding})
"""The kinds of bindings that the driver can plug."""


def check_networks(instance: Instance, networks: NetworkInfo) -> None:
    """Look at what libvirt could not plug.

    Raises:
        NetworkUnavailable: a virtual interface needs what libvirt does not do.
    """
    for vif in networks.vifs:
        if (problem := _problem(vif)) is not None:
            raise NetworkUnavailable(instance=instance.uuid, details=f"{vif.id}: {problem}")


def connected(session: Session, instance: Instance, networks: NetworkInfo) -> AbstractContextManager[Expectation]:
    """At the end of the block, wait until the network service has connected all that it has not connected yet."""
    timeout = session.options.plug_timeout
    return session.host.expect_events(session.call, instance, awaited(networks), timeout=timeout)


def awaited(networks: NetworkInfo) -> frozenset[AwaitedEvent]:
    """What the network service will tell once it has connected what it has not connected yet."""
    return frozenset(
        AwaitedEvent(kind=AwaitedKind.VIF_PLUGGED, tag=str(vif.id)) for vif in networks.vifs if not vif.active
    )


def _problem(vif: Vif) -> str | None:
    """Why libvirt cannot plug an interface; None: it can."""
    if vif.kind is not InterfaceKind.NORMAL or vif.delegated:
        return "libvirt does not make it"
    if vif.limits is not None:
        return "this driver cannot limit what may pass"
    match vif.binding:
        case BridgeBinding(vlan=None, creation=None):
            return None
        case BridgeBinding():
            return "libvirt makes no bridges, and no VLANs behind them"
        case OpenVswitchBinding(filter_bridge=None, created_by_switch=False, data_path=DataPath.KERNEL) as binding:
            # libvirt accepts no other name there.
            return None if _is_uuid(binding.interface) else f"{binding.interface} is no UUID"
        case OpenVswitchBinding():
            return "libvirt plugs it directly into a bridge of the kernel, and no other way"
        case other:
            return f"{type(other).__name__} is no kind that the driver names in BINDINGS"


def _is_uuid(text: str) -> bool:
    try:
        return UUID(text).int >= 0
    except ValueError:
        return False
