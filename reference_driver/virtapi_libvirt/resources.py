"""What the node has, and how much of it is in use."""

import shutil
from collections.abc import Sequence

import libvirt

from virtapi.objects.machine import Architecture, HypervisorKind
from virtapi.objects.node import GuestKind, NodeResources
from virtapi.units import Count, GiB, MiB, Processors
from virtapi_libvirt.errors import is_unsupported
from virtapi_libvirt.hardware import OS_TYPES
from virtapi_libvirt.host_capabilities import HostCapabilities, read_capabilities
from virtapi_libvirt.node import read_node
from virtapi_libvirt.options import LibvirtOptions

__all__ = ["read_resources"]


def read_resources(connection: libvirt.virConnect, options: LibvirtOptions) -> NodeResources:
    """The figures of this moment."""
    _, memory, processors, *_ = connection.getInfo()
    # State, most memory and memory in KiB, processors, time: of each guest that runs, whoever made it.
    active = [domain.info() for domain in connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE)]
    used = _memory_used(connection)
    disk = shutil.disk_usage(options.folder)
    return NodeResources(
        node=read_node(connection, options),
        hypervisor=connection.getType(),
        hypervisor_version=version_text(connection.getVersion()),
        guest_kinds=guest_kinds(read_capabilities(connection.getCapabilities())),
        processors=Processors(processors),
        processors_used=Processors(sum(info[3] for info in active)),
        memory=MiB(memory),
        memory_used=MiB(sum(info[2] for info in active) // 1024) if used is None else used,
        disk=GiB(disk.total // 2**30),
        disk_used=GiB(disk.used // 2**30),
        running=Count(len(active)),
    )


def version_text(version: int) -> str:
    """A version as libvirt counts it, 1000000 * major + 1000 * minor + release, as people write it."""
    return f"{version // 1_000_000}.{version // 1_000 % 1_000}.{version % 1_000}"


def guest_kinds(capabilities: HostCapabilities) -> Sequence[GuestKind]:
    """The kinds of guests that the interface has words for; each only once."""
    architectures = {each.value: each for each in Architecture}
    hypervisors = {each.value: each for each in HypervisorKind}
    kinds = {
        GuestKind(
            architecture=architectures[each.architecture],
            hypervisor=hypervisors[each.domain_type],
            mode=OS_TYPES[each.os_type],
        ): None
        for each in capabilities.platforms
        if each.architecture in architectures and each.domain_type in hypervisors and each.os_type in OS_TYPES
    }
    return tuple(kinds)


def _memory_used(connection: libvirt.virConnect) -> MiB | None:
    """How much memory is in use and not only lent to caches, in MiB; None: libvirt does not know."""
    try:
        figures = connection.getMemoryStats(libvirt.VIR_NODE_MEMORY_STATS_ALL_CELLS)
    except libvirt.libvirtError as error:
        if not is_unsupported(error):
            raise
        return None
    free = sum(figures.get(name, 0) for name in ("free", "buffers", "cached"))
    return MiB((figures["total"] - free) // 1024)
