"""The definition of an instance, as libvirt reads it: https://libvirt.org/formatdomain.html."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.units import HostName
from virtapi_libvirt.device_xml import add_console, add_disk, add_interface, add_scsi_controller
from virtapi_libvirt.disks import GuestDisk
from virtapi_libvirt.domains import NAMESPACE
from virtapi_libvirt.hardware import interface_model, machine_type
from virtapi_libvirt.host_capabilities import GuestPlatform
from virtapi_libvirt.xml_tree import Element, add

__all__ = ["GuestDefinition", "domain_xml"]

X86 = frozenset({"i686", "x86_64"})
UNPRINTABLE = re.compile("[^\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold, and line breaks, which libvirt refuses in a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestDefinition:
    """All that the definition of an instance is made from."""

    host: HostName
    """The host whose instance it is."""
    instance: Instance
    """The instance."""
    platform: GuestPlatform
    """What kind of guest it is."""
    disks: Sequence[GuestDisk]
    """Its disks, in the order in which the guest sees them."""
    networks: NetworkInfo
    """What it is connected to."""


def domain_xml(definition: GuestDefinition) -> str:
    """The document that `virDomainDefineXML` takes."""
    instance = definition.instance
    domain = etree.Element("domain", type=definition.platform.domain_type)
    add(domain, "name", instance.name)
    add(domain, "uuid", str(instance.uuid))
    if title := UNPRINTABLE.sub("", instance.display_name).strip():
        add(domain, "title", title)
    _add_metadata(domain, definition)
    add(domain, "memory", str(instance.flavor.memory), unit="MiB")
    add(domain, "vcpu", str(instance.flavor.processors))
    _add_system(domain, definition)
    add(domain, "clock", offset="utc")
    for event, action in (("poweroff", "destroy"), ("reboot", "restart"), ("crash", "destroy")):
        add(domain, f"on_{event}", action)
    _add_devices(domain, definition)
    return etree.tostring(domain, encoding="unicode", pretty_print=True)


def _add_metadata(domain: Element, definition: GuestDefinition) -> None:
    """What says that the domain is an instance, and whose, and what an operator wants to know of it."""
    own = etree.SubElement(add(domain, "metadata"), f"{{{NAMESPACE}}}instance", nsmap={"virtapi": NAMESPACE})
    own.set("host", definition.host)
    for name in ("project", "owner"):
        etree.SubElement(own, f"{{{NAMESPACE}}}{name}").text = UNPRINTABLE.sub("", getattr(definition.instance, name))


def _add_system(domain: Element, definition: GuestDefinition) -> None:
    platform = definition.platform
    system = add(domain, "os")
    kind = add(system, "type", platform.os_type, arch=platform.architecture)
    if (machine := machine_type(definition.instance)) is not None:
        kind.set("machine", machine)
    if platform.os_type == "hvm" and all(disk.boot is None for disk in definition.disks):
        add(system, "boot", dev="network")
    if platform.architecture in X86:
        features = add(domain, "features")
        add(features, "acpi")
        add(features, "apic")
    if platform.domain_type == "kvm":
        add(domain, "cpu", mode="host-model")


def _add_devices(domain: Element, definition: GuestDefinition) -> None:
    devices = add(domain, "devices")
    if definition.platform.emulator is not None:
        add(devices, "emulator", definition.platform.emulator)
    add_scsi_controller(devices, definition.disks)
    for disk in definition.disks:
        add_disk(devices, disk)
    for vif in definition.networks.vifs:
        add_interface(devices, vif, interface_model(definition.instance))
    add_console(devices)
