"""Guests are switched on and off, and asked what they do."""

import time
from collections.abc import Mapping
from contextlib import suppress

import libvirt

from virtapi.exceptions import CallCancelled, InvalidPowerState, PowerOffFailed
from virtapi.host import Call
from virtapi.objects.boot import Shutdown
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.objects.power import PowerState
from virtapi_libvirt.session import Session
from virtapi_libvirt.starting import start_anew

__all__ = ["check_state", "force_off", "power_off", "power_on", "shut_down", "state_of"]

STATES: Mapping[int, PowerState] = {
    libvirt.VIR_DOMAIN_RUNNING: PowerState.RUNNING,
    libvirt.VIR_DOMAIN_BLOCKED: PowerState.RUNNING,
    libvirt.VIR_DOMAIN_SHUTDOWN: PowerState.RUNNING,  # it is about to shut down, and runs still
    libvirt.VIR_DOMAIN_PAUSED: PowerState.PAUSED,
    libvirt.VIR_DOMAIN_PMSUSPENDED: PowerState.PAUSED,  # it sleeps by its own wish, and its memory is kept
    libvirt.VIR_DOMAIN_CRASHED: PowerState.CRASHED,
    libvirt.VIR_DOMAIN_SHUTOFF: PowerState.SHUT_DOWN,
}
OFF = frozenset({PowerState.SHUT_DOWN, PowerState.CRASHED})
"""The states from which a guest is started."""
LOOK_EVERY = 0.5
"""How often it is looked whether a guest has shut down, in seconds."""
NOT_STOPPED = frozenset({libvirt.VIR_ERR_OPERATION_FAILED, libvirt.VIR_ERR_OPERATION_TIMEOUT})
"""What libvirt says where the process of a guest does not end."""


def state_of(domain: libvirt.virDomain) -> PowerState:
    """What a guest does at the moment."""
    state = STATES.get(domain.state()[0], PowerState.UNKNOWN)
    if state is PowerState.SHUT_DOWN and domain.hasManagedSaveImage() == 1:
        return PowerState.SUSPENDED
    return state


def power_on(
    session: Session,
    domain: libvirt.virDomain,
    instance: Instance,
    *,
    networks: NetworkInfo,
    disks: DiskPlan,
    devices: DevicePlan,
) -> None:
    """Start a guest that is shut down or has crashed."""
    if state_of(domain) in OFF:
        start_anew(session, instance, networks=networks, disks=disks, devices=devices)


def power_off(call: Call, domain: libvirt.virDomain, instance: Instance, shutdown: Shutdown) -> None:
    """Shut a guest down, by force where it does not follow in time."""
    state = state_of(domain)
    if state is PowerState.SUSPENDED:
        domain.managedSaveRemove()
    elif state is not PowerState.SHUT_DOWN and not (state is PowerState.RUNNING and shut_down(call, domain, shutdown)):
        force_off(domain, instance)


def shut_down(call: Call, domain: libvirt.virDomain, shutdown: Shutdown) -> bool:
    """Ask a guest to shut down, and wait for it. Whether it did.

    Raises:
        CallCancelled: the call was cancelled meanwhile.
    """
    now = time.monotonic()
    until, ask = now + shutdown.timeout, now
    while now < until:
        with suppress(libvirt.libvirtError):  # it may be down by now, or have no one who listens
            if now >= ask:
                ask = now + shutdown.retry_interval
                domain.shutdown()
        if state_of(domain) in OFF:
            return True
        if call.cancelled():
            raise CallCancelled
        time.sleep(min(LOOK_EVERY, until - now))
        now = time.monotonic()
    return False


def force_off(domain: libvirt.virDomain, instance: Instance) -> None:
    """Stop a guest at once; one that does not run stays as it is.

    Raises:
        PowerOffFailed: the hypervisor did not stop it.
    """
    try:
        domain.destroy()
    except libvirt.libvirtError as error:
        if error.get_error_code() == libvirt.VIR_ERR_OPERATION_INVALID:
            return
        if error.get_error_code() in NOT_STOPPED:
            raise PowerOffFailed(instance=instance.uuid, details=str(error)) from error
        raise


def check_state(domain: libvirt.virDomain, instance: Instance, *, moves_from: PowerState, to: PowerState) -> bool:
    """Whether a guest has to be moved to a state; False where it is there.

    Raises:
        InvalidPowerState: it cannot be moved there from where it is.
    """
    state = state_of(domain)
    if state not in (moves_from, to):
        raise InvalidPowerState(instance=instance.uuid, state=state)
    return state is moves_from
