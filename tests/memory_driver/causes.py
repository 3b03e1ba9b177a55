"""What can be wrong with a world, and with what a host asks for in it."""

from collections.abc import Callable
from dataclasses import replace
from ipaddress import IPv4Address
from uuid import UUID

from tests.memory_driver.given import a_flavor, a_migration, a_vif, a_volume
from tests.memory_driver.ready import ADDRESS, VGPU
from tests.memory_driver.world import TARGET, World, encrypted
from virtapi.objects.binding import PciBinding
from virtapi.objects.boot import EvacuatedDisks
from virtapi.objects.connection import IscsiConnection, IscsiPath
from virtapi.objects.device import DevicePlan
from virtapi.objects.encryption import EncryptionFormat
from virtapi.objects.hardware import HardwareProperties
from virtapi.objects.image import DiskFormat
from virtapi.objects.image_properties import ImageProperties
from virtapi.objects.machine import MachineProperties, VirtualMachineMode
from virtapi.objects.migration import MigrationKind
from virtapi.objects.node import Inventory
from virtapi.objects.pci import PciAssignment, PciDevice, PciDeviceKind
from virtapi.objects.power import PowerState, RebootKind
from virtapi.objects.provider import Provider, ProviderTree
from virtapi.objects.share import CephfsExport
from virtapi.objects.statistics import NodePowerAction
from virtapi.objects.volume import DiskBus
from virtapi.units import (
    BootIndex,
    Bytes,
    CertificateId,
    InstanceUuid,
    LogicalUnit,
    MiB,
    NodeName,
    PciProductId,
    PciVendorId,
    ProviderUuid,
    ResourceAmount,
)
from virtapi.values import Secret

Cause = Callable[[World], None]
NOWHERE = NodeName("nowhere")


def cancelled(world: World) -> None:
    world.call.stopped = True


def asks_for_multipath(world: World) -> None:
    path = IscsiPath(portal=IPv4Address("192.0.2.1"), target="iqn.2026-01.org.example:a", lun=LogicalUnit(1))
    connection = IscsiConnection(paths=[path], multipath_only=True)
    world.volume = replace(world.volume, connection=connection)
    world.next_volume = replace(world.next_volume, connection=connection)
    world.volumes = [world.volume]
    world.host.rebuilt = replace(world.host.rebuilt, volumes=[world.volume])


def lacks_device(world: World) -> None:
    device = PciDevice(
        address=ADDRESS, vendor=PciVendorId("8086"), product=PciProductId("10ca"), kind=PciDeviceKind.STANDARD
    )
    world.devices = DevicePlan(pci=[PciAssignment(device=device)])


def lacks_device_of_interface(world: World) -> None:
    world.vif = replace(a_vif(9), binding=PciBinding(device=ADDRESS))


def has_device(world: World) -> None:
    lacks_device(world)
    world.machine.pci.add(ADDRESS)
    world.guest.devices = world.devices


def is_encrypted_otherwise(world: World) -> None:
    world.volume = encrypted(world.volume, EncryptionFormat.PLAIN)
    world.next_volume = encrypted(world.next_volume, EncryptionFormat.PLAIN)
    world.volumes = [world.volume]


def needs_hardware(hardware: HardwareProperties) -> Cause:
    def cause(world: World) -> None:
        properties = ImageProperties(hardware=hardware)
        world.instance = replace(world.instance, image_properties=properties)
        world.image = replace(world.image, properties=properties)
        for machine in (world.machine, world.other):
            for guest in machine.guests.values():
                guest.instance = replace(guest.instance, image_properties=properties)

    return cause


def needs_bus(world: World) -> None:
    world.volume = replace(world.volume, bus=DiskBus.FDC)
    world.volumes = [world.volume]


def data_differs(world: World) -> None:
    world.host.images[world.image.id] = b"something else"


def image_is_gone(world: World) -> None:
    world.host.images.clear()
    world.host.empty.clear()


def format_is_strange(world: World) -> None:
    world.image = replace(world.image, format=DiskFormat.VHD)


def wants_signature(world: World) -> None:
    world.host.wary = True
    world.instance = replace(world.instance, trusted_certificates=frozenset({CertificateId("c")}))


def is_large(world: World) -> None:
    world.image = replace(world.image, size=Bytes(2**50))


def disks_are_lost(world: World) -> None:
    world.evacuated = EvacuatedDisks.KEPT
    world.machine.storage.roots.clear()


