"""Guests are suspended to disk, and go on from there."""

from contextlib import suppress

import libvirt

from virtapi.exceptions import InvalidPowerState
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.objects.power import PowerState
from virtapi_libvirt.hardware import check_devices, check_disks
from virtapi_libvirt.networks import connected
from virtapi_libvirt.power import check_state, state_of
from virtapi_libvirt.session import Session

__all__ = ["resume", "suspend"]


def suspend(domain: libvirt.virDomain, instance: Instance) -> None:
    """Save a guest's memory to disk and stop it. libvirt keeps the memory, and restores it at the next start."""
    state = state_of(domain)
    if state is PowerState.SUSPENDED:
        return
    if state not in (PowerState.RUNNING, PowerState.PAUSED):
        raise InvalidPowerState(instance=instance.uuid, state=state)
    # Of a guest that is paused, too: `resume` promises that it runs.
    domain.managedSave(libvirt.VIR_DOMAIN_SAVE_RUNNING)


def resume(
    session: Session,
    domain: libvirt.virDomain,
    instance: Instance,
    *,
    networks: NetworkInfo,
    disks: DiskPlan,
    devices: DevicePlan,
) -> None:
    """Let a suspended guest go on from where it was. On any exception it is suspended again."""
    if not check_state(domain, instance, moves_from=PowerState.SUSPENDED, to=PowerState.RUNNING):
        return
    check_devices(instance, devices)
    check_disks(disks)
    try:
        with connected(session, instance, networks):
            domain.createWithFlags()
    except BaseException:
        with suppress(libvirt.libvirtError):
            suspend(domain, instance)
        raise
