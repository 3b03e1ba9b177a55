"""What guests need: whether a machine can give it to them."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from tests.cycles.memory_2026_1.connected import Connected
from tests.cycles.memory_2026_1.hypervisor import IN_MEMORY, Machine
from virtapi.exceptions import (
    ConnectionNotSupported,
    DeviceUnavailable,
    EncryptionNotSupported,
    HardwareNotSupported,
    HypervisorUnavailable,
    InsufficientResources,
    NodeDisabled,
    TooManyDevices,
    VolumeUnavailable,
)
from virtapi.objects.binding import Binding, BridgeBinding, PciBinding
from virtapi.objects.connection import Connection, FileConnection, IscsiConnection
from virtapi.objects.device import DevicePlan, PciAcceleratorHandle
from virtapi.objects.disk import DiskPlace, DiskPlan, DiskRole
from virtapi.objects.encryption import DiskEncryption, EncryptionFormat, EncryptionPlace
from virtapi.objects.instance import Instance
from virtapi.objects.machine import Architecture
from virtapi.objects.network import NetworkInfo, Vif
from virtapi.objects.pci import PciAddress
from virtapi.objects.volume import DiskBus, VolumeAttachment
from virtapi.units import DeviceName, DiskIndex, ResourceAmount, ResourceClass

MOST_DISKS = 26
MOST_INTERFACES = 8
BUSES = frozenset({DiskBus.VIRTIO, DiskBus.SCSI, DiskBus.SATA})
ARCHITECTURE = Architecture.X86_64
MEMORY = ResourceClass("MEMORY_MB")


class Requirements(Connected):
    """Refuses what guests cannot have, before anything is changed."""

    BINDINGS: ClassVar[frozenset[type[Binding]]] = frozenset({BridgeBinding, PciBinding})
    CONNECTIONS: ClassVar[frozenset[type[Connection]]] = frozenset({FileConnection, IscsiConnection})

    def _check_definition(self, machine: Machine, instance: Instance, disks: DiskPlan) -> None:
        """Refuse what no guest on this machine can have."""
        self._check_hardware(instance, disks)
        self._check_connections(disks)
        if instance.flavor.processors > machine.processors:
            needed = ResourceAmount(instance.flavor.processors)
            raise InsufficientResources(node=machine.name, resource=ResourceClass("VCPU"), needed=needed)

    def _check_count(self, instance: Instance, networks: NetworkInfo, disks: DiskPlan) -> None:
        if len(list(places(disks))) > MOST_DISKS or len(networks.vifs) > MOST_INTERFACES:
            raise TooManyDevices(instance=instance.uuid)

    def _check_hardware(self, instance: Instance, disks: DiskPlan) -> None:
        """Refuse a machine or a disk that the hypervisor does not have."""
        wanted = (instance.flavor.hardware, instance.image_properties.hardware)
        for architecture in (each.machine.architecture for each in wanted):
            if architecture not in (None, ARCHITECTURE):
                raise HardwareNotSupported(instance=instance.uuid, reason=f"it is no {architecture.value}")
        for bus in (bus for bus, _ in places(disks)):
            self._check_bus(instance, bus)

    def _check_bus(self, instance: Instance, bus: DiskBus | None) -> None:
        if bus is not None and bus not in BUSES:
            raise HardwareNotSupported(instance=instance.uuid, reason=f"there is no bus {bus.value}")

    def _check_connections(self, disks: DiskPlan) -> None:
        """Refuse what is connected or encrypted in a way that is not known here."""
        for volume in disks.volumes:
            self._check_connection(volume)
        for encryption in encryptions(disks):
            if encryption.format not in (None, EncryptionFormat.LUKS):
                raise EncryptionNotSupported(operation="ComputeDriver.spawn", reason=encryption.format.value)

    def _check_connection(self, attachment: VolumeAttachment) -> None:
        connection, encryption = attachment.connection, attachment.encryption
        if type(connection) not in self.CONNECTIONS or (
            isinstance(connection, IscsiConnection) and connection.multipath_only
        ):
            raise ConnectionNotSupported(operation="VolumeAttachable.attach_volume", volume=attachment.volume)
        if (
            encryption is not None
            and encryption.place is not EncryptionPlace.STORAGE
            and encryption.format is not EncryptionFormat.LUKS
        ):
            reason, volume = encryption.format.value, attachment.volume
            raise EncryptionNotSupported(operation="VolumeAttachable.attach_volume", reason=reason, volume=volume)

    def _check_enabled(self, machine: Machine) -> None:
        if not machine.enabled or machine.maintained:
            raise NodeDisabled(node=machine.name)

    def _check_disk_room(self, machine: Machine, instance: Instance) -> None:
        needed = (instance.flavor.root_disk + instance.flavor.ephemeral_disk) * 1024 + instance.flavor.swap
        if needed > machine.disk_left():
            raise InsufficientResources(
                node=machine.name, resource=ResourceClass("DISK_GB"), needed=ResourceAmount(-(-needed // 1024))
            )

    def _check_start(self, machine: Machine, instance: Instance, disks: DiskPlan, devices: DevicePlan) -> None:
        """Refuse to start a guest that cannot have at the moment what it needs."""
        if not machine.on:
            raise HypervisorUnavailable(details=f"node {machine.name} is off")
        guest = machine.guests.get(instance.uuid)
        own = guest.instance.flavor.memory if guest and guest.state in IN_MEMORY else 0
        if instance.flavor.memory > machine.memory_left() + own:
            raise InsufficientResources(
                node=machine.name, resource=MEMORY, needed=ResourceAmount(instance.flavor.memory)
            )
        for volume in disks.volumes:
            self._check_reachable(instance, volume)
        for address in pci_addresses(devices):
            self._check_device(machine, instance, address)
        for share in devices.shares:
            if instance.uuid not in machine.mounted.get(share.id, set()):
                raise DeviceUnavailable(instance=instance.uuid, device=f"share {share.tag}")

    def _check_reachable(self, instance: Instance, attachment: VolumeAttachment) -> None:
        if attachment.volume in self._hypervisor.faults.lost:
            raise VolumeUnavailable(instance=instance.uuid, volume=attachment.volume)

    def _check_device(self, machine: Machine, instance: Instance, address: PciAddress) -> None:
        others = (guest for uuid, guest in machine.guests.items() if uuid != instance.uuid)
        taken = {each for guest in others for each in (*pci_addresses(guest.devices), *vif_addresses(guest.vifs))}
        if address not in machine.pci or address in taken:
            raise DeviceUnavailable(instance=instance.uuid, device=spelled(address))


def places(disks: DiskPlan) -> Iterator[tuple[DiskBus | None, DeviceName | None]]:
    """How the guest reaches each of its disks and volumes, and under which name."""
    for disk in (disks.root, *disks.ephemerals, disks.swap, *disks.volumes):
        if disk is not None:
            yield disk.bus, disk.device


def encryptions(disks: DiskPlan) -> Iterator[DiskEncryption]:
    """How those disks on the node are encrypted that are."""
    return (encryption for _, encryption in encrypted(disks))


def encrypted(disks: DiskPlan) -> Iterator[tuple[DiskPlace, DiskEncryption]]:
    """Which disks on the node are encrypted, and how."""
    if disks.root and disks.root.encryption:
        yield DiskPlace(role=DiskRole.ROOT), disks.root.encryption
    for number, disk in enumerate(disks.ephemerals):
        if disk.encryption:
            yield DiskPlace(role=DiskRole.EPHEMERAL, index=DiskIndex(number)), disk.encryption
    if disks.swap and disks.swap.encryption:
        yield DiskPlace(role=DiskRole.SWAP), disks.swap.encryption


def pci_addresses(devices: DevicePlan) -> Iterator[PciAddress]:
    """Where the devices are that a guest gets, and that are not behind its interfaces."""
    yield from (each.device.address for each in devices.pci if each.vif is None)
    handles = (each.handle for each in devices.accelerators)
    yield from (handle.address for handle in handles if isinstance(handle, PciAcceleratorHandle))


def vif_addresses(vifs: Iterable[Vif]) -> Iterator[PciAddress]:
    """Where the devices are that are behind interfaces."""
    yield from (vif.binding.device for vif in vifs if isinstance(vif.binding, PciBinding))


def spelled(address: PciAddress) -> str:
    """An address as people write it."""
    return f"{address.domain:04x}:{address.bus:02x}:{address.slot:02x}.{address.function}"
