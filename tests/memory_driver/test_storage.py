"""What guests have of volumes and images, and what is made of it."""

from dataclasses import replace
from uuid import UUID

import pytest

from tests.memory_driver.call import MemoryCall
from tests.memory_driver.given import DATA, a_vif, a_volume, an_instance, from_image, hardware
from tests.memory_driver.host import MemoryHost
from tests.memory_driver.hypervisor import Machine
from tests.memory_driver.world import TARGET, World
from virtapi.capabilities import (
    DeviceNameable,
    InterfaceAttachable,
    Quiescable,
    Snapshottable,
    VolumeAttachable,
    VolumeSnapshottable,
    VolumeSwappable,
)
from virtapi.driver import ComputeDriver
from virtapi.exceptions import InstanceGone, InterfaceNotAttached, NotSupported, VolumeNotAttached
from virtapi.objects.boot import BootPlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.image import DiskFormat
from virtapi.objects.snapshot import (
    SnapshotStage,
    SnapshotTarget,
    VolumeSnapshotCommit,
    VolumeSnapshotCreation,
    VolumeSnapshotDeletion,
    VolumeSnapshotPull,
    VolumeSnapshotState,
)
from virtapi.units import DeviceName, VolumeSnapshotId

CALL = MemoryCall()
INSTANCE = an_instance()
VOLUME = a_volume()
SNAPSHOT = VolumeSnapshotId(UUID(int=1))


@pytest.fixture(autouse=True)
def _guest(driver: ComputeDriver) -> None:
    disks = replace(from_image(), volumes=[VOLUME])
    driver.spawn(CALL, INSTANCE, BootPlan(), **hardware(disks=disks))


def create(file: str, kind: DiskFormat = DiskFormat.QCOW2) -> VolumeSnapshotCreation:
    return VolumeSnapshotCreation(volume=VOLUME.volume, snapshot=SNAPSHOT, format=kind, file=file)


def test_a_snapshot_is_the_root_disk_and_the_host_hears_how_far_it_is(driver: ComputeDriver, host: MemoryHost) -> None:
    assert Snapshottable.offered_by(driver)
    driver.snapshot(CALL, INSTANCE, SnapshotTarget(image=TARGET))
    assert host.images[TARGET] == DATA
    assert host.stages == [SnapshotStage.COPYING, SnapshotStage.PENDING_UPLOAD, SnapshotStage.UPLOADING]


def test_a_snapshot_on_the_image_services_own_storage_is_not_sent(
    driver: ComputeDriver, host: MemoryHost, machine: Machine
) -> None:
    machine.image_storage = "rbd://images"
    host.shared[f"rbd://images/{TARGET}"] = b"copied there"
    assert Snapshottable.offered_by(driver)
    driver.snapshot(CALL, INSTANCE, SnapshotTarget(image=TARGET))
    assert host.images[TARGET] == b"copied there"


def test_a_snapshot_of_what_is_being_deleted_is_not_gone_on_with(driver: ComputeDriver, host: MemoryHost) -> None:
    host.going.add(INSTANCE.uuid)
    assert Snapshottable.offered_by(driver)
    with pytest.raises(InstanceGone):
        driver.snapshot(CALL, INSTANCE, SnapshotTarget(image=TARGET))
    assert TARGET not in host.images


def test_a_guest_is_held_still_until_it_is_let_go(world: World, driver: ComputeDriver) -> None:
    assert Quiescable.offered_by(driver)
    driver.quiesce(CALL, INSTANCE)
    assert world.guest.still
    driver.unquiesce(CALL, INSTANCE)
    assert not world.guest.still


def test_a_chain_of_files_grows_with_snapshots_and_shrinks_when_they_are_merged(
    world: World, driver: ComputeDriver, host: MemoryHost
) -> None:
    assert VolumeSnapshottable.offered_by(driver)
    for file in ("b", "c", "d"):
        driver.create_volume_snapshot(CALL, INSTANCE, create(file))
    for merge, left in (
        (VolumeSnapshotCommit(source="c", target="b"), ["b", "d"]),
        (VolumeSnapshotCommit(source="c", target="b"), ["b", "d"]),
        (VolumeSnapshotPull(base="b"), ["b", "d"]),
        (VolumeSnapshotPull(), ["d"]),
    ):
        deletion = VolumeSnapshotDeletion(volume=VOLUME.volume, snapshot=SNAPSHOT, format=DiskFormat.QCOW2, merge=merge)
        driver.delete_volume_snapshot(CALL, INSTANCE, deletion)
        assert [each for each in world.guest.chains[VOLUME.volume] if len(each) == 1] == left
    assert host.volume_snapshots == [VolumeSnapshotState.CREATING] * 3 + [VolumeSnapshotState.DELETING] * 4


def test_a_snapshot_of_a_volume_that_fails_is_reported_before_the_exception(
    driver: ComputeDriver, host: MemoryHost
) -> None:
    assert VolumeSnapshottable.offered_by(driver)
    with pytest.raises(NotSupported):
        driver.create_volume_snapshot(CALL, INSTANCE, create("b", DiskFormat.RAW))
    assert host.volume_snapshots == [VolumeSnapshotState.CREATION_FAILED]


def test_a_volume_that_takes_the_place_of_another_keeps_its_serial_number(world: World, driver: ComputeDriver) -> None:
    assert VolumeSwappable.offered_by(driver)
    driver.swap_volume(CALL, INSTANCE, VOLUME, a_volume(2))
    (volume,) = world.guest.volumes
    assert (volume.volume, volume.serial) == (a_volume(2).volume, str(VOLUME.volume))
    assert world.machine.connected == {(INSTANCE.uuid, a_volume(2).volume)}


def test_a_volume_that_is_not_attached_is_disconnected_all_the_same(driver: ComputeDriver, machine: Machine) -> None:
    other = a_volume(2)
    machine.connected.add((INSTANCE.uuid, other.volume))
    assert VolumeAttachable.offered_by(driver)
    with pytest.raises(VolumeNotAttached):
        driver.detach_volume(CALL, INSTANCE, other)
    assert machine.connected == {(INSTANCE.uuid, VOLUME.volume)}


def test_an_interface_that_is_not_attached_is_unplugged_all_the_same(driver: ComputeDriver, machine: Machine) -> None:
    machine.plugged.add((INSTANCE.uuid, a_vif().id))
    assert InterfaceAttachable.offered_by(driver)
    with pytest.raises(InterfaceNotAttached):
        driver.detach_interface(CALL, INSTANCE, a_vif())
    assert not machine.plugged


def test_disks_get_the_names_that_are_free_and_keep_those_that_they_have(driver: ComputeDriver) -> None:
    assert DeviceNameable.offered_by(driver)
    disks = replace(from_image(), volumes=[replace(VOLUME, device=DeviceName("vda")), a_volume(2)])
    named = driver.name_devices(CALL, INSTANCE, disks=disks)
    assert named.root is not None
    assert [named.root.device, *(each.device for each in named.volumes)] == ["vdb", "vda", "vdc"]
    assert driver.name_volume(CALL, INSTANCE, a_volume(3), disks=named) == "vdd"
    assert driver.name_devices(CALL, INSTANCE, disks=DiskPlan()) == DiskPlan()
