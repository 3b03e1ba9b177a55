"""Guests are paused, and run again."""

import libvirt

from virtapi.objects.instance import Instance
from virtapi.objects.power import PowerState
from virtapi_libvirt.power import check_state

__all__ = ["pause", "unpause"]


def pause(domain: libvirt.virDomain, instance: Instance) -> None:
    """Stop a guest's processors and keep its memory."""
    if check_state(domain, instance, moves_from=PowerState.RUNNING, to=PowerState.PAUSED):
        domain.suspend()


def unpause(domain: libvirt.virDomain, instance: Instance) -> None:
    """Let a guest's processors run again; one that sleeps by its own wish is woken."""
    if not check_state(domain, instance, moves_from=PowerState.PAUSED, to=PowerState.RUNNING):
        return
    if domain.state()[0] == libvirt.VIR_DOMAIN_PMSUSPENDED:
        domain.pMWakeup()
    else:
        domain.resume()
