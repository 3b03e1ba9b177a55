# Produced from interfaces.pyi by `virtapi runtime`; not to be edited.
"""What can be done with the virtual interfaces of a guest."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from virtapi.ability import Ability
from virtapi.contract import capability, driver_interface, raises
from virtapi.exceptions import (
    CallCancelled,
    DeviceUnavailable,
    HardwareNotSupported,
    InstanceNotFound,
    InterfaceBusy,
    InterfaceNotAttached,
    InvalidPowerState,
    NetworkUnavailable,
    NodeNotFound,
    TooManyDevices,
)
from virtapi.flags import Capability

if TYPE_CHECKING:
    from virtapi.host import Call
    from virtapi.objects.instance import Instance
    from virtapi.objects.network import NetworkInfo, Vif
    from virtapi.units import HostName

__all__ = ["BindingHostNameable", "InterfaceAttachable", "InterfacePluggable", "NetworkInjectable", "NetworkPreparable"]


@driver_interface
@capability(Capability.INTERFACE_ATTACH)
class InterfaceAttachable(Ability):
    """The driver can give a guest another virtual interface, running or not, and take one from it."""

    @abstractmethod
    @raises(
        CallCancelled,
        DeviceUnavailable,
        HardwareNotSupported,
        InstanceNotFound,
        InvalidPowerState,
        NetworkUnavailable,
        TooManyDevices,
    )
    def attach_interface(self, call: Call, instance: Instance, vif: Vif, /) -> None:
        """Plug a virtual interface and give it to a guest.

        Args:
            call: the call that the driver works for.
            instance: the instance that gets the interface.
            vif: the interface; only of a kind that `BINDINGS` names.
        Raises:
            CallCancelled: the call was cancelled before the guest had the interface.
            DeviceUnavailable: the device behind the interface is gone, or in use.
            HardwareNotSupported: the hypervisor has no interface of the kind that is asked for.
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest is suspended.
            NetworkUnavailable: the interface cannot be plugged, as far as the hypervisor can tell.
            TooManyDevices: the guest has as many interfaces as it can have.
        State: on any exception the instance is as it was, and the interface is not plugged.
        Repeats: an interface that is attached to the instance stays as it is.
        Before: the port is bound to this host.
        After: the guest sees the interface, now or when it is started.
        """

    @abstractmethod
    @raises(CallCancelled, InstanceNotFound, InterfaceBusy, InterfaceNotAttached, InvalidPowerState)
    def detach_interface(self, call: Call, instance: Instance, vif: Vif, /) -> None:
        """Take a virtual interface from a guest and unplug it.

        Args:
            call: the call that the driver works for.
            instance: the instance that has the interface.
            vif: the interface to take, as it was attached.
        Raises:
            CallCancelled: the call was cancelled before the guest let go of the interface.
            InstanceNotFound: the instance is not on this host.
            InterfaceBusy: the guest does not let go of the interface.
            InterfaceNotAttached: the interface is not attached to the instance.
            InvalidPowerState: the guest is suspended.
        State: on `InstanceNotFound` and `InterfaceNotAttached` the interface is unplugged all the same; on any other
            exception it is attached still.
        Repeats: an interface that is detached already raises `InterfaceNotAttached`.
        Before: the port may be gone already.
        After: the guest does not see the interface, and the node does not use it.
        """


@driver_interface
@capability(Capability.INTERFACE_PLUG)
class InterfacePluggable(Ability):
    """The driver can connect the node's side of an instance's interfaces without starting the guest."""

    @abstractmethod
    @raises(CallCancelled, DeviceUnavailable, NetworkUnavailable, NodeNotFound)
    def plug_interfaces(self, call: Call, instance: Instance, /, *, networks: NetworkInfo) -> None:
        """Connect the node's side of the interfaces, as it must be after the node was booted.

        Args:
            call: the call that the driver works for.
            instance: the instance.
            networks: what it is connected to.
        Raises:
            CallCancelled: the call was cancelled before all interfaces were plugged.
            DeviceUnavailable: the device behind an interface is gone, or in use.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
            NodeNotFound: the driver manages no node of the name that the instance has.
        State: on any exception some of the interfaces may be plugged; `unplug_interfaces` unplugs them.
        Repeats: an interface that is plugged stays as it is.
        Before: the ports are bound to this host; the guest may run or not.
        After: all interfaces are plugged; the guest is what it was.
        """

    @abstractmethod
    @raises()
    def unplug_interfaces(self, call: Call, instance: Instance, /, *, networks: NetworkInfo) -> None:
        """Disconnect the node's side of the interfaces.

        Args:
            call: the call that the driver works for.
            instance: the instance.
            networks: what it was connected to.
        State: on any exception some of the interfaces may still be plugged; calling again unplugs them.
        Repeats: an interface that is not plugged is no error, nor is a node that the driver does not manage.
        Before: the guest does not run, or does not use the interfaces any more.
        After: none of the interfaces is plugged.
        """


@driver_interface
@capability(Capability.NETWORK_PREPARE)
class NetworkPreparable(Ability):
    """The driver must connect an instance's networks before its volumes are connected."""

    @abstractmethod
    @raises(CallCancelled, DeviceUnavailable, NetworkUnavailable, NodeNotFound)
    def prepare_networks(self, call: Call, instance: Instance, /, *, networks: NetworkInfo) -> None:
        """Connect the networks of an instance that is going to be made.

        Args:
            call: the call that the driver works for.
            instance: the instance that is going to be made; its node says where.
            networks: what to connect it to.
        Raises:
            CallCancelled: the call was cancelled before all networks were connected.
            DeviceUnavailable: the device behind an interface is gone, or in use.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
            NodeNotFound: the driver manages no node of the name that the instance has.
        State: on any exception some of the networks may be connected; the host calls `clean_networks`.
        Repeats: what is connected stays so.
        Before: the host has made the ports; no volume was connected yet.
        After: the host calls `spawn`, or `clean_networks` where it does not come to that.
        """

    @abstractmethod
    @raises()
    def clean_networks(self, call: Call, instance: Instance, /, *, networks: NetworkInfo) -> None:
        """Disconnect what `prepare_networks` has connected.

        Args:
            call: the call that the driver works for.
            instance: the instance that is not going to be made.
            networks: what it was connected to.
        State: on any exception some of the networks may still be connected; calling again disconnects them.
        Repeats: what is not connected is no error, nor is a node that the driver does not manage.
        After: none of the networks is connected.
        """


