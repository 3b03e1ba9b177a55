# Produced from driver.pyi by `virtapi runtime`; not to be edited.
"""What every driver must do. Optional abilities are the classes of `virtapi.capabilities`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, final

from virtapi import defaults
from virtapi._data import data
from virtapi.contract import concurrent, driver_interface, raises
from virtapi.exceptions import (
    CallCancelled,
    ConnectionNotSupported,
    DeviceUnavailable,
    EncryptionNotSupported,
    HardwareNotSupported,
    ImageCorrupt,
    ImageUnavailable,
    ImageUnsuitable,
    ImageUntrusted,
    InstanceExists,
    InstanceNotFound,
    InsufficientResources,
    InvalidPowerState,
    NetworkUnavailable,
    NodeDisabled,
    NodeNotFound,
    PowerOffFailed,
    SecretForbidden,
    TooManyDevices,
    VolumeUnavailable,
)
from virtapi.values import check_fields

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from virtapi.flags import Capability
    from virtapi.host import Call, HostServices
    from virtapi.objects.binding import Binding
    from virtapi.objects.boot import BootPlan, Disposal, Shutdown
    from virtapi.objects.device import DevicePlan
    from virtapi.objects.disk import DiskPlan
    from virtapi.objects.instance import Instance
    from virtapi.objects.network import NetworkInfo
    from virtapi.objects.node import Node, NodeResources
    from virtapi.objects.power import InstanceInfo, RebootKind
    from virtapi.units import InstanceUuid, NodeName

__all__ = ["ComputeDriver", "DriverBase", "DriverOptions"]


@driver_interface
@data
class DriverOptions:
    """What an operator sets for a driver.

    A driver subclasses it, as a dataclass like this one, and names the subclass in `OPTIONS`. The host fills it from
    its configuration before it constructs the driver. The types of the fields say what is accepted.
    """

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@driver_interface
class DriverBase(ABC):
    """How a driver is made, started, asked for its abilities, and stopped.

    Calls for different instances may run at once. Those for one instance the host serialises, unless the method is
    `concurrent`. A driver's own names begin with `_`, so that none collides with what this interface adds later.
    """

    OPTIONS: ClassVar[type[DriverOptions]] = DriverOptions
    """The class of the driver's options."""
    FLAGS: ClassVar[frozenset[Capability]] = frozenset()
    """The capabilities without methods of their own that the driver offers."""
    RELEASES: ClassVar[tuple[str, str]]
    """The oldest and the newest release of hosts that the driver was written for, such as `("2026.1", "2026.2")`."""

    @abstractmethod
    def __init__(self, host: HostServices, options: DriverOptions, /) -> None:
        """Keep what the driver is given and do nothing else: no file, no connection, no thread.

        Args:
            host: what the driver may ask its host for, from `start` on.
            options: an object of the class that `OPTIONS` names, filled and checked. Where it is none, `TypeError` is
                right: it is the mistake of a programmer.
        State: nothing outside of the object is changed.
        Repeats: every driver is an object of its own.
        After: the host calls `start`, or drops the driver.
        """

    @abstractmethod
    @raises()
    def start(self, call: Call, /) -> None:
        """Make the driver ready: connect to the hypervisor and look at what is there.

        Between `start` and `stop` a driver may own threads.

        Args:
            call: the call that the driver works for.
        State: on any exception the driver is as it was before, and may be started again.
        Repeats: starting what is started does nothing.
        Before: no other method was called.
        After: the host may call every other method.
        """

    @abstractmethod
    @raises()
    def stop(self, call: Call, /) -> None:
        """Let go of the hypervisor, and end the threads that the driver owns. Guests run on.

        Args:
            call: the call that the driver works for.
        State: on any exception the driver is stopped all the same.
        Repeats: stopping what is stopped does nothing.
        Before: no other call runs, and `HostServices.background` is cancelled.
        After: the host calls nothing but `start`.
        """

    @raises()
    def capabilities(self) -> frozenset[Capability]:
        """What the hypervisor below the driver can do at the moment.

        A driver overrides this to drop what its hypervisor lacks: `super().capabilities() - {Capability.PAUSE}`. Adding
        has no effect: a capability is offered by inheriting its class, or through `FLAGS`.

        It answers from what the driver knows already, and asks no hypervisor: it lets out nothing, not even
        `HypervisorUnavailable`.

        Returns:
            The flags of the abilities that the driver inherits together with its `FLAGS`, less what it drops.
        State: nothing is changed.
        Repeats: answers the same from `start` on, until the driver emits `CapabilitiesChanged`.
        Before: `start` has returned.
        """
        return defaults.capabilities(self)

    @final
    @raises()
    def offers(self, capability: Capability, /) -> bool:
        """Whether the driver offers a capability now. Like `capabilities` it lets out nothing.

        Args:
            capability: the flag that is asked for.
        Returns:
            True where the driver declares the flag, `capabilities` has it, and the driver offers all that it requires.
        State: nothing is changed.
        Repeats: answers the same as long as `capabilities` does.
        Before: `start` has returned.
        """
        return defaults.offers(self, capability)


