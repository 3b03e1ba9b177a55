"""How an instance comes to a node other than by `ComputeDriver.spawn` alone."""

from abc import abstractmethod

from virtapi.ability import Ability
from virtapi.contract import capability, driver_interface, raises
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
    MigrationFailed,
    NetworkUnavailable,
    NodeDisabled,
    NodeNotFound,
    PowerOffFailed,
    SecretForbidden,
    TooManyDevices,
    VolumeUnavailable,
)
from virtapi.flags import Capability
from virtapi.host import Call
from virtapi.objects.boot import EvacuationPlan, RebuildPlan
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo

__all__ = ["Evacuable", "Rebuildable", "SpawnPreparable"]

@driver_interface
@capability(Capability.SPAWN_PREPARE)
class SpawnPreparable(Ability):
    """The driver must reserve something before the networks and disks of an instance are made."""

    @abstractmethod
    @raises(HardwareNotSupported, InsufficientResources, NodeDisabled, NodeNotFound)
    def prepare_spawn(self, call: Call, instance: Instance, /) -> None:
        """Reserve what the instance is going to need on its node.

        Args:
            call: the call that the driver works for.
            instance: the instance that is going to be made; its node says where.
        Raises:
            HardwareNotSupported: the node cannot give the guest what its flavor or image asks for.
            InsufficientResources: the node has not enough of a resource, or is taken as a whole.
            NodeDisabled: the node takes no new guests: it was disabled, or is in maintenance.
            NodeNotFound: the driver manages no node of the name that the instance has.
        State: on any exception nothing is reserved.
        Repeats: what is reserved for the instance already stays so.
        Before: the host has claimed the resources; no network and no volume was prepared yet.
        After: the host calls `spawn`, or `clean_failed_spawn` where it does not come to that.
        """

    @abstractmethod
    @raises()
    def clean_failed_spawn(self, call: Call, instance: Instance, /) -> None:
        """Give up what `prepare_spawn` has reserved.

        Args:
            call: the call that the driver works for.
            instance: the instance that is not going to be made.
        State: on any exception part of it may still be reserved; calling again gives up the rest.
        Repeats: giving up what is not reserved does nothing.
        Before: `spawn` was not called, or it raised an exception.
        After: the node is as free as before `prepare_spawn`.
        """

@driver_interface
@capability(Capability.REBUILD)
class Rebuildable(Ability):
    """The driver has a way of its own to make an instance anew in its place.

    Where a driver does not, the host destroys the instance, keeps its networks and volumes, and spawns it again.
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
        InstanceNotFound,
        InsufficientResources,
        NetworkUnavailable,
        PowerOffFailed,
        SecretForbidden,
        TooManyDevices,
        VolumeUnavailable,
    )
    def rebuild(
        self,
        call: Call,
        instance: Instance,
        plan: RebuildPlan,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        """Make an instance anew from an image, in its place and with its networks and volumes.

        The driver calls `HostServices.detach_rebuild_volumes` once the guest does not run any more, and
        `HostServices.attach_rebuild_volumes` before it starts it.

        Args:
            call: the call that the driver works for.
            instance: the instance to make anew.
            plan: how it is made, and what of it is kept.
            networks: what to connect it to.
            disks: the disks to make, the root disk from the new image, and the volumes as they are connected so far.
            devices: the other devices that it has.
        Raises:
            CallCancelled: the call was cancelled before the instance was made anew.
            ConnectionNotSupported: the driver cannot use the way in which a volume is connected.
            DeviceUnavailable: a device that the guest is to have is gone, or in use.
            EncryptionNotSupported: the driver cannot use the way in which a disk or volume is encrypted.
            HardwareNotSupported: the node cannot give the guest what its flavor or image asks for.
            ImageCorrupt: the data of the image is not what the image service says that it is.
            ImageUnavailable: the image is gone, not ready, or may not be read.
            ImageUnsuitable: the image cannot be used: its format, its size, or what it asks for.
            ImageUntrusted: the signature of the image is not valid, or not made by whom the instance trusts.
            InstanceNotFound: the instance is not on this host.
            InsufficientResources: the node has not enough of a resource.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
            PowerOffFailed: the hypervisor did not stop the guest.
            SecretForbidden: the requester may not make or read a key that the guest needs.
            TooManyDevices: the plan has more devices than the hypervisor can give to a guest.
            VolumeUnavailable: the storage behind a volume cannot be reached from the node.
        State: on any exception the instance is there, shut down or in part, and its volumes may be detached; `destroy`
            removes it, and `rebuild` may be called again. What the plan preserves is preserved.
        Repeats: every call makes the instance anew.
        Before: the host has claimed the resources of the new image.
        After: the guest runs from the new image, or is shut down where the plan does not start it.
        """

@driver_interface
@capability(Capability.EVACUATE)
class Evacuable(Ability):
    """The driver can make an instance anew whose host has failed, from disks that outlived it."""

    @abstractmethod
    @raises()
    def is_on_disk(self, call: Call, instance: Instance, /) -> bool:
        """Whether the disks of an instance can be reached from this host.

        Args:
            call: the call that the driver works for.
            instance: an instance of another host that has failed.
        Returns:
            True where what the instance has on disk is here or on storage that this host shares, so that nothing of it
            is lost.
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
        MigrationFailed,
        NetworkUnavailable,
        NodeDisabled,
        NodeNotFound,
        SecretForbidden,
        TooManyDevices,
        VolumeUnavailable,
    )
    def evacuate(
        self,
        call: Call,
        instance: Instance,
        plan: EvacuationPlan,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        """Make an instance on this host that was on another one, which has failed.

        Args:
            call: the call that the driver works for.
            instance: the instance; its node is the one on this host.
            plan: how it is made, and whether its disks are kept.
            networks: what to connect it to.
            disks: the disks to use or to make anew, and the volumes to attach.
            devices: the other devices that it has.
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
            MigrationFailed: the disks are to be kept, and they are not here, or not whole.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
            NodeDisabled: the node takes no new guests: it was disabled, or is in maintenance.
            NodeNotFound: the driver manages no node of the name that the instance has.
            SecretForbidden: the requester may not make or read a key that the guest needs.
            TooManyDevices: the plan has more devices than the hypervisor can give to a guest.
            VolumeUnavailable: the storage behind a volume cannot be reached from the node.
        State: on any exception nothing of the instance is left on this host, but for disks that were there before.
        Repeats: an instance whose uuid or name exists raises `InstanceExists`.
        Before: nobody runs the instance any more, the host has claimed the resources, and the ports and volumes are
            moved to this host.
        After: `list_instances` has the instance, and it runs, or is shut down where the plan does not start it.
        """
