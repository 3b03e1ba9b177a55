"""What can be done for a guest that is in trouble."""

from abc import abstractmethod

from virtapi.ability import Ability
from virtapi.contract import capability, driver_interface, raises
from virtapi.exceptions import (
    CallCancelled,
    ConnectionNotSupported,
    DeviceUnavailable,
    EncryptionNotSupported,
    GuestAgentUnavailable,
    HardwareNotSupported,
    ImageCorrupt,
    ImageUnavailable,
    ImageUnsuitable,
    ImageUntrusted,
    InstanceNotFound,
    InsufficientResources,
    InvalidPowerState,
    NetworkUnavailable,
    NotSupported,
    PasswordRejected,
    PowerOffFailed,
    SecretForbidden,
    TooManyDevices,
    VolumeUnavailable,
)
from virtapi.flags import Capability
from virtapi.host import Call
from virtapi.objects.boot import RescuePlan
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.values import Secret

__all__ = ["CrashDumpable", "PasswordSettable", "Rescuable"]

@driver_interface
@capability(Capability.RESCUE)
class Rescuable(Ability):
    """The driver can boot a guest from another image, from which its disks can be repaired."""

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
        InstanceNotFound,
        InsufficientResources,
        NetworkUnavailable,
        PowerOffFailed,
        SecretForbidden,
        TooManyDevices,
        VolumeUnavailable,
    )
    def rescue(
        self,
        call: Call,
        instance: Instance,
        plan: RescuePlan,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        """Stop a guest and start it from another image, with its own disks beside it.

        Args:
            call: the call that the driver works for.
            instance: the instance to rescue.
            plan: what it is started from.
            networks: what to connect it to.
            disks: the disks and volumes that it has; all stay attached.
            devices: the other devices that it has.
        Raises:
            CallCancelled: the call was cancelled before the guest was started.
            ConnectionNotSupported: the driver cannot use the way in which a volume is connected.
            DeviceUnavailable: a device that the guest is to have is gone, or in use.
            EncryptionNotSupported: the driver cannot use the way in which a disk or volume is encrypted.
            HardwareNotSupported: the node cannot give the guest the rescue disk as the image asks for it.
            ImageCorrupt: the data of the image is not what the image service says that it is.
            ImageUnavailable: the image is gone, not ready, or may not be read.
            ImageUnsuitable: the image cannot be used: its format, its size, or what it asks for.
            ImageUntrusted: the signature of the image is not valid, or not made by whom the instance trusts.
            InstanceNotFound: the instance is not on this host.
            InsufficientResources: the node has not enough of a resource.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
            PowerOffFailed: the hypervisor did not stop the guest.
            SecretForbidden: the requester may not make or read a key that the guest needs.
            TooManyDevices: the guest has so many disks that there is no place for the rescue disk.
            VolumeUnavailable: the storage behind a volume cannot be reached from the node.
        State: on any exception the instance is not being rescued, and `power_on` starts it from its own disks.
        Repeats: an instance that is being rescued stays as it is.
        Before: an instance without a root disk of its own is rescued only where the driver offers
            `RESCUE_VOLUME_BACKED`.
        After: the guest runs from the rescue image; `power_off`, `power_on` and `reboot` keep to it until `unrescue`.
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
        PowerOffFailed,
        SecretForbidden,
        VolumeUnavailable,
    )
    def unrescue(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        """Stop a guest that is being rescued and start it from its own disks.

        Args:
            call: the call that the driver works for.
            instance: the instance that is being rescued.
            networks: what to connect it to.
            disks: the disks and volumes that it has.
            devices: the other devices that it has.
        Raises:
            CallCancelled: the call was cancelled before the guest ran from its own disks.
            ConnectionNotSupported: the driver cannot use the way in which a volume is connected.
            DeviceUnavailable: a device that the guest is to have is gone, or in use.
            EncryptionNotSupported: the driver cannot use the way in which a disk or volume is encrypted.
            InstanceNotFound: the instance is not on this host.
            InsufficientResources: the node has not enough of a resource.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
            PowerOffFailed: the hypervisor did not stop the guest.
            SecretForbidden: the requester may not make or read a key that the guest needs.
            VolumeUnavailable: the storage behind a volume cannot be reached from the node.
        State: on any exception the guest runs from the rescue image still, or is shut down.
        Repeats: an instance that is not being rescued stays as it is.
        After: the guest runs from its own disks, and nothing of the rescue is left on the node.
        """

@driver_interface
@capability(Capability.CRASH_DUMP)
class CrashDumpable(Ability):
    """The driver can make a guest's operating system write a crash dump."""

    @abstractmethod
    @raises(InstanceNotFound, InvalidPowerState, NotSupported)
    def trigger_crash_dump(self, call: Call, instance: Instance, /) -> None:
        """Send a guest the interrupt upon which its operating system writes a crash dump.

        Args:
            call: the call that the driver works for.
            instance: the instance to interrupt.
        Raises:
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest does not run.
            NotSupported: a guest of this kind has no such interrupt.
        State: on any exception the guest runs on undisturbed, or is what it was.
        Repeats: every call interrupts the guest.
        After: the guest has got the interrupt; what it makes of it is its own affair.
        """

@driver_interface
@capability(Capability.PASSWORD)
class PasswordSettable(Ability):
    """The driver can change the administrator's password in a guest that runs."""

    @abstractmethod
    @raises(GuestAgentUnavailable, InstanceNotFound, InvalidPowerState, NotSupported, PasswordRejected)
    def set_password(self, call: Call, instance: Instance, password: Secret, /) -> None:
        """Set the password of the guest's administrator.

        Args:
            call: the call that the driver works for.
            instance: the instance.
            password: the new password.
        Raises:
            GuestAgentUnavailable: no agent in the guest answers.
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest does not run.
            NotSupported: the guest's operating system has no such password.
            PasswordRejected: the guest does not take the password.
        State: on any exception the old password holds.
        Repeats: setting the same password again is no error.
        After: the new password holds. The driver keeps it nowhere.
        """
