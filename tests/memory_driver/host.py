"""A host that keeps what its drivers tell it, and whose services fail where a test says so."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Annotated
from uuid import uuid4

from annotated_types import Ge, Le

from tests.memory_driver.call import MemoryCall, MemoryExpectation
from tests.memory_driver.image_service import ImageService
from virtapi.events import AwaitedEvent, Event
from virtapi.exceptions import (
    AwaitedEventFailed,
    AwaitedEventTimeout,
    CallCancelled,
    InstanceGone,
    ProviderUpdateFailed,
    SecretForbidden,
    SecretNotFound,
    ServiceUnavailable,
)
from virtapi.host import Call, Expectation, HostServices
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
from virtapi.objects.snapshot import SnapshotStage, SnapshotTarget, VolumeSnapshotState
from virtapi.units import (
    CertificateId,
    HostName,
    ImageId,
    InstanceUuid,
    ProviderUuid,
    Seconds,
    SecretId,
    VolumeId,
    VolumeSnapshotId,
)
from virtapi.values import Secret

__all__ = ["MemoryCall", "MemoryExpectation", "MemoryHost"]


@dataclass(kw_only=True)
class MemoryHost(HostServices):
    """What is waited for has happened, or has failed, when a test says so; everything else works unless it says so."""

    host_name: HostName = HostName("host")  # noqa: RUF009 - a NewType makes nothing
    images: dict[ImageId, bytes] = field(default_factory=dict[ImageId, bytes])
    empty: set[ImageId] = field(default_factory=set[ImageId])
    """The images that are there to be filled."""
    shared: dict[str, bytes] = field(default_factory=dict[str, bytes])
    """What is on the storage of the image service, by its URL."""
    signed: dict[ImageId, CertificateId] = field(default_factory=dict[ImageId, CertificateId])
    """The certificates by which images are signed."""
    secrets: dict[SecretId, Secret] = field(default_factory=dict[SecretId, Secret])
    opens: dict[SecretId, DiskPlace | None] = field(default_factory=dict[SecretId, DiskPlace | None])
    """The disks that those secrets open which drivers have made."""
    happened: set[AwaitedEvent] = field(default_factory=set[AwaitedEvent])
    failed: set[AwaitedEvent] = field(default_factory=set[AwaitedEvent])
    down: set[str] = field(default_factory=set[str])
    """The services that cannot be reached: `image`, `volume`, `secret`, `placement`."""
    wary: bool = False
    """Whether every image must be signed."""
    secretive: bool = False
    """Whether nobody may read, make or delete a secret."""
    going: set[InstanceUuid] = field(default_factory=set[InstanceUuid])
    """The instances that are being deleted."""
    own_call: MemoryCall = field(default_factory=MemoryCall)
    told: list[Event] = field(default_factory=list[Event])
    stages: list[SnapshotStage] = field(default_factory=list[SnapshotStage])
    volume_snapshots: list[VolumeSnapshotState] = field(default_factory=list[VolumeSnapshotState])
    bad_volumes: set[VolumeId] = field(default_factory=set[VolumeId])
    states: list[PowerState] = field(default_factory=list[PowerState])
    devices: dict[InstanceUuid, Sequence[DeviceMetadata]] = field(
        default_factory=dict[InstanceUuid, Sequence[DeviceMetadata]]
    )
    processors: dict[InstanceUuid, ProcessorModel] = field(default_factory=dict[InstanceUuid, ProcessorModel])
    """What guests were started with."""
    moves: list[MigrationProgress] = field(default_factory=list[MigrationProgress])
    moved: list[LiveMigrationFailure | None] = field(default_factory=list[LiveMigrationFailure | None])
    """How live migrations have ended; None: well."""
    rebuilt: DiskPlan = field(default_factory=DiskPlan)
    """What instances that are rebuilt get."""
    providers: dict[ProviderUuid, bool] = field(default_factory=dict[ProviderUuid, bool])
    """The providers that placement knows, and whether they are considered."""

    @property
    def name(self) -> HostName:
        return self.host_name

    @property
    def background(self) -> Call:
        return self.own_call

    def emit(self, call: Call, event: Event, /) -> None:
        self.told.append(event)

    def expect_events(
        self,
        call: Call,
        instance: Instance,
        events: frozenset[AwaitedEvent],
        /,
        *,
        timeout: Annotated[Seconds, Ge(0), Le(86400)],
    ) -> AbstractContextManager[Expectation]:
        return self._expect(call, instance, events)

    def read_image(
        self, call: Call, image: Image, /, *, certificates: frozenset[CertificateId] | None
    ) -> AbstractContextManager[Iterator[bytes]]:
        self._reach("image")
        return self._images().read(image, certificates)

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
        self._reach("image")
        self._images().fill(target.image, data)

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
        self._reach("image")
        self._images().fill(target.image, [self.shared.get(location, b"")])

    def report_snapshot_stage(self, call: Call, instance: Instance, stage: SnapshotStage, /) -> None:
        if instance.uuid in self.going:
            raise InstanceGone(instance=instance.uuid)
        self.stages.append(stage)

    def report_volume_snapshot(self, call: Call, snapshot: VolumeSnapshotId, state: VolumeSnapshotState, /) -> None:
        self._reach("volume")
        self.volume_snapshots.append(state)

    def report_bad_volumes(self, call: Call, instance: Instance, volumes: frozenset[VolumeId], /) -> None:
        self.bad_volumes |= volumes

    def report_power_state(self, call: Call, instance: Instance, state: PowerState, /) -> None:
        self.states.append(state)

    def report_devices(self, call: Call, instance: Instance, devices: Sequence[DeviceMetadata], /) -> None:
        self.devices[instance.uuid] = devices

    def report_processor_model(self, call: Call, instance: Instance, model: ProcessorModel, /) -> None:
        self.processors[instance.uuid] = model

    def report_migration_progress(self, call: Call, instance: Instance, progress: MigrationProgress, /) -> None:
        self.moves.append(progress)

    def live_migration_succeeded(self, call: Call, instance: Instance, data: DriverData, /) -> None:
        self.moved.append(None)

    def live_migration_failed(
        self, call: Call, instance: Instance, data: DriverData, /, *, failure: LiveMigrationFailure
    ) -> None:
        self.moved.append(failure)

    def detach_rebuild_volumes(self, call: Call, instance: Instance, /, *, keep_root: bool) -> None:
        self._reach("volume")

    def attach_rebuild_volumes(self, call: Call, instance: Instance, /) -> DiskPlan:
        self._reach("volume")
        return self.rebuilt

    def get_secret(self, call: Call, secret: SecretId, /) -> Secret:
        self._open_secrets(secret)
        if secret not in self.secrets:
            raise SecretNotFound(secret=secret)
        return self.secrets[secret]

    def create_secret(self, call: Call, instance: Instance, secret: Secret, /, *, disk: DiskPlace | None) -> SecretId:
        self._open_secrets(None)
        name = SecretId(uuid4())
        self.secrets[name], self.opens[name] = secret, disk
        return name

    def delete_secret(self, call: Call, secret: SecretId, /) -> None:
        self._open_secrets(secret)
        self.secrets.pop(secret, None)

    def set_provider_enabled(self, call: Call, provider: ProviderUuid, /, *, enabled: bool) -> None:
        self._reach("placement")
        if provider not in self.providers:
            raise ProviderUpdateFailed(provider=provider)
        self.providers[provider] = enabled

    def _reach(self, service: str) -> None:
        if service in self.down:
            raise ServiceUnavailable(service=service)

    def _open_secrets(self, secret: SecretId | None) -> None:
        self._reach("secret")
        if self.secretive:
            raise SecretForbidden(secret=secret)

    def _images(self) -> ImageService:
        return ImageService(images=self.images, empty=self.empty, signed=self.signed, wary=self.wary)

    @contextmanager
    def _expect(self, call: Call, instance: Instance, events: frozenset[AwaitedEvent]) -> Generator[Expectation]:
        expectation = MemoryExpectation(missing=set(events))
        yield expectation
        missing = expectation.missing - self.happened
        if missing and call.cancelled():
            raise CallCancelled
        for event in missing & self.failed:
            raise AwaitedEventFailed(instance=instance.uuid, event=f"{event.kind.value} {event.tag}")
        if missing:
            named = frozenset(f"{each.kind.value} {each.tag}" for each in missing)
            raise AwaitedEventTimeout(instance=instance.uuid, missing=named)
