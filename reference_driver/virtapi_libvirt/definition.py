"""The definition of an instance is made from what the host says, and given to libvirt."""

import libvirt

from virtapi.objects.disk import DiskPlan
from virtapi.objects.image import DiskFormat
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi_libvirt.disks import folder_of, lay_out
from virtapi_libvirt.domain_xml import GuestDefinition, domain_xml
from virtapi_libvirt.hardware import disk_bus, platform_for
from virtapi_libvirt.host_capabilities import read_capabilities
from virtapi_libvirt.session import Session

__all__ = ["define", "definition_of"]


def definition_of(
    session: Session, instance: Instance, root: DiskFormat, *, networks: NetworkInfo, disks: DiskPlan
) -> GuestDefinition:
    """All that the definition of an instance is made from.

    Args:
        session: what the call works with.
        instance: the instance.
        root: the format of the disk that is made from the image.
        networks: what it is connected to.
        disks: its disks.
    """
    platform = platform_for(instance, read_capabilities(session.connection.getCapabilities()))
    layout = lay_out(folder_of(session.options, instance.uuid), disks, root, disk_bus(instance))
    return GuestDefinition(
        host=session.host.name, instance=instance, platform=platform, disks=layout, networks=networks
    )


def define(connection: libvirt.virConnect, definition: GuestDefinition) -> libvirt.virDomain:
    """Let libvirt keep the definition, in place of the one that it has of the instance."""
    return connection.defineXML(domain_xml(definition))
