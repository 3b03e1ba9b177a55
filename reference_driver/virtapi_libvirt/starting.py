"""Guests are started, from the definition that libvirt has or from one that is made anew."""

from contextlib import suppress

import libvirt

from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi_libvirt.definition import define, definition_of
from virtapi_libvirt.disks import folder_of, root_format
from virtapi_libvirt.errors import is_unsupported
from virtapi_libvirt.hardware import check_devices, check_disks
from virtapi_libvirt.networks import awaited, connected
from virtapi_libvirt.session import Session

__all__ = ["start", "start_anew"]


def start_anew(
    session: Session, instance: Instance, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
) -> None:
    """Make the definition of a guest that does not run anew, with what it is given now, and start it."""
    check_devices(instance, devices)
    check_disks(disks)
    root = root_format(folder_of(session.options, instance.uuid))
    made_anew = define(session.connection, definition_of(session, instance, root, networks=networks, disks=disks))
    start(session, made_anew, instance, networks)


def start(session: Session, domain: libvirt.virDomain, instance: Instance, networks: NetworkInfo) -> None:
    """Start a guest, which runs once it is connected to its networks. On any exception it is shut down."""
    try:
        with connected(session, instance, networks):
            paused = _create(domain, paused=bool(awaited(networks)))
        if paused:
            domain.resume()
    except BaseException:
        with suppress(libvirt.libvirtError):
            domain.destroy()
        raise


def _create(domain: libvirt.virDomain, *, paused: bool) -> bool:
    """Start a guest, with its processors standing still where that is wanted; whether they do: not every one can."""
    if not paused:
        domain.createWithFlags()
        return False
    try:
        domain.createWithFlags(libvirt.VIR_DOMAIN_START_PAUSED)
    except libvirt.libvirtError as error:
        if not is_unsupported(error):
            raise
        domain.createWithFlags()
        return False
    return True
