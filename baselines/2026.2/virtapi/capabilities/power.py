# Produced from power.pyi by `virtapi runtime`; not to be edited.
"""What else can be done with a guest's power and its memory."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from virtapi.ability import Ability
from virtapi.contract import capability, driver_interface, raises
from virtapi.exceptions import (
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
from virtapi.flags import Capability

if TYPE_CHECKING:
    from virtapi.host import Call
    from virtapi.objects.device import DevicePlan
    from virtapi.objects.disk import DiskPlan
    from virtapi.objects.instance import Instance
    from virtapi.objects.network import NetworkInfo
    from virtapi.objects.power import PowerTarget

__all__ = ["NodeBootResumable", "Pausable", "PowerUpdatable", "SoftDeletable", "Suspendable"]


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
    @raises(CallCancelled, DeviceUnavailable, InstanceNotFound, InsufficientResources, InvalidPowerState)
    def suspend(self, call: Call, instance: Instance, /) -> None:
        """Save a guest's memory to disk and stop it.

        Args:
            call: the call that the driver works for.
            instance: the instance to suspend.
        Raises:
            CallCancelled: the call was cancelled before the memory was saved.
            DeviceUnavailable: a device of the guest cannot be taken from it, so that its memory cannot be saved.
            InstanceNotFound: the instance is not on this host.
            InsufficientResources: the node has no room for the guest's memory.
            InvalidPowerState: the guest neither runs nor is paused or suspended.
        State: on any exception the guest is what it was.
        Repeats: a guest that is suspended stays as it is.
        After: `get_info` says `SUSPENDED`.
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
        SecretForbidden,
        VolumeUnavailable,
    )
    def resume(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        """Let a suspended guest go on from where it was.

        Args:
            call: the call that the driver works for.
            instance: the instance to resume.
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
            InvalidPowerState: the guest is neither suspended nor runs.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
            SecretForbidden: the requester may not make or read a key that the guest needs.
            VolumeUnavailable: the storage behind a volume cannot be reached from the node.
        State: on any exception the guest stays suspended, or is what it was.
        Repeats: a guest that runs stays as it is.
        Before: the ports are bound to this host.
        After: `get_info` says `RUNNING`.
        """


@driver_interface
@capability(Capability.SOFT_DELETE)
class SoftDeletable(Ability):
    """The driver has a way of its own to keep a deleted instance for a while.

    Where a driver does not, the host shuts the guest down and starts it again when it is restored.
    """

    @abstractmethod
    @raises(InstanceNotFound, PowerOffFailed)
    def soft_delete(self, call: Call, instance: Instance, /) -> None:
        """Stop a guest and keep the instance, so that it can be restored.

        Args:
            call: the call that the driver works for.
            instance: the instance that its owner has deleted.
        Raises:
            InstanceNotFound: the instance is not on this host.
            PowerOffFailed: the hypervisor did not stop the guest.
        State: on any exception the instance is not deleted; the guest may still run.
        Repeats: an instance that is deleted softly already stays as it is.
        After: the guest does not run; `list_instances` has the instance until `destroy`.
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
    def restore(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        """Bring an instance back that was deleted softly, and start it.

        Args:
            call: the call that the driver works for.
            instance: the instance to bring back.
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
        State: on any exception the instance is there, deleted softly or shut down.
        Repeats: an instance that is not deleted stays as it is.
        Before: the ports are bound to this host.
        After: the guest runs.
        """


@driver_interface
@capability(Capability.NODE_BOOT_RESUME)
class NodeBootResumable(Ability):
    """The driver can bring a guest back that ran when its node went down."""

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
    def resume_after_node_boot(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        """Start a guest again that ran before the node was booted.

        Args:
            call: the call that the driver works for.
            instance: an instance that ran when it was last seen.
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
        State: on any exception the guest is shut down.
        Repeats: a guest that runs, is paused or is suspended stays as it is.
        Before: the host was started on this node for the first time since the node was booted, or is set to do so each
            time.
        After: the guest runs, unless it did not need starting.
        """


@driver_interface
@capability(Capability.POWER_UPDATE)
class PowerUpdatable(Ability):
    """The driver is told when another service has switched a guest on or off."""

    @abstractmethod
    @raises(InstanceNotFound)
    def update_power(self, call: Call, instance: Instance, state: PowerTarget, /) -> None:
        """Take note that a guest was switched on or off by somebody else.

        Args:
            call: the call that the driver works for.
            instance: the instance whose guest was switched.
            state: what was done to it.
        Raises:
            InstanceNotFound: the instance is not on this host.
        State: the guest is left as it is, exception or not; only what the driver remembers of it changes.
        Repeats: being told what is known does nothing.
        After: `get_info` says what the hypervisor says, and the driver does not undo what was done.
        """
