"""The devices in the definition of an instance."""

from collections.abc import Sequence

from virtapi.objects.binding import BridgeBinding
from virtapi.objects.network import Vif
from virtapi.objects.open_vswitch import OpenVswitchBinding
from virtapi.objects.volume import DiskBus
from virtapi_libvirt.disks import GuestDisk
from virtapi_libvirt.xml_tree import Element, add

__all__ = ["add_console", "add_disk", "add_interface", "add_scsi_controller"]


def add_disk(devices: Element, disk: GuestDisk) -> None:
    """A disk that is a file."""
    element = add(devices, "disk", type="file", device="disk")
    # The format is always named: libvirt must never guess it from what a guest has written.
    add(element, "driver", name="qemu", type=disk.format.value)
    add(element, "source", file=str(disk.path))
    add(element, "target", dev=disk.device, bus=disk.bus.value)
    if disk.boot is not None:
        add(element, "boot", order=str(disk.boot))


def add_scsi_controller(devices: Element, disks: Sequence[GuestDisk]) -> None:
    """The controller of SCSI disks, where there are any: libvirt would choose a model that few guests know."""
    if any(disk.bus is DiskBus.SCSI for disk in disks):
        add(devices, "controller", type="scsi", model="virtio-scsi")


def add_interface(devices: Element, vif: Vif, model: str) -> None:
    """A virtual interface. The host sends only kinds of bindings that the driver names."""
    element = add(devices, "interface", type="bridge")
    add(element, "mac", address=vif.mac)
    match vif.binding:
        case BridgeBinding(bridge=bridge):
            add(element, "source", bridge=bridge)
        case OpenVswitchBinding(bridge=bridge, interface=interface, port_profile=profile):
            add(element, "source", bridge=bridge)
            port = add(add(element, "virtualport", type="openvswitch"), "parameters", interfaceid=str(interface))
            if profile is not None:
                port.set("profileid", profile)
        case _:
            raise TypeError(f"no kind that the driver names in BINDINGS: {vif.binding}")
    if vif.device is not None:
        add(element, "target", dev=vif.device)
    add(element, "model", type=model)
    if vif.network.mtu is not None:
        add(element, "mtu", size=str(vif.network.mtu))


def add_console(devices: Element) -> None:
    """A serial port, which is the guest's console."""
    add(add(devices, "serial", type="pty"), "target", port="0")
    add(add(devices, "console", type="pty"), "target", type="serial", port="0")
