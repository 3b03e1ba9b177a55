"""The domains of libvirt that are instances of this host: an element in the metadata of a domain names its host."""

from collections.abc import Iterator
from uuid import UUID

import libvirt
from lxml import etree

from virtapi.exceptions import InstanceNotFound
from virtapi.units import HostName, InstanceUuid

__all__ = ["NAMESPACE", "find", "instance_of", "is_ours", "owned", "taken"]

NAMESPACE = "urn:virtapi:libvirt:1"
"""The XML namespace of the element that says that a domain is an instance, and of which host."""

GONE = frozenset({libvirt.VIR_ERR_NO_DOMAIN, libvirt.VIR_ERR_NO_DOMAIN_METADATA})


def find(connection: libvirt.virConnect, host: HostName, instance: InstanceUuid) -> libvirt.virDomain:
    """The domain of an instance of a host.

    Raises:
        InstanceNotFound: libvirt has no such domain, or somebody else made it.
    """
    domain = _lookup(connection, instance)
    if domain is None or not is_ours(domain, host):
        raise InstanceNotFound(instance=instance)
    return domain


def owned(connection: libvirt.virConnect, host: HostName) -> Iterator[libvirt.virDomain]:
    """The domains of all instances of a host, whatever state they are in."""
    return (domain for domain in connection.listAllDomains() if is_ours(domain, host))


def taken(connection: libvirt.virConnect, instance: InstanceUuid, name: str) -> bool:
    """Whether libvirt has a domain of this uuid or this name already, whoever made it."""
    if _lookup(connection, instance) is not None:
        return True
    try:
        connection.lookupByName(name)
    except libvirt.libvirtError as error:
        if error.get_error_code() in GONE:
            return False
        raise
    return True


def is_ours(domain: libvirt.virDomain, host: HostName) -> bool:
    """Whether the domain is an instance of a host."""
    try:
        # Of a guest that runs libvirt would give the metadata of the run otherwise.
        own = domain.metadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, NAMESPACE, libvirt.VIR_DOMAIN_AFFECT_CONFIG)
    except libvirt.libvirtError as error:
        if error.get_error_code() in GONE:
            return False
        raise
    return etree.fromstring(own).get("host") == host


def instance_of(domain: libvirt.virDomain) -> InstanceUuid:
    """The instance that a domain is."""
    return InstanceUuid(UUID(domain.UUIDString()))


def _lookup(connection: libvirt.virConnect, instance: InstanceUuid) -> libvirt.virDomain | None:
    try:
        return connection.lookupByUUIDString(str(instance))
    except libvirt.libvirtError as error:
        if error.get_error_code() in GONE:
            return None
        raise
