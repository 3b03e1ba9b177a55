"""A host that keeps what its drivers tell it, for tests."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated
from uuid import uuid4

from annotated_types import Ge, Le

from virtapi.events import AwaitedEvent, Event
from virtapi.exceptions import AwaitedEventTimeout, ImageUnavailable, SecretNotFound
from virtapi.host import Call, Expectation, HostServices
from virtapi.objects.disk import DiskPlan
from virtapi.objects.driver_data import DriverData
from virtapi.objects.image import DiskFormat, Image
from virtapi.objects.instance import Instance
from virtapi.objects.live_migration import LiveMigrationFailure
from virtapi.objects.migration import MigrationProgress
from virtapi.objects.power import PowerState
from virtapi.objects.request import Progress, Requester
from virtapi.objects.snapshot import SnapshotStage, SnapshotTarget, VolumeSnapshotState
from virtapi.units import (
    CertificateId,
    DeviceName,
    ImageId,
    ProviderUuid,
    RequestId,
    Seconds,
    SecretId,
    VolumeId,
    VolumeSnapshotId,
)
from virtapi.values import Secret


@dataclass(kw_only=True)
class MemoryCall(Call):
    """A call that a test can cancel, and whose reports of progress it can read."""

    stopped: bool = False
    reports: list[Progress] = field(default_factory=list[Progress])

    @property
    def requester(self) -> Requester:
        return Requester(request=RequestId("req-1"))

    @property
    def deadline(self) -> datetime | None:
        return None

    def cancelled(self) -> bool:
        return self.stopped

    def progress(self, progress: Progress, /) -> None:
        self.reports.append(progress)


@dataclass(kw_only=True)
class MemoryExpectation(Expectation):
    """What is waited for still."""

    missing: set[AwaitedEvent]

    def release(self, call: Call, events: frozenset[AwaitedEvent], /) -> None:
        self.missing -= events


@dataclass(kw_only=True)
class MemoryHost(HostServices):
    """Events are kept, images are a dict, and what is waited for has happened when a test says so."""

    images: dict[ImageId, bytes] = field(default_factory=dict[ImageId, bytes])
    happened: set[AwaitedEvent] = field(default_factory=set[AwaitedEvent])
    secrets: dict[SecretId, Secret] = field(default_factory=dict[SecretId, Secret])
    told: list[Event] = field(default_factory=list[Event])
    own_call: MemoryCall = field(default_factory=MemoryCall)

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
        return self._expect(instance, events)

    def read_image(
        self, call: Call, image: Image, /, *, certificates: frozenset[CertificateId] | None
    ) -> AbstractContextManager[Iterator[bytes]]:
        return self._read(image)

    def upload_image(
        self, call: Call, target: SnapshotTarget, /, *, disk_format: DiskFormat, data: Iterable[bytes]
    ) -> None:
        self.images[target.image] = b"".join(data)

    def report_snapshot_stage(self, call: Call, instance: Instance, stage: SnapshotStage, /) -> None:
        pass

    def report_volume_snapshot(self, call: Call, snapshot: VolumeSnapshotId, state: VolumeSnapshotState, /) -> None:
        pass

    def report_bad_volumes(self, call: Call, instance: Instance, volumes: frozenset[VolumeId], /) -> None:
        pass

    def report_power_state(self, call: Call, instance: Instance, state: PowerState, /) -> None:
        pass

    def report_migration_progress(self, call: Call, instance: Instance, progress: MigrationProgress, /) -> None:
        pass

    def live_migration_succeeded(self, call: Call, instance: Instance, data: DriverData, /) -> None:
        pass

    def live_migration_failed(
        self, call: Call, instance: Instance, data: DriverData, /, *, failure: LiveMigrationFailure
    ) -> None:
        pass

    def detach_rebuild_volumes(self, call: Call, instance: Instance, /, *, keep_root: bool) -> None:
        pass

    def attach_rebuild_volumes(self, call: Call, instance: Instance, /) -> DiskPlan:
        return DiskPlan()

    def get_secret(self, call: Call, secret: SecretId, /) -> Secret:
        if secret not in self.secrets:
            raise SecretNotFound(secret=secret)
        return self.secrets[secret]

    def create_secret(self, call: Call, instance: Instance, secret: Secret, /, *, disk: DeviceName | None) -> SecretId:
        name = SecretId(uuid4())
        self.secrets[name] = secret
        return name

    def delete_secret(self, call: Call, secret: SecretId, /) -> None:
        self.secrets.pop(secret, None)

    def set_provider_enabled(self, call: Call, provider: ProviderUuid, /, *, enabled: bool) -> None:
        pass

    @contextmanager
    def _expect(self, instance: Instance, events: frozenset[AwaitedEvent]) -> Generator[Expectation]:
        expectation = MemoryExpectation(missing=set(events))
        yield expectation
        if missing := expectation.missing - self.happened:
            raise AwaitedEventTimeout(
                instance=instance.uuid, missing=frozenset(f"{each.kind.value} {each.tag}" for each in missing)
            )

    @contextmanager
    def _read(self, image: Image) -> Generator[Iterator[bytes]]:
        if image.id not in self.images:
            raise ImageUnavailable(image=image.id)
        yield iter([self.images[image.id]])
