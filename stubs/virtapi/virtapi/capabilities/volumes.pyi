"""What can be done with the volumes of a guest."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Annotated, ClassVar

from annotated_types import Ge, Le
from typing_extensions import deprecated

from virtapi.ability import Ability
from virtapi.contract import capability, concurrent, driver_interface, raises, since, superseded
from virtapi.exceptions import (
    CallCancelled,
    ConnectionNotSupported,
    EncryptionNotSupported,
    HardwareNotSupported,
    InstanceNotFound,
    InvalidPowerState,
    NodeNotFound,
    SecretForbidden,
    TooManyDevices,
    VolumeBusy,
    VolumeNotAttached,
    VolumeUnavailable,
)
from virtapi.flags import Capability
from virtapi.host import Call
from virtapi.objects.connection import Connection
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.usage import VolumeUsage
from virtapi.objects.volume import VolumeAttachment, VolumeConnector
from virtapi.units import Bytes, DeviceName, NodeName, VolumeId

__all__ = ["DeviceNameable", "VolumeAttachable", "VolumeExtendable", "VolumeSwappable", "VolumeUsageReportable"]

@driver_interface
@capability(Capability.VOLUME_ATTACH)
class VolumeAttachable(Ability):
    """The driver can attach volumes of the block storage service to a guest, running or not, and detach them."""

    CONNECTIONS: ClassVar[frozenset[type[Connection]]]
    """The kinds of connections that the driver can use; it is sent no others."""

    @abstractmethod
    @raises(NodeNotFound)
    def get_volume_connector(self, call: Call, node: NodeName, instance: Instance, /) -> VolumeConnector:
        """Tell what the block storage service must know of a node before it lets it reach a volume of an instance.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages. It is not that of the instance where the instance is to move there.
            instance: the instance that has the volume, or is to have it. It need not be there yet; to most storage it
                does not matter.
        Returns:
            What is known of the node now.
        Raises:
            NodeNotFound: the driver manages no node of this name.
        State: nothing is changed.
        Repeats: asks again.
        """

    @since("2026.2")
    @raises(
        CallCancelled,
        ConnectionNotSupported,
        EncryptionNotSupported,
        HardwareNotSupported,
        InstanceNotFound,
        InvalidPowerState,
        SecretForbidden,
        TooManyDevices,
        VolumeUnavailable,
    )
    def attach_volumes(self, call: Call, instance: Instance, attachments: Sequence[VolumeAttachment], /) -> None:
        """Connect the node to several volumes and give them to a guest, all of them or none.

        Args:
            call: the call that the driver works for.
            instance: the instance that gets the volumes.
            attachments: the volumes and their places in the instance, each volume once.
        Raises:
            CallCancelled: the call was cancelled before the guest had all of the volumes.
            ConnectionNotSupported: the driver cannot use the way in which a volume is connected.
            EncryptionNotSupported: the driver cannot use the way in which a volume is encrypted.
            HardwareNotSupported: the hypervisor has no disk of the kind that an attachment asks for.
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest is suspended.
            SecretForbidden: the requester may not read the key of a volume.
            TooManyDevices: with all of the volumes the guest has more disks than it can have.
            VolumeUnavailable: the storage behind a volume cannot be reached from the node.
        State: on any exception the instance is as it was: it has none of the volumes, and the node is connected to
            none of them.
        Repeats: volumes that are all attached to the instance stay as they are.
        Before: the block storage service lets the node reach the volumes. Of these the instance has none, or all.
        After: the guest sees the volumes, now or when it is started.
        """

    @superseded(by="attach_volumes", since="2026.2")
    @deprecated("use attach_volumes")
    @raises(
        CallCancelled,
        ConnectionNotSupported,
        EncryptionNotSupported,
        HardwareNotSupported,
        InstanceNotFound,
        InvalidPowerState,
        SecretForbidden,
        TooManyDevices,
        VolumeUnavailable,
    )
    def attach_volume(self, call: Call, instance: Instance, attachment: VolumeAttachment, /) -> None:
        """Connect the node to a volume and give it to a guest.

        Args:
            call: the call that the driver works for.
            instance: the instance that gets the volume.
            attachment: the volume and its place in the instance.
        Raises:
            CallCancelled: the call was cancelled before the guest had the volume.
            ConnectionNotSupported: the driver cannot use the way in which the volume is connected.
            EncryptionNotSupported: the driver cannot use the way in which the volume is encrypted.
            HardwareNotSupported: the hypervisor has no disk of the kind that the attachment asks for.
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest is suspended.
            SecretForbidden: the requester may not read the key of the volume.
            TooManyDevices: the guest has as many disks as it can have.
            VolumeUnavailable: the storage behind the volume cannot be reached from the node.
        State: on any exception the instance is as it was, and the node is not connected to the volume.
        Repeats: a volume that is attached to the instance stays as it is.
        Before: the block storage service lets the node reach the volume.
        After: the guest sees the volume, now or when it is started.
        """

    @abstractmethod
    @raises(CallCancelled, InstanceNotFound, InvalidPowerState, VolumeBusy, VolumeNotAttached)
    def detach_volume(self, call: Call, instance: Instance, attachment: VolumeAttachment, /) -> None:
        """Take a volume from a guest and disconnect the node from it.

        Args:
            call: the call that the driver works for.
            instance: the instance that has the volume.
            attachment: the volume to take, as it was attached.
        Raises:
            CallCancelled: the call was cancelled before the guest let go of the volume.
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest is suspended.
            VolumeBusy: the guest does not let go of the volume.
            VolumeNotAttached: the volume is not attached to the instance.
        State: on `InstanceNotFound` and `VolumeNotAttached` the node is disconnected from the volume all the same; on
            any other exception the volume is attached still.
        Repeats: a volume that is detached already raises `VolumeNotAttached`.
        After: neither the guest nor the node uses the volume.
        """

@driver_interface
@capability(Capability.VOLUME_EXTEND)
class VolumeExtendable(Ability):
    """The driver can let a guest see that a volume has grown, while it uses it."""

    @abstractmethod
    @raises(ConnectionNotSupported, EncryptionNotSupported, InstanceNotFound, VolumeNotAttached, VolumeUnavailable)
    def extend_volume(
        self,
        call: Call,
        instance: Instance,
        attachment: VolumeAttachment,
        /,
        *,
        size: Annotated[Bytes, Ge(1), Le(2**63 - 1)],
    ) -> None:
        """Let a guest see the new size of a volume that has grown.

        Args:
            call: the call that the driver works for.
            instance: the instance that has the volume.
            attachment: the volume, as it is attached.
            size: how large the volume is now, in bytes, 1 to 2**63 - 1.
        Raises:
            ConnectionNotSupported: the driver cannot let a guest see the new size of a volume that is connected in this
                way.
            EncryptionNotSupported: the driver cannot extend a volume that is encrypted in this way.
            InstanceNotFound: the instance is not on this host.
            VolumeNotAttached: the volume is not attached to the instance.
            VolumeUnavailable: the node does not see that the volume has grown.
        State: on any exception the guest uses the volume with its old size.
        Repeats: a volume of which the guest sees this size already stays as it is.
        Before: the block storage service has made the volume larger.
        After: the guest sees the new size, now or when it is started.
        """

@driver_interface
@capability(Capability.VOLUME_SWAP)
class VolumeSwappable(Ability):
    """The driver can put another volume in the place of one, with the same data, while a guest uses it."""

    @abstractmethod
    @raises(
        CallCancelled,
        ConnectionNotSupported,
        EncryptionNotSupported,
        InstanceNotFound,
        InvalidPowerState,
        SecretForbidden,
        VolumeNotAttached,
        VolumeUnavailable,
    )
    def swap_volume(self, call: Call, instance: Instance, old: VolumeAttachment, new: VolumeAttachment, /) -> None:
        """Copy one volume to another, and let the guest use the other from then on.

        Args:
            call: the call that the driver works for.
            instance: the instance that has the volume.
            old: the volume, as it is attached.
            new: the volume to put in its place; it is at least as large, and the guest sees its size.
        Raises:
            CallCancelled: the call was cancelled before the data was copied.
            ConnectionNotSupported: the driver cannot use the way in which the new volume is connected.
            EncryptionNotSupported: the driver cannot copy a volume that is encrypted in this way.
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest does not run.
            SecretForbidden: the requester may not read the key of the new volume.
            VolumeNotAttached: the old volume is not attached to the instance.
            VolumeUnavailable: the storage behind the new volume cannot be reached from the node.
        State: on any exception the guest uses the old volume, and the node is not connected to the new one, which may
            hold part of the data.
        Repeats: where the guest uses the new volume already, nothing is done.
        Before: the block storage service lets the node reach the new volume.
        After: the guest uses the new volume, and the node is not connected to the old one.
        """

@driver_interface
@capability(Capability.VOLUME_USAGE)
class VolumeUsageReportable(Ability):
    """The driver can tell how much a guest has read from its volumes and written to them."""

    @abstractmethod
    @raises(InstanceNotFound)
    @concurrent
    def get_volume_usage(
        self, call: Call, instance: Instance, volumes: frozenset[VolumeId], /
    ) -> Sequence[VolumeUsage]:
        """Tell how much a guest has read from volumes and written to them since it was started.

        Args:
            call: the call that the driver works for.
            instance: the instance.
            volumes: the volumes that are asked about.
        Returns:
            What the hypervisor has counted, in no particular order; a volume that is not attached, or that it cannot
            count for now, is left out.
        Raises:
            InstanceNotFound: the instance is not on this host.
        State: nothing is changed.
        Repeats: asks again.
        """

@driver_interface
@capability(Capability.DEVICE_NAMES)
class DeviceNameable(Ability):
    """The driver knows under which names a guest will see its disks.

    Where a driver does not, the host numbers the disks by itself.
    """

    @abstractmethod
    @raises(HardwareNotSupported, TooManyDevices)
    def name_devices(self, call: Call, instance: Instance, /, *, disks: DiskPlan) -> DiskPlan:
        """Name the disks and volumes that have no name yet.

        Args:
            call: the call that the driver works for.
            instance: the instance that is going to be made.
            disks: its disks and volumes; some may have names, and those are kept where that is possible.
        Returns:
            The same disks in the same order, each with its name, and with its bus where the driver has chosen one.
        Raises:
            HardwareNotSupported: the hypervisor has no disk of the kind that is asked for.
            TooManyDevices: there are more disks than a guest can have.
        State: nothing is changed.
        Repeats: the same disks get the same names.
        Before: the host has made nothing of the instance yet.
        """

    @abstractmethod
    @raises(HardwareNotSupported, TooManyDevices)
    def name_volume(
        self, call: Call, instance: Instance, attachment: VolumeAttachment, /, *, disks: DiskPlan
    ) -> DeviceName:
        """Choose the name of a volume that is going to be attached.

        Args:
            call: the call that the driver works for.
            instance: the instance.
            attachment: the volume; it may have a name, which is kept where that is possible.
            disks: the disks and volumes that the instance has so far.
        Returns:
            A name that none of the disks has.
        Raises:
            HardwareNotSupported: the hypervisor has no disk of the kind that is asked for.
            TooManyDevices: the guest has as many disks as it can have.
        State: nothing is changed.
        Repeats: the same question has the same answer.
        After: the host keeps the name for the volume until it is detached.
        """
