"""Instances are made and removed."""

import errno
import shutil
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

import libvirt

from virtapi.exceptions import (
    CallCancelled,
    InstanceExists,
    InsufficientResources,
)
from virtapi.objects.boot import BootPlan, Disposal
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan, RootDisk
from virtapi.objects.image import DiskFormat
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.units import ResourceAmount, ResourceClass
from virtapi_libvirt.definition import define, definition_of
from virtapi_libvirt.disks import GuestDisk, folder_of
from virtapi_libvirt.domain_xml import GuestDefinition
from virtapi_libvirt.domains import taken
from virtapi_libvirt.errors import is_unsupported
from virtapi_libvirt.hardware import check_devices, check_disks, check_hardware
from virtapi_libvirt.images import check_image, make_root
from virtapi_libvirt.power import force_off
from virtapi_libvirt.session import Session
from virtapi_libvirt.starting import start

__all__ = ["destroy", "spawn"]

EVERYTHING = (
    libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE
    | libvirt.VIR_DOMAIN_UNDEFINE_NVRAM
    | libvirt.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA
    | libvirt.VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA
)
NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def spawn(
    session: Session, instance: Instance, plan: BootPlan, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
) -> None:
    """Make an instance, and start it where the plan says so. On any exception nothing of it is left behind."""
    check_devices(instance, devices)
    check_disks(disks)
    check_hardware(instance, disks)
    _check(session, instance)
    root = disks.root.image.format if disks.root is not None else DiskFormat.RAW
    definition = definition_of(session, instance, root, networks=networks, disks=disks)
    folder = folder_of(session.options, instance.uuid)
    with ExitStack() as undo:
        _make_folder(folder)
        undo.callback(shutil.rmtree, folder, ignore_errors=True)
        _make_disks(session, instance, disks.root, definition.disks)
        if session.call.cancelled():
            raise CallCancelled
        session.watch.know(instance.uuid)
        undo.callback(session.watch.forget, instance.uuid)
        domain = _define_new(session, definition)
        undo.callback(_remove, domain)
        if plan.power_on:
            start(session, domain, instance, networks)
        undo.pop_all()


def destroy(session: Session, domain: libvirt.virDomain | None, instance: Instance, disposal: Disposal) -> None:
    """Remove an instance, as much as there is of it.

    Args:
        session: what the call works with.
        domain: its domain; None: there is none.
        instance: the instance.
        disposal: what goes together with it.
    """
    if domain is not None:
        force_off(domain, instance)
        _undefine(domain)
    folder = folder_of(session.options, instance.uuid)
    if disposal.disks and folder.exists():
        shutil.rmtree(folder)


def _check(session: Session, instance: Instance) -> None:
    """Look at all that can be known before anything is made."""
    if taken(session.connection, instance.uuid, instance.name):
        raise InstanceExists(instance=instance.uuid)
    _, memory, *_ = session.connection.getInfo()
    for resource, needed, there in (
        ("MEMORY_MB", instance.flavor.memory, memory),
        ("VCPU", instance.flavor.processors, session.connection.getMaxVcpus(None)),
    ):
        if needed > there:
            amount = ResourceAmount(needed)
            raise InsufficientResources(node=instance.node, resource=ResourceClass(resource), needed=amount)


def _make_folder(folder: Path) -> None:
    """A folder that only the driver may enter. One that is there already is somebody's data: it is not touched."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o711)


def _make_disks(session: Session, instance: Instance, root: RootDisk | None, disks: Sequence[GuestDisk]) -> None:
    """Write the files of all disks; where there is one that is made from an image, it is the first."""
    try:
        for number, disk in enumerate(disks):
            if number == 0 and root is not None:
                check_image(root.image, instance, disk)
                make_root(session, root.image, disk, instance.trusted_certificates)
            else:
                with disk.path.open("xb") as file:
                    file.truncate(disk.size)
    except OSError as error:
        if error.errno not in NO_SPACE:
            raise
        amount = ResourceAmount(sum(-(-disk.size // 2**30) for disk in disks))
        raise InsufficientResources(
            node=instance.node, resource=ResourceClass("DISK_GB"), needed=amount, details=str(error)
        ) from error


def _define_new(session: Session, definition: GuestDefinition) -> libvirt.virDomain:
    """Define what is not there yet. Between `taken` and this another call may have used the name."""
    try:
        return define(session.connection, definition)
    except libvirt.libvirtError as error:
        instance = definition.instance
        if error.get_error_code() == libvirt.VIR_ERR_OPERATION_FAILED and taken(
            session.connection, instance.uuid, instance.name
        ):
            raise InstanceExists(instance=instance.uuid) from error
        raise


def _remove(domain: libvirt.virDomain) -> None:
    with suppress(libvirt.libvirtError):
        domain.destroy()
    with suppress(libvirt.libvirtError):
        _undefine(domain)


def _undefine(domain: libvirt.virDomain) -> None:
    """Let libvirt forget a domain, with all that it keeps for it; not every hypervisor keeps all of that."""
    try:
        domain.undefineFlags(EVERYTHING)
    except libvirt.libvirtError as error:
        if not is_unsupported(error):
            raise
        domain.undefineFlags(libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE)
