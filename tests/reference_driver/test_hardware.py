"""What is asked for and cannot be given is refused by name, before anything is made."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest

from tests.memory_driver.host import MemoryCall
from tests.reference_driver.given import (
    AT_ONCE,
    DISKS,
    NO_DEVICES,
    NO_DISKS,
    NO_NETWORKS,
    NODE,
    PLAN,
    an_image,
    an_instance,
)
from virtapi.exceptions import (
    ConnectionNotSupported,
    DeviceUnavailable,
    EncryptionNotSupported,
    HardwareNotSupported,
)
from virtapi.objects.boot import BootPlan, Disposal
from virtapi.objects.connection import FileConnection
from virtapi.objects.device import DevicePlan, PersistentMemory
from virtapi.objects.disk import DiskPlan, EphemeralDisk, RootDisk
from virtapi.objects.encryption import DiskEncryption
from virtapi.objects.hardware import DiskProperties, HardwareProperties, InterfaceModel, InterfaceProperties
from virtapi.objects.image_properties import ImageProperties
from virtapi.objects.instance import Instance
from virtapi.objects.machine import MachineProperties
from virtapi.objects.memory import MemoryProperties
from virtapi.objects.power import PowerState, RebootKind
from virtapi.objects.volume import DiskBus, DiskKind, VolumeAttachment
from virtapi.units import Bytes, GiB, ProviderUuid, ResourceClass, VolumeId
from virtapi_libvirt.driver import LibvirtDriver
from virtapi_libvirt.hardware import asked, disk_bus, interface_model, machine_type

SECRET_MEMORY = HardwareProperties(memory=MemoryProperties(locked=True))
DISK_OF_XEN = HardwareProperties(disks=DiskProperties(bus=DiskBus.XEN))
MEMORY = PersistentMemory(
    provider=ProviderUuid(UUID(int=1)),
    resource=ResourceClass("CUSTOM_MEMORY"),
    label="fast",
    name="ns0",
    path="/dev/dax0.0",
    size=Bytes(2**30),
    alignment=Bytes(4096),
)
CARD_OF_VMWARE = HardwareProperties(interfaces=InterfaceProperties(model=InterfaceModel.VMXNET3))


def of_image(hardware: HardwareProperties) -> Instance:
    return replace(an_instance(), image_properties=ImageProperties(hardware=hardware))


def of_flavor(hardware: HardwareProperties) -> Instance:
    return replace(an_instance(), flavor=replace(an_instance().flavor, hardware=hardware))


@pytest.fixture(autouse=True)
def nothing_is_made(driver: LibvirtDriver, call: MemoryCall) -> Iterator[None]:
    yield
    assert driver.list_instances(call, NODE) == frozenset()


@pytest.mark.parametrize(
    ("instance", "disks", "reason"),
    [
        (of_image(SECRET_MEMORY), NO_DISKS, "image asks for memory.locked"),
        (of_flavor(SECRET_MEMORY), NO_DISKS, "flavor asks for memory.locked"),
        (of_image(DISK_OF_XEN), NO_DISKS, "xen"),
        (of_image(CARD_OF_VMWARE), NO_DISKS, "vmxnet3"),
        (an_instance(), DiskPlan(root=RootDisk(image=an_image(), size=GiB(1), kind=DiskKind.CDROM)), "cdrom"),
        (an_instance(), DiskPlan(root=RootDisk(image=an_image(), size=GiB(1), bus=DiskBus.FDC)), "fdc"),
        (an_instance(), DiskPlan(ephemerals=[EphemeralDisk(size=GiB(1), file_system="ext4")]), "file system"),
    ],
)
def test_hardware_is_refused(
    driver: LibvirtDriver, call: MemoryCall, instance: Instance, disks: DiskPlan, reason: str
) -> None:
    with pytest.raises(HardwareNotSupported, match=reason):
        driver.spawn(call, instance, BootPlan(), networks=NO_NETWORKS, disks=disks, devices=NO_DEVICES)


def test_encryption_is_refused(driver: LibvirtDriver, call: MemoryCall) -> None:
    disks = DiskPlan(root=RootDisk(image=an_image(), size=GiB(1), encryption=DiskEncryption()))
    with pytest.raises(EncryptionNotSupported):
        driver.spawn(call, an_instance(), PLAN, networks=NO_NETWORKS, disks=disks, devices=NO_DEVICES)


ENCRYPTED = DiskPlan(root=RootDisk(image=an_image(), size=GiB(1), encryption=DiskEncryption()))
VOLUME = VolumeAttachment(volume=VolumeId(UUID(int=1)), connection=FileConnection(path="/volume"), size=GiB(1))


@pytest.mark.parametrize(
    ("disks", "error"),
    [(ENCRYPTED, EncryptionNotSupported), (DiskPlan(volumes=[VOLUME]), ConnectionNotSupported)],
)
def test_what_a_guest_cannot_be_started_with_is_refused_whenever_it_is_started(
    driver: LibvirtDriver, call: MemoryCall, disks: DiskPlan, error: type[Exception]
) -> None:
    instance = an_instance()
    driver.spawn(call, instance, PLAN, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)
    for kind in RebootKind:
        with pytest.raises(error):
            driver.reboot(call, instance, kind, networks=NO_NETWORKS, disks=disks, devices=NO_DEVICES, shutdown=AT_ONCE)
        assert driver.get_info(call, instance).state is PowerState.RUNNING
    driver.suspend(call, instance)
    with pytest.raises(error):
        driver.resume(call, instance, networks=NO_NETWORKS, disks=disks, devices=NO_DEVICES)
    assert driver.get_info(call, instance).state is PowerState.SUSPENDED
    driver.power_off(call, instance, AT_ONCE)
    with pytest.raises(error):
        driver.power_on(call, instance, networks=NO_NETWORKS, disks=disks, devices=NO_DEVICES)
    driver.destroy(call, instance, Disposal(), networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)


def test_other_devices_are_refused(driver: LibvirtDriver, call: MemoryCall) -> None:
    devices = DevicePlan(resources=[MEMORY])
    with pytest.raises(DeviceUnavailable, match="resources"):
        driver.spawn(call, an_instance(), PLAN, networks=NO_NETWORKS, disks=DISKS, devices=devices)


def test_what_is_asked_for_is_named_by_its_path() -> None:
    assert list(asked(HardwareProperties())) == []
    hardware = HardwareProperties(machine=MachineProperties(machine_type="q35"), disks=DiskProperties(bus=DiskBus.SATA))
    assert list(asked(hardware)) == ["machine.machine_type", "disks.bus"]


def test_the_word_of_the_flavor_counts() -> None:
    image = HardwareProperties(
        machine=MachineProperties(machine_type="pc"),
        disks=DiskProperties(bus=DiskBus.IDE),
        interfaces=InterfaceProperties(model=InterfaceModel.E1000),
    )
    flavor = HardwareProperties(
        machine=MachineProperties(machine_type="q35"),
        disks=DiskProperties(bus=DiskBus.SATA),
        interfaces=InterfaceProperties(model=InterfaceModel.E1000E),
    )
    both = replace(of_flavor(flavor), image_properties=ImageProperties(hardware=image))
    for instance, expected in (
        (an_instance(), (None, DiskBus.VIRTIO, "virtio")),
        (of_image(image), ("pc", DiskBus.IDE, "e1000")),
        (both, ("q35", DiskBus.SATA, "e1000e")),
    ):
        assert (machine_type(instance), disk_bus(instance), interface_model(instance)) == expected
