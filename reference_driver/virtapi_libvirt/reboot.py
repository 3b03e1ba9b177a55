"""Guests are rebooted, by their own doing or by force."""

import libvirt

from virtapi.exceptions import InvalidPowerState
from virtapi.objects.boot import Shutdown
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.objects.power import PowerState, RebootKind
from virtapi_libvirt.hardware import check_disks
from virtapi_libvirt.power import force_off, shut_down, state_of
from virtapi_libvirt.session import Session
from virtapi_libvirt.starting import start, start_anew

__all__ = ["reboot"]


def reboot(
    session: Session,
    domain: libvirt.virDomain,
    instance: Instance,
    kind: RebootKind,
    *,
    networks: NetworkInfo,
    disks: DiskPlan,
    devices: DevicePlan,
    shutdown: Shutdown,
) -> None:
    """Stop a guest and start it again. A soft reboot that the guest does not follow becomes a hard one."""
    check_disks(disks)
    if kind is RebootKind.SOFT:
        state = state_of(domain)
        if state is not PowerState.RUNNING:
            raise InvalidPowerState(instance=instance.uuid, state=state)
        if shut_down(session.call, domain, shutdown):
            start(session, domain, instance, networks)
            return
    force_off(domain, instance)
    if domain.hasManagedSaveImage() == 1:
        domain.managedSaveRemove()
    start_anew(session, instance, networks=networks, disks=disks, devices=devices)
