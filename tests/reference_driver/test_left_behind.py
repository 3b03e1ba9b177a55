"""Whatever goes wrong while an instance is made, nothing of it is left behind, and what is let out is declared."""

import hashlib
import shutil
import struct
import subprocess
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from libvirt import virConnect

from tests.memory_driver.host import MemoryCall, MemoryHost
from tests.reference_driver.given import (
    DATA,
    DISKS,
    NO_DEVICES,
    NO_NETWORKS,
    NODE,
    PLAN,
    a_root,
    an_image,
    an_instance,
    disks_of,
    files_below,
    networks,
)
from virtapi.exceptions import (
    AwaitedEventTimeout,
    CallCancelled,
    ImageCorrupt,
    ImageUnavailable,
    ImageUnsuitable,
    InsufficientResources,
    NodeNotFound,
    VirtDriverError,
)
from virtapi.host import Call
from virtapi.objects.disk import DiskPlan
from virtapi.objects.image import DiskFormat, Image
from virtapi.units import Bytes, CertificateId, GiB, MiB, NodeName
from virtapi_libvirt.driver import LibvirtDriver

needs_qemu_img = pytest.mark.skipif(shutil.which("qemu-img") is None, reason="qemu-img is not installed")


@pytest.fixture(autouse=True)
def nothing_is_left(driver: LibvirtDriver, hypervisor: virConnect, folder: Path) -> Iterator[None]:
    """Look, after each test, that libvirt and the folder have nothing but what they had."""
    yield
    assert [domain.name() for domain in hypervisor.listAllDomains()] == ["test"]
    assert files_below(folder) <= {"instances", "node-uuid"}


def qcow2(*, size: int = 2**20, version: int = 3, backing: int = 0, encryption: int = 0, features: int = 0) -> bytes:
    head = struct.pack(">4sIQIIQI36xQ", b"QFI\xfb", version, backing, 0, 16, size, encryption, features)
    return head.ljust(512, b"\0")


UNSUITABLE = {
    "has a format that libvirt does not know": (DATA, an_image(kind=DiskFormat.VHDX)),
    "needs more memory": (DATA, replace(an_image(), least_memory=MiB(1024))),
    "needs a larger disk": (DATA, replace(an_image(), least_disk=GiB(2))),
    "is no qcow2": (DATA, an_image(kind=DiskFormat.QCOW2)),
    "is too short for qcow2": (b"QFI\xfb", an_image(b"QFI\xfb", kind=DiskFormat.QCOW2)),
    "names a backing file": (qcow2(backing=104), an_image(qcow2(backing=104), kind=DiskFormat.QCOW2)),
    "has its data elsewhere": (qcow2(features=0b100), an_image(qcow2(features=0b100), kind=DiskFormat.QCOW2)),
    "is encrypted": (qcow2(encryption=1), an_image(qcow2(encryption=1), kind=DiskFormat.QCOW2)),
    "is of the future": (qcow2(version=4), an_image(qcow2(version=4), kind=DiskFormat.QCOW2)),
    "does not fit into the disk": (qcow2(size=2**31), an_image(qcow2(size=2**31), kind=DiskFormat.QCOW2)),
}


