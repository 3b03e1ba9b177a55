"""What a driver may be able to do beside what every driver must: one class an ability.

A driver has an ability by inheriting its class beside `ComputeDriver`. A host asks `Pausable.offered_by(driver)`.
"""

from abc import abstractmethod
from typing import ClassVar

from virtapi.ability import Ability
from virtapi.contract import capability, driver_interface, raises
from virtapi.exceptions import (
    ConnectionNotSupported,
    InstanceNotFound,
    InsufficientResources,
    InvalidPowerState,
    NetworkUnavailable,
    NodeNotFound,
    TooManyDevices,
    VolumeBusy,
    VolumeNotAttached,
    VolumeUnavailable,
)
from virtapi.flags import Capability
from virtapi.host import Call
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.objects.volume import Connection, VolumeAttachment, VolumeConnector
from virtapi.units import NodeName, VolumeId

__all__ = ["Pausable", "Suspendable", "VolumeAttachable"]

@driver_interface
@capability(Capability.PAUSE)
class Pausable(Ability):
    """The driver can stop a guest's processors and keep its memory."""

    @abstractmethod
    @raises(InstanceNotFound, InvalidPowerState)
    def pause(self, call: Call, instance: Instance, /) -> None:
        """Stop a guest's processors and keep its memory.

        Args:
            call: the call that the driver works for.
            instance: the instance to pause.
        Raises:
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest neither runs nor is paused.
        State: on any exception the guest runs on, or is what it was.
        Repeats: a guest that is paused stays as it is.
        After: `get_info` says `PAUSED`.
        """

    @abstractmethod
    @raises(InstanceNotFound, InvalidPowerState)
    def unpause(self, call: Call, instance: Instance, /) -> None:
        """Let a paused guest's processors run again.

        Args:
            call: the call that the driver works for.
            instance: the instance to run again.
        Raises:
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest is neither paused nor runs.
        State: on any exception the guest stays paused, or is what it was.
        Repeats: a guest that runs stays as it is.
        After: `get_info` says `RUNNING`.
        """

@driver_interface
@capability(Capability.SUSPEND)
class Suspendable(Ability):
    """The driver can save a guest's memory to disk, stop it, and go on from there later."""

    @abstractmethod
    @raises(InstanceNotFound, InsufficientResources, InvalidPowerState)
    def suspend(self, call: Call, instance: Instance, /) -> None:
        """Save a guest's memory to disk and stop it.

        Args:
            call: the call that the driver works for.
            instance: the instance to suspend.
        Raises:
            InstanceNotFound: the instance is not on this host.
            InsufficientResources: the node has no room for the guest's memory.
            InvalidPowerState: the guest neither runs nor is paused or suspended.
        State: on any exception the guest is what it was.
        Repeats: a guest that is suspended stays as it is.
        After: `get_info` says `SUSPENDED`.
        """

    @abstractmethod
    @raises(InstanceNotFound, InvalidPowerState, NetworkUnavailable, VolumeUnavailable)
    def resume(self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan) -> None:
        """Let a suspended guest go on from where it was.

        Args:
            call: the call that the driver works for.
            instance: the instance to resume.
            networks: what to connect it to.
            disks: the disks and volumes that it has.
        Raises:
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest is neither suspended nor runs.
            NetworkUnavailable: a virtual interface cannot be plugged.
            VolumeUnavailable: the storage behind a volume cannot be reached from this host.
        State: on any exception the guest stays suspended, or is what it was.
        Repeats: a guest that runs stays as it is.
        After: `get_info` says `RUNNING`.
        """

@driver_interface
@capability(Capability.VOLUME_ATTACH)
class VolumeAttachable(Ability):
    """The driver can attach volumes of the block storage service to a guest, running or not, and detach them."""

    CONNECTIONS: ClassVar[frozenset[type[Connection]]]
    """The kinds of connections that the driver can use; it is sent no others."""

    @abstractmethod
    @raises(NodeNotFound)
    def get_volume_connector(self, call: Call, node: NodeName, /) -> VolumeConnector:
        """Tell what the block storage service must know of a node before it lets it reach a volume.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
        Returns:
            What is known of the node now.
        Raises:
            NodeNotFound: the driver manages no node of this name.
        State: nothing is changed.
        Repeats: asks again.
        """

    @abstractmethod
    @raises(ConnectionNotSupported, InstanceNotFound, InvalidPowerState, TooManyDevices, VolumeUnavailable)
    def attach_volume(self, call: Call, instance: Instance, attachment: VolumeAttachment, /) -> None:
        """Connect the node to a volume and give it to a guest.

        Args:
            call: the call that the driver works for.
            instance: the instance that gets the volume.
            attachment: the volume and its place in the instance.
        Raises:
            ConnectionNotSupported: the driver cannot use the way in which the volume is connected.
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest is suspended.
            TooManyDevices: the guest has as many disks as it can have.
            VolumeUnavailable: the storage behind the volume cannot be reached from this host.
        State: on any exception the instance is as it was, and the node is not connected to the volume.
        Repeats: a volume that is attached to the instance stays as it is.
        Before: the block storage service lets the node reach the volume.
        After: the guest sees the volume, now or when it is started.
        """

    @abstractmethod
    @raises(InstanceNotFound, InvalidPowerState, VolumeBusy, VolumeNotAttached)
    def detach_volume(self, call: Call, instance: Instance, volume: VolumeId, /) -> None:
        """Take a volume from a guest and disconnect the node from it.

        Args:
            call: the call that the driver works for.
            instance: the instance that has the volume.
            volume: the volume to take.
        Raises:
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest is suspended.
            VolumeBusy: the guest does not let go of the volume.
            VolumeNotAttached: the volume is not attached to the instance.
        State: on any exception the volume is attached still, unless it was not.
        Repeats: a volume that is detached already raises `VolumeNotAttached`.
        After: neither the guest nor the node uses the volume.
        """
