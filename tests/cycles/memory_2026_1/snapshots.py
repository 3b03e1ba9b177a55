"""How images are made of guests, and how the hypervisor helps with the snapshots of volumes."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager

from tests.cycles.memory_2026_1.hypervisor import Guest
from tests.cycles.memory_2026_1.volumes import Volumes
from virtapi.capabilities import Quiescable, Snapshottable, VolumeSnapshottable
from virtapi.exceptions import (
    GuestAgentUnavailable,
    InsufficientResources,
    NotSupported,
    QuiesceFailed,
    VolumeUnavailable,
)
from virtapi.host import Call
from virtapi.objects.image import ContainerFormat, DiskFormat
from virtapi.objects.instance import Instance
from virtapi.objects.power import PowerState
from virtapi.objects.snapshot import (
    SnapshotStage,
    SnapshotTarget,
    VolumeSnapshotCommit,
    VolumeSnapshotCreation,
    VolumeSnapshotDeletion,
    VolumeSnapshotMerge,
    VolumeSnapshotPull,
    VolumeSnapshotState,
)
from virtapi.units import ResourceAmount, ResourceClass, VolumeId, VolumeSnapshotId

PIECE = 2**16
WHOLE = (PowerState.RUNNING, PowerState.PAUSED, PowerState.SHUT_DOWN, PowerState.SUSPENDED)
"""The states in which the disk of a guest can be copied."""


class Snapshots(Volumes, Snapshottable, Quiescable, VolumeSnapshottable):
    """Copies root disks into images, and lets guests go on in another file of a volume."""

    def snapshot(self, call: Call, instance: Instance, target: SnapshotTarget, /) -> None:
        machine, guest = self._located(instance)
        self._require(guest, *WHOLE)
        self._stop_if_cancelled(call)
        needed = guest.instance.flavor.root_disk
        if needed * 1024 > machine.disk_left():
            raise InsufficientResources(
                node=machine.name, resource=ResourceClass("DISK_GB"), needed=ResourceAmount(needed)
            )
        self._host.report_snapshot_stage(call, instance, SnapshotStage.COPYING)
        data = machine.storage.roots.get(instance.uuid, b"")
        self._host.report_snapshot_stage(call, instance, SnapshotStage.PENDING_UPLOAD)
        self._stop_if_cancelled(call)
        self._host.report_snapshot_stage(call, instance, SnapshotStage.UPLOADING)
        kind = target.format or DiskFormat.RAW
        if machine.image_storage:
            location = f"{machine.image_storage}/{target.image}"
            self._host.set_image_location(call, target, disk_format=kind, properties=None, location=location)
            return
        bare = ContainerFormat.BARE
        pieces = self._pieces(call, data)
        self._host.upload_image(call, target, disk_format=kind, container=bare, properties=None, data=pieces)

    def quiesce(self, call: Call, instance: Instance, /) -> None:
        self._hold(instance, still=True)

    def unquiesce(self, call: Call, instance: Instance, /) -> None:
        self._hold(instance, still=False)

    def create_volume_snapshot(self, call: Call, instance: Instance, creation: VolumeSnapshotCreation, /) -> None:
        states = VolumeSnapshotState.CREATING, VolumeSnapshotState.CREATION_FAILED
        with self._reporting(call, creation.snapshot, *states):
            chain = self._chain(instance, creation.volume, creation.format, "create_volume_snapshot")
            if creation.file not in chain:
                self._guest(instance).chains[creation.volume] = [*chain, creation.file]

    def delete_volume_snapshot(self, call: Call, instance: Instance, deletion: VolumeSnapshotDeletion, /) -> None:
        states = VolumeSnapshotState.DELETING, VolumeSnapshotState.DELETION_FAILED
        with self._reporting(call, deletion.snapshot, *states):
            chain = self._chain(instance, deletion.volume, deletion.format, "delete_volume_snapshot")
            self._stop_if_cancelled(call)
            self._guest(instance).chains[deletion.volume] = merged(chain, deletion.merge)

    def _hold(self, instance: Instance, *, still: bool) -> None:
        guest = self._guest(instance)
        self._require(guest, PowerState.RUNNING)
        if guest.still is still:
            return
        if instance.uuid in self._hypervisor.faults.deaf:
            raise GuestAgentUnavailable(instance=instance.uuid)
        if instance.uuid in self._hypervisor.faults.restless:
            raise QuiesceFailed(instance=instance.uuid)
        guest.still = still

    def _chain(self, instance: Instance, volume: VolumeId, kind: DiskFormat, method: str) -> list[str]:
        """The files of a volume that a guest uses, once it is sure that something can be done with them."""
        guest = self._guest(instance)
        self._check_attached(guest, volume)
        self._require(guest, PowerState.RUNNING)
        if kind is not DiskFormat.QCOW2:
            raise NotSupported(operation=f"VolumeSnapshottable.{method}", details=f"the format is {kind.value}")
        if volume in self._hypervisor.faults.lost:
            raise VolumeUnavailable(instance=instance.uuid, volume=volume)
        return chain_of(guest, volume)

    @contextmanager
    def _reporting(
        self, call: Call, snapshot: VolumeSnapshotId, done: VolumeSnapshotState, failed: VolumeSnapshotState
    ) -> Generator[None]:
        try:
            yield
        except BaseException:
            self._host.report_volume_snapshot(call, snapshot, failed)
            raise
        self._host.report_volume_snapshot(call, snapshot, done)

    def _pieces(self, call: Call, data: bytes) -> Iterator[bytes]:
        for start in range(0, len(data), PIECE):
            self._stop_if_cancelled(call)
            yield data[start : start + PIECE]


def chain_of(guest: Guest, volume: VolumeId) -> list[str]:
    """The files of a volume, the one in use last."""
    return guest.chains.get(volume, [f"volume-{volume}"])


def merged(chain: list[str], merge: VolumeSnapshotMerge) -> list[str]:
    """What is left of a chain of files; a file that is not among them was merged before."""
    match merge:
        case VolumeSnapshotPull(base=None):
            return chain[-1:]
        case VolumeSnapshotPull(base=str(base)) if base in chain[:-1]:
            return [*chain[: chain.index(base) + 1], chain[-1]]
        case VolumeSnapshotCommit(source=source, target=target) if below(chain, target, source):
            return [*chain[: chain.index(target) + 1], *chain[chain.index(source) + 1 :]]
        case _:
            return chain


def below(chain: list[str], lower: str, upper: str) -> bool:
    """Whether both files are in a chain, one of them below the other."""
    return lower in chain and upper in chain[chain.index(lower) + 1 :]