@pytest.mark.parametrize(("data", "image"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_an_image_is_refused_that(
    driver: LibvirtDriver, host: MemoryHost, call: MemoryCall, data: bytes, image: Image
) -> None:
    host.images[image.id] = data
    with pytest.raises(ImageUnsuitable):
        driver.spawn(call, an_instance(), PLAN, networks=NO_NETWORKS, disks=disks_of(image), devices=NO_DEVICES)


def test_an_image_that_the_host_cannot_read(driver: LibvirtDriver, host: MemoryHost, call: MemoryCall) -> None:
    host.images.clear()
    with pytest.raises(ImageUnavailable):
        driver.spawn(call, an_instance(), PLAN, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)


class BreakingHost(MemoryHost):
    """The image service goes away in the middle of an image."""

    @contextmanager
    def read_image(
        self, call: Call, image: Image, /, *, certificates: frozenset[CertificateId] | None
    ) -> Generator[Iterator[bytes]]:
        def pieces() -> Iterator[bytes]:
            yield DATA[:100]
            raise ImageUnavailable(image=image.id)

        yield pieces()


class EndlessHost(MemoryHost):
    """The image goes on after its first piece, but nobody may ask for more than one."""

    @contextmanager
    def read_image(
        self, call: Call, image: Image, /, *, certificates: frozenset[CertificateId] | None
    ) -> Generator[Iterator[bytes]]:
        def pieces() -> Iterator[bytes]:
            yield DATA[:100]
            yield DATA[100:200]
            pytest.fail("the driver reads on, although the call is cancelled")

        yield pieces()


class CancellingCall(MemoryCall):
    """Nobody wants the result once a part of the image is there."""

    def cancelled(self) -> bool:
        return bool(self.reports)


def test_an_image_that_breaks_off(driver: LibvirtDriver, call: MemoryCall) -> None:
    driver._host = BreakingHost()
    with pytest.raises(ImageUnavailable):
        driver.spawn(call, an_instance(), PLAN, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)


def test_a_call_that_is_cancelled(driver: LibvirtDriver) -> None:
    driver._host = EndlessHost()
    with pytest.raises(CallCancelled):
        driver.spawn(CancellingCall(), an_instance(), PLAN, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)


def test_a_network_that_does_not_come(driver: LibvirtDriver, call: MemoryCall) -> None:
    with pytest.raises(AwaitedEventTimeout):
        driver.spawn(call, an_instance(), PLAN, networks=networks(), disks=DISKS, devices=NO_DEVICES)


@pytest.mark.parametrize("greedy", [an_instance(memory=4096), an_instance(processors=33)])
def test_an_instance_that_is_larger_than_the_node(driver: LibvirtDriver, call: MemoryCall, greedy: object) -> None:
    with pytest.raises(InsufficientResources):
        driver.spawn(call, greedy, PLAN, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)  # type: ignore[arg-type]


def test_a_disk_that_no_file_system_can_hold(driver: LibvirtDriver, call: MemoryCall) -> None:
    with pytest.raises(InsufficientResources, match="DISK_GB"):
        driver.spawn(
            call,
            an_instance(),
            PLAN,
            networks=NO_NETWORKS,
            disks=DiskPlan(root=a_root(size=2**32)),
            devices=NO_DEVICES,
        )


def test_a_node_that_is_another(driver: LibvirtDriver, call: MemoryCall) -> None:
    instance = replace(an_instance(), node=NodeName("another"))
    with pytest.raises(NodeNotFound):
        driver.spawn(call, instance, PLAN, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)


CORRUPT = {
    "is longer than announced": replace(an_image(), size=Bytes(len(DATA) - 1)),
    "is shorter than announced": replace(an_image(), size=Bytes(len(DATA) + 1)),
    "has another checksum": an_image(checksum="0" * 64),
}


@pytest.mark.parametrize("image", CORRUPT.values(), ids=CORRUPT)
def test_the_host_says_that_an_image(driver: LibvirtDriver, call: MemoryCall, image: Image) -> None:
    with pytest.raises(ImageCorrupt):
        driver.spawn(call, an_instance(), PLAN, networks=NO_NETWORKS, disks=disks_of(image), devices=NO_DEVICES)


def test_a_mistake_of_the_driver_itself(
    driver: LibvirtDriver, call: MemoryCall, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_: object) -> None:
        raise IndexError

    monkeypatch.setattr("virtapi_libvirt.building.start", mistaken)
    with pytest.raises(VirtDriverError, match="IndexError"):
        driver.spawn(call, an_instance(), PLAN, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)


def test_an_interruption(driver: LibvirtDriver, call: MemoryCall, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("virtapi_libvirt.building.start", interrupted)
    with pytest.raises(KeyboardInterrupt):
        driver.spawn(call, an_instance(), PLAN, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)


def spawned(driver: LibvirtDriver, call: MemoryCall, disks: DiskPlan) -> Iterator[Path]:
    """The files of an instance, which is removed afterwards."""
    from virtapi.objects.boot import Disposal

    driver.spawn(call, an_instance(), PLAN, networks=NO_NETWORKS, disks=disks, devices=NO_DEVICES)
    assert driver.list_instances(call, NODE) == {an_instance().uuid}
    yield from Path(driver._options.folder, "instances", str(an_instance().uuid)).iterdir()
    driver.destroy(call, an_instance(), Disposal(), networks=NO_NETWORKS, disks=disks, devices=NO_DEVICES)


def test_a_good_checksum_is_accepted(driver: LibvirtDriver, call: MemoryCall) -> None:
    image = an_image(checksum=hashlib.sha256(DATA).hexdigest())
    assert [file.stat().st_size for file in spawned(driver, call, DiskPlan(root=a_root(image, size=0)))] == [len(DATA)]


def test_an_image_without_data_is_an_empty_disk(driver: LibvirtDriver, host: MemoryHost, call: MemoryCall) -> None:
    image = an_image(b"")
    host.images[image.id] = b""
    assert [file.stat().st_size for file in spawned(driver, call, DiskPlan(root=a_root(image, size=0)))] == [0]


@needs_qemu_img
def test_a_qcow2_grows_to_the_size_of_the_disk(
    driver: LibvirtDriver, host: MemoryHost, call: MemoryCall, tmp_path: Path
) -> None:
    from virtapi_libvirt.qcow2 import virtual_size

    file = tmp_path / "image"
    subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", file, "4M"], check=True)
    image = an_image(file.read_bytes(), kind=DiskFormat.QCOW2)
    host.images[image.id] = file.read_bytes()
    sizes = {path.name: virtual_size(path) for path in spawned(driver, call, DiskPlan(root=a_root(image)))}
    assert sizes == {"root.qcow2": 2**30}


def test_a_qcow2_that_must_grow_needs_qemu_img(
    driver: LibvirtDriver, host: MemoryHost, call: MemoryCall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    image = an_image(qcow2(), kind=DiskFormat.QCOW2)
    host.images[image.id] = qcow2()
    with pytest.raises(ImageUnsuitable, match="qemu-img"):
        driver.spawn(call, an_instance(), PLAN, networks=NO_NETWORKS, disks=disks_of(image), devices=NO_DEVICES)