@driver_interface
@capability(Capability.NETWORK_INJECT)
class NetworkInjectable(Ability):
    """The driver can tell a guest that runs how its networks have changed."""

    @abstractmethod
    @raises(InstanceNotFound)
    def inject_networks(self, call: Call, instance: Instance, /, *, networks: NetworkInfo) -> None:
        """Hand the addresses and networks of an instance to its guest.

        Args:
            call: the call that the driver works for.
            instance: the instance.
            networks: what it is connected to now.
        Raises:
            InstanceNotFound: the instance is not on this host.
        State: on any exception the guest knows what it knew before.
        Repeats: the guest is told again.
        After: the guest can read what has changed; whether it does is its own affair.
        """


@driver_interface
@capability(Capability.BINDING_HOST)
class BindingHostNameable(Ability):
    """The driver says to which host an instance's ports are bound, where that is not the host that calls."""

    @abstractmethod
    @raises(NodeNotFound)
    def get_binding_host(self, call: Call, instance: Instance, /) -> HostName | None:
        """Tell to which host the ports of an instance are to be bound.

        Args:
            call: the call that the driver works for.
            instance: the instance; it need not be there yet.
        Returns:
            The name of the host as the network service knows it; None: the ports are bound to no host.
        Raises:
            NodeNotFound: the driver manages no node of the name that the instance has.
        State: nothing is changed.
        Repeats: answers the same as long as the instance stays on its node.
        Before: the host is about to make or to bind a port.
        """
