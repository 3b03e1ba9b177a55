"""How an image is made of a guest, and how a hypervisor helps with the snapshots of volumes."""

from abc import abstractmethod

from virtapi.ability import Ability
from virtapi.contract import capability, driver_interface, raises
from virtapi.exceptions import (
    CallCancelled,
    GuestAgentUnavailable,
    ImageUnavailable,
    ImageUploadFailed,
    InstanceGone,
    InstanceNotFound,
    InsufficientResources,
    InvalidPowerState,
    NotSupported,
    QuiesceFailed,
    VolumeNotAttached,
    VolumeUnavailable,
)
from virtapi.flags import Capability
from virtapi.host import Call
from virtapi.objects.instance import Instance
from virtapi.objects.snapshot import SnapshotTarget, VolumeSnapshotCreation, VolumeSnapshotDeletion

__all__ = ["Quiescable", "Snapshottable", "VolumeSnapshottable"]

@driver_interface
@capability(Capability.SNAPSHOT)
class Snapshottable(Ability):
    """The driver can make an image of a guest's root disk."""

    @abstractmethod
    @raises(
        CallCancelled,
        ImageUnavailable,
        ImageUploadFailed,
        InstanceGone,
        InstanceNotFound,
        InsufficientResources,
        InvalidPowerState,
    )
    def snapshot(self, call: Call, instance: Instance, target: SnapshotTarget, /) -> None:
        """Copy the root disk of a guest into an image of the image service.

        The driver says with `HostServices.report_snapshot_stage` how far it is, and hands the data on with
        `HostServices.upload_image`, or with `HostServices.set_image_location` where it is on the image service's own
        storage. A guest that runs goes on running as soon as that is possible.

        Args:
            call: the call that the driver works for.
            instance: the instance to copy.
            target: the image to fill.
        Raises:
            CallCancelled: the call was cancelled before the image was complete.
            ImageUnavailable: the image to fill is gone.
            ImageUploadFailed: the image service did not take the data.
            InstanceGone: the host says that the instance is being deleted.
            InstanceNotFound: the instance is not on this host.
            InsufficientResources: the node has no room for the copy.
            InvalidPowerState: the guest has crashed, or is in a state in which its disk cannot be copied.
        State: on any exception the guest is what it was, and no copy is left on the node; the image may be there in
            part, and the host deletes it.
        Repeats: with another target every call makes a copy of its own; an image that is complete raises
            `ImageUploadFailed`.
        Before: the image is there, and empty.
        After: the image is complete, and the guest is what it was.
        """

@driver_interface
@capability(Capability.QUIESCE)
class Quiescable(Ability):
    """The driver can make a guest hold its file systems still."""

    @abstractmethod
    @raises(GuestAgentUnavailable, InstanceNotFound, InvalidPowerState, QuiesceFailed)
    def quiesce(self, call: Call, instance: Instance, /) -> None:
        """Make a guest write out what it has in memory, and hold its file systems still.

        Args:
            call: the call that the driver works for.
            instance: the instance to hold still.
        Raises:
            GuestAgentUnavailable: no agent in the guest answers.
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest does not run.
            QuiesceFailed: the guest did not hold all its file systems still.
        State: on any exception none of the guest's file systems is held still.
        Repeats: a guest that is held still stays as it is.
        After: the guest writes nothing to its disks; the host calls `unquiesce` soon, whatever happens in between.
        """

    @abstractmethod
    @raises(GuestAgentUnavailable, InstanceNotFound, InvalidPowerState, QuiesceFailed)
    def unquiesce(self, call: Call, instance: Instance, /) -> None:
        """Let a guest write to its file systems again.

        Args:
            call: the call that the driver works for.
            instance: the instance that is held still.
        Raises:
            GuestAgentUnavailable: no agent in the guest answers.
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest does not run.
            QuiesceFailed: the guest did not let go of all its file systems.
        State: on any exception the guest may still be held; calling again lets go of the rest.
        Repeats: a guest that is not held still stays as it is.
        After: the guest writes to its disks.
        """

@driver_interface
@capability(Capability.VOLUME_SNAPSHOT)
class VolumeSnapshottable(Ability):
    """The driver can take part in the snapshots of volumes that are files, while a guest uses them."""

    @abstractmethod
    @raises(InstanceNotFound, InvalidPowerState, NotSupported, VolumeNotAttached, VolumeUnavailable)
    def create_volume_snapshot(self, call: Call, instance: Instance, creation: VolumeSnapshotCreation, /) -> None:
        """Let a guest write to a new file from now on, so that the old one is the snapshot.

        The driver says with `HostServices.report_volume_snapshot` what has come of it, exception or not.

        Args:
            call: the call that the driver works for.
            instance: the instance that uses the volume.
            creation: the volume, the snapshot, and the file that is ready for it.
        Raises:
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest does not run.
            NotSupported: the driver cannot make the guest write to a file of this format.
            VolumeNotAttached: the volume is not attached to the instance.
            VolumeUnavailable: the new file cannot be reached from the node.
        State: on any exception the guest writes to the old file, and `CREATION_FAILED` was reported. A report that
            fails is no reason to let anything out: the block storage service gives up by itself.
        Repeats: a guest that writes to the new file already stays as it is.
        Before: the block storage service has made the new file, upon the old one.
        After: the guest writes to the new file, and `CREATING` was reported; the host asks the block storage service
            anew how the volume is connected.
        """

    @abstractmethod
    @raises(CallCancelled, InstanceNotFound, InvalidPowerState, NotSupported, VolumeNotAttached, VolumeUnavailable)
    def delete_volume_snapshot(self, call: Call, instance: Instance, deletion: VolumeSnapshotDeletion, /) -> None:
        """Merge two files of a volume while a guest uses it.

        The driver says with `HostServices.report_volume_snapshot` what has come of it, exception or not.

        Args:
            call: the call that the driver works for.
            instance: the instance that uses the volume.
            deletion: the volume, the snapshot, and what is merged.
        Raises:
            CallCancelled: the call was cancelled before the files were merged.
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest does not run.
            NotSupported: the driver cannot merge files of this format.
            VolumeNotAttached: the volume is not attached to the instance.
            VolumeUnavailable: a file of the chain cannot be reached from the node.
        State: on any exception the guest runs on, the volume holds what it held, and `DELETION_FAILED` was reported. A
            report that fails is no reason to let anything out: the block storage service gives up by itself.
        Repeats: files that are merged already stay as they are.
        After: the files are merged, and `DELETING` was reported; the host asks the block storage service anew how the
            volume is connected.
        """
