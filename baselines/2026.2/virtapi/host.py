# Produced from host.pyi by `virtapi runtime`; not to be edited.
"""What the host implements for its drivers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from virtapi.contract import concurrent, host_interface, raises
from virtapi.exceptions import (
    AwaitedEventFailed,
    AwaitedEventTimeout,
    CallCancelled,
    ImageCorrupt,
    ImageUnavailable,
    ImageUntrusted,
    ImageUploadFailed,
    InstanceGone,
    ProviderUpdateFailed,
    SecretForbidden,
    SecretNotFound,
    ServiceUnavailable,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime
    from typing import Annotated

    from annotated_types import Ge, Le

    from virtapi.events import AwaitedEvent, Event
    from virtapi.objects.device_metadata import DeviceMetadata
    from virtapi.objects.disk import DiskPlace, DiskPlan
    from virtapi.objects.driver_data import DriverData
    from virtapi.objects.image import ContainerFormat, DiskFormat, Image
    from virtapi.objects.image_properties import ImageProperties
    from virtapi.objects.instance import Instance
    from virtapi.objects.live_migration import LiveMigrationFailure
    from virtapi.objects.migration import MigrationProgress
    from virtapi.objects.power import PowerState
    from virtapi.objects.processor import ProcessorModel
    from virtapi.objects.request import Progress, Requester
    from virtapi.objects.snapshot import SnapshotStage, SnapshotTarget, VolumeSnapshotState
    from virtapi.units import CertificateId, HostName, ProviderUuid, Seconds, SecretId, VolumeId, VolumeSnapshotId
    from virtapi.values import Secret

__all__ = ["Call", "Expectation", "HostServices"]


@host_interface
class Call(ABC):
    """One call of the host into a driver: who asks for it, until when, and whether it is still wanted.

    It may cross threads and is handed on to `HostServices`. A driver never keeps it beyond the call; for work of its
    own it has `HostServices.background`.
    """

    @property
    @abstractmethod
    def requester(self) -> Requester:
        """Who asks."""

    @property
    @abstractmethod
    def deadline(self) -> datetime | None:
        """Until when the result is of use, with its zone; None: for ever. A driver should not go on after it."""

    @abstractmethod
    @raises()
    @concurrent
    def cancelled(self) -> bool:
        """Whether the result is no longer wanted.

        A driver that does long work asks now and then, and lets out `CallCancelled` where its method declares it.

        Returns:
            True from the moment on at which the host no longer wants the result or the deadline has passed, for ever.
        State: nothing is changed.
        Repeats: asks again.
        """

    @abstractmethod
    @raises()
    @concurrent
    def progress(self, progress: Progress, /) -> None:
        """Report how far the work is.

        Args:
            progress: how far the work is now; the last report counts.
        State: nothing is changed but what the host shows to people.
        Repeats: may be called as often as one likes; the host may ignore reports that come too fast.
        """


@host_interface
class Expectation(ABC):
    """Events of other services that are being waited for: what `HostServices.expect_events` gives."""

    @abstractmethod
    @raises()
    @concurrent
    def release(self, call: Call, events: frozenset[AwaitedEvent], /) -> None:
        """Stop waiting for some of the events, because they are known to have happened or no longer matter.

        Args:
            call: the call that the driver works for.
            events: those that are no longer waited for; what was never waited for is ignored.
        State: once none is left, the waiting ends.
        Repeats: releasing what is released does nothing.
        """


@host_interface
class HostServices(ABC):
    """What a driver may ask its host for, from any thread, from `start` until `stop` has returned."""

    @property
    @abstractmethod
    def name(self) -> HostName:
        """The name of this host: the same for ever, and no other host has it."""

    @property
    @abstractmethod
    def background(self) -> Call:
        """The call of work that a driver does by itself, such as events from its hypervisor.

        Nobody asked for it, it has no deadline, and it is cancelled when the driver is to stop. It may be kept.
        """

    @abstractmethod
    @raises()
    @concurrent
    def emit(self, call: Call, event: Event, /) -> None:
        """Tell the host that something happened.

        Args:
            call: the call that the driver works for; `background` where there is none.
            event: what happened. Events of one instance are told in the order in which they happened.
        State: nothing is changed but what the host knows.
        Repeats: every call is an event of its own.
        After: the host has taken note of the event, and has not necessarily acted on it. It has called no method of the
            driver from within.
        """

    @abstractmethod
    @raises(AwaitedEventFailed, AwaitedEventTimeout, CallCancelled)
    @concurrent
    def expect_events(
        self,
        call: Call,
        instance: Instance,
        events: frozenset[AwaitedEvent],
        /,
        *,
        timeout: Annotated[Seconds, Ge(0), Le(86400)],
    ) -> AbstractContextManager[Expectation]:
        """Wait, at the end of a `with` block, for events that what is done in the block will bring about.

        The waiting begins before the block, so that no event is missed: plug the interfaces inside of it.

        Args:
            call: the call that the driver works for.
            instance: the instance that the events are about.
            events: all that must happen; with none of them the block ends at once.
            timeout: how long to wait at the end of the block, in seconds, 0 to 86400.
        Returns:
            A context manager to be entered once. Its end waits, unless the block raised an exception.
        Raises:
            AwaitedEventFailed: at the end of the block, another service has reported that one of the events failed.
            AwaitedEventTimeout: at the end of the block, not all events have come in time.
            CallCancelled: at the end of the block, the call was cancelled while it waited.
        State: whatever is raised, nothing is waited for afterwards.
        Repeats: each call waits for itself; two may wait for the same event.
        """

    @abstractmethod
    @raises(ImageCorrupt, ImageUnavailable, ImageUntrusted, ServiceUnavailable)
    @concurrent
    def read_image(
        self, call: Call, image: Image, /, *, certificates: frozenset[CertificateId] | None
    ) -> AbstractContextManager[Iterator[bytes]]:
        """Read the data of an image from the image service, as a stream. The host checks its size and its checksum.

        Args:
            call: the call that the driver works for.
            image: the image to read.
            certificates: those by which the image must be signed, directly or through others, as
                `Instance.trusted_certificates` names them; None: by any, or by none, as the host has it.
        Returns:
            A context manager to be entered once; it gives the data in pieces, in order, and ends the stream when left.
        Raises:
            ImageCorrupt: the data is not as long, or has not the checksum, that the image says. Raised at the latest
                where the data ends; before that, nothing of it may be used.
            ImageUnavailable: the image is gone, not ready, or may not be read. Raised on entry or while reading.
            ImageUntrusted: the signature is missing, not valid, or made with another certificate. Raised at the latest
                where the data ends; before that, nothing of it may be used.
            ServiceUnavailable: the image service cannot be reached. Raised on entry or while reading.
        State: nothing is changed; where it ends with an exception, part of the data has been read.
        Repeats: every call reads from the beginning.
        """

    @abstractmethod
    @raises(ImageUnavailable, ImageUploadFailed, ServiceUnavailable)
    @concurrent
    def upload_image(
        self,
        call: Call,
        target: SnapshotTarget,
        /,
        *,
        disk_format: DiskFormat,
        container: ContainerFormat,
        properties: ImageProperties | None,
        data: Iterable[bytes],
    ) -> None:
        """Fill an image of the image service with data, and return once all of it is there.

        Args:
            call: the call that the driver works for.
            target: the image to fill.
            disk_format: how the data is to be read.
            container: what the data is wrapped in.
            properties: what only the driver knows of the data, such as `DiskProperties.allocation` of a VMDK; it counts
                where the image says something else so far. None: nothing.
            data: the data in pieces, in order; it is read once, in the thread that calls.
        Raises:
            ImageUnavailable: the image to fill is gone.
            ImageUploadFailed: the image service refuses the data, or the image has data already.
            ServiceUnavailable: the image service cannot be reached.
        State: on any exception, one that reading `data` raised included, the image may be there in part. The host
            deletes it.
        Repeats: an image that is complete raises `ImageUploadFailed`.
        After: the image is complete, and can be used.
        """

    @abstractmethod
    @raises(ImageUnavailable, ImageUploadFailed, ServiceUnavailable)
    @concurrent
    def set_image_location(
        self,
        call: Call,
        target: SnapshotTarget,
        /,
        *,
        disk_format: DiskFormat,
        properties: ImageProperties | None,
        location: str,
    ) -> None:
        """Fill an image of the image service with data that is on its storage already, so that nothing is sent.

        For a driver whose nodes share their storage with the image service, and have copied the data there.

        Args:
            call: the call that the driver works for.
            target: the image to fill.
            disk_format: how the data is to be read.
            properties: what only the driver knows of the data; it counts where the image says something else so far.
                None: nothing.
            location: the URL at which the image service finds the data, as in `Image.location`.
        Raises:
            ImageUnavailable: the image to fill is gone.
            ImageUploadFailed: the image service does not take the location, or the image has data already; the driver
                may send the data instead.
            ServiceUnavailable: the image service cannot be reached.
        State: on any exception the image is as empty as before, and the data is the driver's to delete.
        Repeats: an image that is complete raises `ImageUploadFailed`.
        After: the image is complete, and can be used; the data is the image service's from now on.
        """

    @abstractmethod
    @raises(InstanceGone)
    @concurrent
    def report_snapshot_stage(self, call: Call, instance: Instance, stage: SnapshotStage, /) -> None:
        """Tell how far the snapshot of an instance is, so that the host shows it and lets the guest be used again.

        Args:
            call: the call that the driver works for.
            instance: the instance of which a snapshot is made.
            stage: what the driver is about to do.
        Raises:
            InstanceGone: the instance is being deleted; the driver need not go on.
        State: nothing is changed but what the host knows.
        Repeats: telling the same stage again does nothing.
        After: the host has called no method of the driver from within.
        """

    @abstractmethod
    @raises(ServiceUnavailable)
    @concurrent
    def report_volume_snapshot(self, call: Call, snapshot: VolumeSnapshotId, state: VolumeSnapshotState, /) -> None:
        """Tell the block storage service what has become of the snapshot of a volume.

        Args:
            call: the call that the driver works for.
            snapshot: the snapshot.
            state: what has become of it.
        Raises:
            ServiceUnavailable: the block storage service cannot be reached, or refuses; it gives up by itself in time.
        State: nothing is changed but what the block storage service knows.
        Repeats: telling the same again does nothing.
        After: the host has called no method of the driver from within.
        """

    @abstractmethod
    @raises()
    @concurrent
    def report_bad_volumes(self, call: Call, instance: Instance, volumes: frozenset[VolumeId], /) -> None:
        """Tell that an instance was started without some of its volumes.

        Args:
            call: the call that the driver works for.
            instance: the instance.
            volumes: those that cannot be reached from the node.
        State: nothing is changed but what the host knows.
        Repeats: telling it again does nothing.
        After: the host has taken note, and takes the volumes for detached. It has called no method of the driver from
            within.
        """

    @abstractmethod
    @raises()
    @concurrent
    def report_power_state(self, call: Call, instance: Instance, state: PowerState, /) -> None:
        """Tell what a guest does, where the driver sees that the host cannot know it.

        What happens while the driver watches is an event: `emit`. This is for what it finds.

        Args:
            call: the call that the driver works for; `background` where there is none.
            instance: the instance.
            state: what the guest does.
        State: nothing is changed but what the host knows.
        Repeats: telling the same again does nothing.
        After: the host has taken note of the state, and has not necessarily acted on it. It has called no method of the
            driver from within.
        """

    @abstractmethod
    @raises()
    @concurrent
    def report_devices(self, call: Call, instance: Instance, devices: Sequence[DeviceMetadata], /) -> None:
        """Tell what a guest may be told of its devices, so that it finds those that have tags.

        A driver that offers `DEVICE_TAG`, `VOLUME_ATTACH_TAG` or `INTERFACE_ATTACH_TAG` tells it whenever such devices
        have come or gone, and before a guest that is made boots.

        Args:
            call: the call that the driver works for.
            instance: the instance whose guest has the devices.
            devices: all of its devices that have a tag; the last report counts.
        State: nothing is changed but what the host tells the guest.
        Repeats: telling the same again does nothing.
        After: the host tells the guest when it asks. It has called no method of the driver from within.
        """

    @abstractmethod
    @raises()
    @concurrent
    def report_processor_model(self, call: Call, instance: Instance, model: ProcessorModel, /) -> None:
        """Tell what processors a guest was started with, so that a node to which it is to move is judged by them.

        Args:
            call: the call that the driver works for.
            instance: the instance whose guest was started.
            model: the processors that the guest sees; the last report counts.
        State: nothing is changed but what the host knows.
        Repeats: telling the same again does nothing.
        After: the host has it in `Instance.processor_model` from now on. It has called no method of the driver from
            within.
        """

    @abstractmethod
    @raises()
    @concurrent
    def report_migration_progress(self, call: Call, instance: Instance, progress: MigrationProgress, /) -> None:
        """Tell how much of a guest that moves has arrived.

        Args:
            call: the call of `LiveMigratable.live_migrate`.
            instance: the instance that moves.
            progress: how much has arrived; the last report counts.
        State: nothing is changed but what the host shows to people.
        Repeats: may be called as often as one likes; the host may ignore reports that come too fast.
        After: the host has called no method of the driver from within.
        """

    @abstractmethod
    @raises()
    @concurrent
    def live_migration_succeeded(self, call: Call, instance: Instance, data: DriverData, /) -> None:
        """Tell that a guest runs on the destination, before `LiveMigratable.live_migrate` returns.

        Args:
            call: the call of `LiveMigratable.live_migrate`.
            instance: the instance that has moved.
            data: what the driver wants to be given when both sides are cleaned up.
        State: nothing is changed but what the host knows: the instance is on the destination from now on, whatever goes
            wrong later.
        Repeats: must not be called again for the same move, nor together with `live_migration_failed`.
        After: the host has both sides cleaned up, but not before `LiveMigratable.live_migrate` has returned.
        """

    @abstractmethod
    @raises()
    @concurrent
    def live_migration_failed(
        self, call: Call, instance: Instance, data: DriverData, /, *, failure: LiveMigrationFailure
    ) -> None:
        """Tell that a guest has stayed on the source, before `LiveMigratable.live_migrate` returns.

        Args:
            call: the call of `LiveMigratable.live_migrate`.
            instance: the instance that has stayed.
            data: what the driver wants to be given when both sides are cleaned up.
            failure: why it has stayed.
        State: nothing is changed but what the host knows: the instance stays on the source, whatever goes wrong later.
        Repeats: must not be called again for the same move, nor together with `live_migration_succeeded`.
        After: the host has both sides cleaned up, but not before `LiveMigratable.live_migrate` has returned.
        """

    @abstractmethod
    @raises(ServiceUnavailable)
    @concurrent
    def detach_rebuild_volumes(self, call: Call, instance: Instance, /, *, keep_root: bool) -> None:
        """Give up the node's access to the volumes of an instance. Called from within `Rebuildable.rebuild`.

        Args:
            call: the call of `Rebuildable.rebuild`.
            instance: the instance that is being rebuilt.
            keep_root: whether the volume that it boots from is left out.
        Raises:
            ServiceUnavailable: the block storage service cannot be reached, or refuses.
        State: on any exception the node may be let to reach some of the volumes still.
        Repeats: a volume to which the access is given up stays so.
        Before: the guest does not run, and the driver has disconnected the node from the volumes.
        After: the block storage service does not let the node reach the volumes, and has filled the one that the
            instance boots from with the new image, where the plan says so. The host calls no method of the driver
            meanwhile.
        """

    @abstractmethod
    @raises(ServiceUnavailable)
    @concurrent
    def attach_rebuild_volumes(self, call: Call, instance: Instance, /) -> DiskPlan:
        """Get the node access to the volumes of an instance again. Called from within `Rebuildable.rebuild`.

        Args:
            call: the call of `Rebuildable.rebuild`.
            instance: the instance that is being rebuilt.
        Returns:
            The disks to make, as `Rebuildable.rebuild` was given them, and the volumes to attach, each with the way in
            which the node reaches it now.
        Raises:
            ServiceUnavailable: the block storage service cannot be reached, or refuses.
        State: on any exception the node may be let to reach some of the volumes.
        Repeats: what is prepared stays so.
        Before: `detach_rebuild_volumes` has returned.
        After: the block storage service lets the node reach the volumes, and the driver connects it. The host calls no
            method of the driver meanwhile.
        """

    @abstractmethod
    @raises(SecretForbidden, SecretNotFound, ServiceUnavailable)
    @concurrent
    def get_secret(self, call: Call, secret: SecretId, /) -> Secret:
        """Read a secret from the key manager, in the name of who asks for the call.

        Args:
            call: the call that the driver works for.
            secret: the secret to read.
        Returns:
            The secret, to be used and not to be kept.
        Raises:
            SecretForbidden: the requester may not read it.
            SecretNotFound: it is not there.
            ServiceUnavailable: the key manager cannot be reached.
        State: nothing is changed.
        Repeats: asks again.
        """

    @abstractmethod
    @raises(SecretForbidden, ServiceUnavailable)
    @concurrent
    def create_secret(self, call: Call, instance: Instance, secret: Secret, /, *, disk: DiskPlace | None) -> SecretId:
        """Keep a secret of an instance in the key manager, in the name of who asks for the call.

        Args:
            call: the call that the driver works for.
            instance: the instance that needs the secret.
            secret: the secret to keep.
            disk: the disk on the node that it opens; None: it opens the state of the instance's TPM.
        Returns:
            What names the secret.
        Raises:
            SecretForbidden: the requester may not keep secrets.
            ServiceUnavailable: the key manager cannot be reached.
        State: on `ServiceUnavailable` the secret may be kept, and nobody knows its name.
        Repeats: every call makes a secret of its own.
        After: the host names the secret in the plans of the instance from now on, in `DiskEncryption` or `EmulatedTpm`.
        """

    @abstractmethod
    @raises(SecretForbidden, ServiceUnavailable)
    @concurrent
    def delete_secret(self, call: Call, secret: SecretId, /) -> None:
        """Delete a secret from the key manager, in the name of who asks for the call.

        Args:
            call: the call that the driver works for.
            secret: the secret to delete.
        Raises:
            SecretForbidden: the requester may not delete it.
            ServiceUnavailable: the key manager cannot be reached.
        State: on any exception the secret may still be there; calling again deletes it.
        Repeats: deleting what is not there does nothing.
        After: the secret is not there.
        """

    @abstractmethod
    @raises(ProviderUpdateFailed, ServiceUnavailable)
    @concurrent
    def set_provider_enabled(self, call: Call, provider: ProviderUuid, /, *, enabled: bool) -> None:
        """Tell placement whether a provider is to be considered for new instances.

        Args:
            call: the call that the driver works for; `background` where there is none.
            provider: the provider, such as a node's.
            enabled: whether it is considered.
        Raises:
            ProviderUpdateFailed: placement does not know the provider, or does not take the change.
            ServiceUnavailable: placement cannot be reached.
        State: on any exception placement may know it or not.
        Repeats: telling the same again does nothing.
        After: placement knows it.
        """