@driver_interface
class ComputeDriver(DriverBase):
    """What every driver must do. Optional abilities are the classes of `virtapi.capabilities`."""

    BINDINGS: ClassVar[frozenset[type[Binding]]]
    """The kinds of bindings that the driver can plug; it is sent no others. Each is named by itself."""

    @abstractmethod
    @raises()
    def list_nodes(self, call: Call, /) -> Sequence[Node]:
        """Tell which nodes the driver manages.

        Args:
            call: the call that the driver works for.
        Returns:
            The nodes, in no particular order, and each only once; a node that is gone is not among them.
        State: nothing is changed.
        Repeats: asks again.
        """

    @abstractmethod
    @raises(NodeNotFound)
    def get_resources(self, call: Call, node: NodeName, /) -> NodeResources:
        """Tell what a node has, and how much of it is in use.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
        Returns:
            The figures of this moment, as the hypervisor sees them.
        Raises:
            NodeNotFound: the driver manages no node of this name.
        State: nothing is changed.
        Repeats: asks again.
        """

    @abstractmethod
    @raises(NodeNotFound)
    def list_instances(self, call: Call, node: NodeName, /) -> frozenset[InstanceUuid]:
        """Tell which instances are on a node, whatever state they are in.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
        Returns:
            The instances there that a host of this name (`HostServices.name`) has made, or that have moved to it; what
            others have made is not among them, even if they use the same hypervisor.
        Raises:
            NodeNotFound: the driver manages no node of this name.
        State: nothing is changed.
        Repeats: asks again.
        """

    @raises(NodeNotFound)
    @concurrent
    def instance_exists(self, call: Call, instance: Instance, /) -> bool:
        """Whether the instance is on its node. Derived from `list_instances`; a driver may know a faster way.

        Args:
            call: the call that the driver works for.
            instance: the instance to look for.
        Returns:
            True where `list_instances` of the instance's node has it.
        Raises:
            NodeNotFound: the driver manages no node of the name that the instance has.
        State: nothing is changed.
        Repeats: asks again.
        """
        return defaults.instance_exists(self, call, instance)

    @abstractmethod
    @raises(InstanceNotFound)
    @concurrent
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        """Tell what a guest does at the moment.

        Args:
            call: the call that the driver works for.
            instance: the instance to look at.
        Returns:
            What the hypervisor says, not what was said before.
        Raises:
            InstanceNotFound: the instance is not on this host.
        State: nothing is changed.
        Repeats: asks again.
        """

    @abstractmethod
    @raises(
        CallCancelled,
        ConnectionNotSupported,
        DeviceUnavailable,
        EncryptionNotSupported,
        HardwareNotSupported,
        ImageCorrupt,
        ImageUnavailable,
        ImageUnsuitable,
        ImageUntrusted,
        InstanceExists,
        InsufficientResources,
        NetworkUnavailable,
        NodeDisabled,
        NodeNotFound,
        SecretForbidden,
        TooManyDevices,
        VolumeUnavailable,
    )
    def spawn(
        self,
        call: Call,
        instance: Instance,
        plan: BootPlan,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        """Create the instance, and start it unless the plan says otherwise.

        A host sends no instance to a node that is off, disabled or in maintenance. Where it comes to that all the same,
        a node that is off is `HypervisorUnavailable`, the others are `NodeDisabled`.

        Args:
            call: the call that the driver works for.
            instance: the instance to create; its node says where.
            plan: how it is made.
            networks: what to connect it to; only kinds that `BINDINGS` names.
            disks: the disks to make and the volumes to attach; volumes only where the driver is a `VolumeAttachable`.
            devices: the other devices that it gets.
        Raises:
            CallCancelled: the call was cancelled before the instance was there.
            ConnectionNotSupported: the driver cannot use the way in which a volume is connected.
            DeviceUnavailable: a device that the guest is to have is gone, or in use.
            EncryptionNotSupported: the driver cannot use the way in which a disk or volume is encrypted.
            HardwareNotSupported: the node cannot give the guest what its flavor or image asks for.
            ImageCorrupt: the data of the image is not what the image service says that it is.
            ImageUnavailable: the image is gone, not ready, or may not be read.
            ImageUnsuitable: the image cannot be used: its format, its size, or what it asks for.
            ImageUntrusted: the signature of the image is not valid, or not made by whom the instance trusts.
            InstanceExists: an instance of this uuid or name is on this host already.
            InsufficientResources: the node has not enough of a resource.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
            NodeDisabled: the node takes no new guests: it was disabled, or is in maintenance.
            NodeNotFound: the driver manages no node of the name that the instance has.
            SecretForbidden: the requester may not make or read a key that the guest needs.
            TooManyDevices: the plan has more devices than the hypervisor can give to a guest.
            VolumeUnavailable: the storage behind a volume cannot be reached from the node.
        State: on any exception nothing of the instance is left behind.
        Repeats: an instance whose uuid or name exists raises `InstanceExists`.
        Before: the host has claimed the resources, and the ports are bound to this host.
        After: `list_instances` has the instance, and it runs, or is shut down where the plan does not start it.
        """

    @abstractmethod
    @raises(PowerOffFailed)
    def destroy(
        self,
        call: Call,
        instance: Instance,
        disposal: Disposal,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        """Stop the guest without asking it, and remove the instance from the hypervisor.

        Args:
            call: the call that the driver works for.
            instance: the instance to remove.
            disposal: what goes together with it.
            networks: what to disconnect it from.
            disks: the disks and volumes that it has.
            devices: the other devices that it has.
        Raises:
            PowerOffFailed: the hypervisor did not stop the guest.
        State: on any exception the instance may be there in part; calling again removes the rest.
        Repeats: an instance that is not there, or only in part, is no error: what is left of it is removed.
        After: `list_instances` does not have the instance, and its node is connected to none of its volumes. What
            `ColdMigratable.migrate_disks_and_power_off` keeps to go back is kept still.
        """

    @abstractmethod
    @raises(
        CallCancelled,
        ConnectionNotSupported,
        DeviceUnavailable,
        EncryptionNotSupported,
        InstanceNotFound,
        InsufficientResources,
        NetworkUnavailable,
        SecretForbidden,
        VolumeUnavailable,
    )
    def power_on(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        """Start a guest that is shut down or has crashed.

        Args:
            call: the call that the driver works for.
            instance: the instance to start.
            networks: what to connect it to.
            disks: the disks and volumes that it has.
            devices: the other devices that it has.
        Raises:
            CallCancelled: the call was cancelled before the guest ran.
            ConnectionNotSupported: the driver cannot use the way in which a volume is connected.
            DeviceUnavailable: a device that the guest is to have is gone, or in use.
            EncryptionNotSupported: the driver cannot use the way in which a disk or volume is encrypted.
            InstanceNotFound: the instance is not on this host.
            InsufficientResources: the node has not enough of a resource.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
            SecretForbidden: the requester may not make or read a key that the guest needs.
            VolumeUnavailable: the storage behind a volume cannot be reached from the node.
        State: on any exception the guest does not run, or is what it was.
        Repeats: a guest that runs, is paused or is suspended stays as it is.
        After: the guest runs, unless it did not need starting.
        """

    @abstractmethod
    @raises(CallCancelled, InstanceNotFound, PowerOffFailed)
    def power_off(self, call: Call, instance: Instance, shutdown: Shutdown, /) -> None:
        """Shut a guest down, by force where it does not follow in time.

        Args:
            call: the call that the driver works for.
            instance: the instance to shut down.
            shutdown: how much time the guest gets.
        Raises:
            CallCancelled: the call was cancelled before the guest was stopped; it may be shutting down.
            InstanceNotFound: the instance is not on this host.
            PowerOffFailed: the hypervisor did not stop the guest.
        State: on any exception the guest may still run.
        Repeats: a guest that is shut down stays as it is.
        After: the guest is shut down; a suspended one has lost its memory.
        """

    @abstractmethod
    @raises(
        CallCancelled,
        ConnectionNotSupported,
        DeviceUnavailable,
        EncryptionNotSupported,
        InstanceNotFound,
        InsufficientResources,
        InvalidPowerState,
        NetworkUnavailable,
        PowerOffFailed,
        SecretForbidden,
        VolumeUnavailable,
    )
    def reboot(
        self,
        call: Call,
        instance: Instance,
        kind: RebootKind,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
        shutdown: Shutdown,
    ) -> None:
        """Stop a guest and start it again.

        A volume without which the guest can run may be missing: the driver leaves it out, and names it with
        `HostServices.report_bad_volumes`.

        Args:
            call: the call that the driver works for.
            instance: the instance to reboot.
            kind: whether the guest is asked. A hard reboot also starts what is shut down or has crashed.
            networks: what to connect it to.
            disks: the disks and volumes that it has.
            devices: the other devices that it has.
            shutdown: how much time a soft reboot gives the guest; a hard one gives none.
        Raises:
            CallCancelled: the call was cancelled before the guest ran again.
            ConnectionNotSupported: the driver cannot use the way in which a volume is connected.
            DeviceUnavailable: a device that the guest is to have is gone, or in use.
            EncryptionNotSupported: the driver cannot use the way in which a disk or volume is encrypted.
            InstanceNotFound: the instance is not on this host.
            InsufficientResources: the node has not enough of a resource.
            InvalidPowerState: a soft reboot of a guest that does not run.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
            PowerOffFailed: the hypervisor did not stop the guest.
            SecretForbidden: the requester may not make or read a key that the guest needs.
            VolumeUnavailable: the storage behind a volume cannot be reached from the node.
        State: on any exception the guest either runs or is shut down.
        Repeats: every call reboots the guest.
        After: the guest runs.
        """