def is_full(world: World) -> None:
    for machine in (world.machine, world.other):
        machine.memory, machine.disk = MiB(0), MiB(0)


def is_disabled(world: World) -> None:
    for machine in (world.machine, world.other):
        machine.enabled = False


def is_not_there(world: World) -> None:
    for machine in (world.machine, world.other):
        machine.guests.clear()
        machine.kept.clear()


def is_in(state: PowerState) -> Cause:
    def cause(world: World) -> None:
        world.guest.state = state
        world.reboot = RebootKind.SOFT

    return cause


def is_cut(world: World) -> None:
    world.hypervisor.faults.cut.add((world.machine.name, world.other.name))


def would_shrink(world: World) -> None:
    world.cold = a_migration(MigrationKind.RESIZE, flavor=a_flavor(root_disk=0))


def data_is_foreign(world: World) -> None:
    world.data = replace(world.data, owner="another driver")


def is_unwired(world: World) -> None:
    world.vif = a_vif(9)
    world.hypervisor.faults.unwired.add(world.vif.id)


def node_is_unknown(world: World) -> None:
    world.node = NOWHERE
    world.instance = replace(world.instance, node=NOWHERE)
    world.live = a_migration(MigrationKind.LIVE, to=NOWHERE)


def has_many_disks(world: World) -> None:
    world.volumes = [a_volume(number) for number in range(10, 36)]
    world.host.rebuilt = replace(world.host.rebuilt, volumes=world.volumes)
    for machine in (world.machine, world.other):
        for guest in machine.guests.values():
            guest.volumes = world.volumes


def has_many_interfaces(world: World) -> None:
    world.guest.vifs = [a_vif(number) for number in range(10, 18)]


def is_lost(world: World) -> None:
    world.volume = replace(world.volume, boot_index=BootIndex(0))
    world.volumes = [world.volume]
    world.host.rebuilt = replace(world.host.rebuilt, volumes=world.volumes)
    world.hypervisor.faults.lost |= {world.volume.volume, world.next_volume.volume, world.share.id}


def clings(world: World) -> None:
    world.hypervisor.faults.clinging |= {world.volume.volume, world.vif.id, world.share.id}


def takes_several_monitors(world: World) -> None:
    export = CephfsExport(monitors=["a", "b"], path="/", user="u", key=Secret("k"))
    world.share = replace(world.share, export=export)


def is_allocated_too_often(world: World) -> None:
    world.machine.graphics = 0


def knows_graphics_of_root(world: World) -> None:
    root = Provider(uuid=ProviderUuid(UUID(int=1)), inventories={VGPU: Inventory(total=ResourceAmount(2))})
    world.known = ProviderTree(root=root)


def among_instances(fault: str) -> Cause:
    def cause(world: World) -> None:
        among: set[InstanceUuid] = getattr(world.hypervisor.faults, fault)
        among.add(world.instance.uuid)

    return cause


def ports_are_used(world: World) -> None:
    world.machine.ports = 0


def has_no_interrupts(world: World) -> None:
    machine = MachineProperties(mode=VirtualMachineMode.CONTAINER)
    needs_hardware(HardwareProperties(machine=machine))(world)


def is_off(world: World) -> None:
    world.machine.on = False
    world.power = NodePowerAction.STARTUP


def format_is_raw(world: World) -> None:
    world.format = DiskFormat.RAW


def is_complete(world: World) -> None:
    world.host.images[TARGET] = b"full"


def is_going(world: World) -> None:
    world.host.going.add(world.instance.uuid)


def is_forbidden(world: World) -> None:
    world.host.secretive = True


def key_of_next_is_forbidden(world: World) -> None:
    world.next_volume = encrypted(world.next_volume)
    is_forbidden(world)


def is_not_attached(world: World) -> None:
    world.guest.volumes, world.guest.vifs = [], []


def is_there_already(world: World) -> None:
    world.evacuated = EvacuatedDisks.MADE_ANEW
    world.make("spawn")


def another_has_its_place(world: World) -> None:
    for _, guest, _ in world.machine.kept.values():
        world.other.guests[guest.instance.uuid] = guest


def did_not_arrive(world: World) -> None:
    world.other.storage.roots.clear()


def is_not_expected(world: World) -> None:
    world.other.expected.clear()


def does_not_move(world: World) -> None:
    world.guest.move = None
