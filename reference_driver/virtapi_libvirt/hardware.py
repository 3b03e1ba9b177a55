"""What is asked of a guest's hardware, and what of it the driver can do. What it cannot, it says before it begins."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from virtapi.exceptions import (
    ConnectionNotSupported,
    DeviceUnavailable,
    EncryptionNotSupported,
    HardwareNotSupported,
)
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.hardware import InterfaceModel
from virtapi.objects.instance import Instance
from virtapi.objects.machine import VirtualMachineMode
from virtapi.objects.volume import DiskBus, DiskKind
from virtapi_libvirt.host_capabilities import GuestPlatform, HostCapabilities

__all__ = [
    "OS_TYPES",
    "check_devices",
    "check_disks",
    "check_hardware",
    "disk_bus",
    "interface_model",
    "machine_type",
    "platform_for",
]

HONOURED = frozenset(
    {
        "disks.bus",
        "interfaces.model",
        "machine.architecture",
        "machine.emulated_architecture",
        "machine.machine_type",
        "machine.mode",
    }
)
"""What the functions below answer."""
WITHOUT_EFFECT = frozenset(
    {"disks.cdrom_bus", "disks.floppy_bus", "disks.rescue_bus", "disks.rescue_kind", "disks.root_device"}
)
"""What is asked of devices that no guest of this driver has."""
BUSES = frozenset({DiskBus.VIRTIO, DiskBus.SCSI, DiskBus.SATA, DiskBus.IDE, DiskBus.USB})
MODELS: Mapping[InterfaceModel, str] = {
    InterfaceModel.E1000: "e1000",
    InterfaceModel.E1000E: "e1000e",
    InterfaceModel.IGB: "igb",
    InterfaceModel.NE2K_PCI: "ne2k_pci",
    InterfaceModel.NETFRONT: "netfront",
    InterfaceModel.PCNET: "pcnet",
    InterfaceModel.RTL8139: "rtl8139",
    InterfaceModel.VIRTIO: "virtio",
}
"""The network cards that libvirt has a name for."""
OS_TYPES: Mapping[str, VirtualMachineMode] = {
    "hvm": VirtualMachineMode.HVM,
    "xen": VirtualMachineMode.XEN,
    "exe": VirtualMachineMode.CONTAINER,
}
"""What libvirt calls what a guest sees of the machine."""


def check_hardware(instance: Instance, disks: DiskPlan) -> None:
    """Look whether everything that is asked for can be given, as far as it is known here.

    Raises:
        HardwareNotSupported: something is asked for that the driver does not do.
    """
    for owner, properties in (("image", instance.image_properties.hardware), ("flavor", instance.flavor.hardware)):
        for path in asked(properties):
            if path not in HONOURED | WITHOUT_EFFECT:
                raise _unsupported(instance, f"its {owner} asks for {path}, which this driver does not do")
    for name, word in ((instance.kernel, "a kernel of its own"), (instance.numa, "NUMA cells")):
        if name is not None:
            raise _unsupported(instance, f"it is to have {word}, which this driver does not give")
    for disk in (disks.root, *disks.ephemerals, disks.swap):
        if disk is not None and disk.bus is not None and disk.bus not in BUSES:
            raise _unsupported(instance, f"a disk is to be reached through {disk.bus.value}")
    for disk in (disks.root, *disks.ephemerals):
        if disk is not None and disk.kind is not DiskKind.DISK:
            raise _unsupported(instance, f"a disk is to be a {disk.kind.value}")
    for ephemeral in disks.ephemerals:
        if ephemeral.file_system is not None:
            raise _unsupported(instance, "an empty disk is to have a file system")
    disk_bus(instance)
    interface_model(instance)


def check_disks(disks: DiskPlan) -> None:
    """Look whether everything is connected and encrypted in a way that the driver can use.

    Raises:
        ConnectionNotSupported: there are volumes, of which the driver attaches none yet.
        EncryptionNotSupported: a disk is to be encrypted.
    """
    for volume in disks.volumes:
        raise ConnectionNotSupported(operation="VolumeAttachable.attach_volume", volume=volume.volume)
    if any(disk is not None and disk.encryption is not None for disk in (disks.root, *disks.ephemerals, disks.swap)):
        raise EncryptionNotSupported(operation="ComputeDriver.spawn", reason="this driver encrypts no disks")


def check_devices(instance: Instance, devices: DevicePlan) -> None:
    """Raise `DeviceUnavailable` where the guest is to have other devices than disks and virtual interfaces."""
    if devices != DevicePlan():
        given = ", ".join(each.name for each in fields(devices) if getattr(devices, each.name))
        raise DeviceUnavailable(instance=instance.uuid, device=given, details="this driver gives none yet")


def platform_for(instance: Instance, host: HostCapabilities) -> GuestPlatform:
    """The kind of guest that the instance is to be; where nothing is asked for, like the host itself.

    Raises:
        HardwareNotSupported: the host cannot run that kind.
    """
    machine, wanted = instance.flavor.hardware.machine, instance.image_properties.hardware.machine
    architecture = machine.emulated_architecture or wanted.emulated_architecture
    architecture = architecture or machine.architecture or wanted.architecture
    name = host.architecture if architecture is None else architecture.value
    mode = machine.mode or wanted.mode
    board = machine_type(instance)
    for platform in host.platforms:
        if board is not None and platform.machines and board not in platform.machines:
            continue
        if platform.architecture == name and (mode is None or OS_TYPES.get(platform.os_type) is mode):
            return platform
    raise _unsupported(instance, f"libvirt runs no such {name} guests here")


def machine_type(instance: Instance) -> str | None:
    """The kind of board that is asked for; None: none is."""
    properties = (instance.flavor.hardware, instance.image_properties.hardware)
    return next((each.machine.machine_type for each in properties if each.machine.machine_type is not None), None)


def disk_bus(instance: Instance) -> DiskBus:
    """How the guest reaches the disks of which nothing else is said."""
    bus = instance.flavor.hardware.disks.bus or instance.image_properties.hardware.disks.bus or DiskBus.VIRTIO
    if bus not in BUSES:
        raise _unsupported(instance, f"its disks are to be reached through {bus.value}")
    return bus


def interface_model(instance: Instance) -> str:
    """The network card that the guest sees, as libvirt calls it."""
    model = instance.flavor.hardware.interfaces.model or instance.image_properties.hardware.interfaces.model
    if model is not None and model not in MODELS:
        raise _unsupported(instance, f"its network card is to be a {model.value}")
    return MODELS[model or InterfaceModel.VIRTIO]


def asked(properties: object, prefix: str = "") -> Iterator[str]:
    """The paths of all that is asked for, such as `disks.bus`."""
    if is_dataclass(properties):
        for each in fields(properties):
            value = getattr(properties, each.name)
            if is_dataclass(value) and type(value).__name__.endswith("Properties"):
                yield from asked(value, f"{prefix}{each.name}.")
            elif value is not None and value != each.default:
                yield f"{prefix}{each.name}"


def _unsupported(instance: Instance, reason: str) -> HardwareNotSupported:
    return HardwareNotSupported(instance=instance.uuid, reason=reason)
