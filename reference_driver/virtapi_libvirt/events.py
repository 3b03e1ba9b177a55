"""What libvirt tells of its domains, as events of the interface."""

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from threading import Lock

import libvirt

from virtapi.events import LifecycleEvent, LifecycleKind
from virtapi.host import HostServices
from virtapi.units import InstanceUuid
from virtapi_libvirt.domains import instance_of, is_ours, owned

__all__ = ["LifecycleWatch"]

LOG = logging.getLogger(__name__)

KINDS: Mapping[int, LifecycleKind] = {
    libvirt.VIR_DOMAIN_EVENT_STARTED: LifecycleKind.STARTED,
    libvirt.VIR_DOMAIN_EVENT_SUSPENDED: LifecycleKind.PAUSED,
    libvirt.VIR_DOMAIN_EVENT_RESUMED: LifecycleKind.RESUMED,
    libvirt.VIR_DOMAIN_EVENT_STOPPED: LifecycleKind.STOPPED,
    libvirt.VIR_DOMAIN_EVENT_CRASHED: LifecycleKind.CRASHED,
}
EXCEPT_FOR: Mapping[tuple[int, int], LifecycleKind] = {
    (libvirt.VIR_DOMAIN_EVENT_STARTED, libvirt.VIR_DOMAIN_EVENT_STARTED_RESTORED): LifecycleKind.RESUMED,
    (libvirt.VIR_DOMAIN_EVENT_STOPPED, libvirt.VIR_DOMAIN_EVENT_STOPPED_SAVED): LifecycleKind.SUSPENDED,
}
"""Where the detail of an event makes it another."""


class LifecycleWatch:
    """Tells the host what happens to its instances, in the order in which libvirt tells it.

    When an event comes the domain may be gone already, and nobody can look whose it was. So the watch remembers which
    instances there are: those that it finds when it begins, that the driver makes, and that it sees defined.
    """

    def __init__(self, host: HostServices) -> None:
        """Keep the host. Nothing is told until `begin`."""
        self._host = host
        # Two locks, so that no call of the driver waits for a host that is slow to take an event.
        self._lock = Lock()
        self._telling = Lock()
        self._known: set[InstanceUuid] = set()
        self._registered: tuple[libvirt.virConnect, int] | None = None

    def begin(self, connection: libvirt.virConnect) -> None:
        """Watch the domains of a connection, in place of the one before."""
        self._unregister()
        with self._lock:
            number = connection.domainEventRegisterAny(
                None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, self._happened, None
            )
            self._registered = (connection, number)
            self._known = {instance_of(domain) for domain in owned(connection, self._host.name)}

    def end(self) -> None:
        """Tell nothing any more. When this returns, nobody calls the host."""
        self._unregister()
        with self._telling:
            return

    def know(self, instance: InstanceUuid) -> None:
        """Tell what happens to an instance that is about to be defined."""
        with self._lock:
            self._known.add(instance)

    def forget(self, instance: InstanceUuid) -> None:
        """Tell nothing of an instance that could not be made."""
        with self._lock:
            self._known.discard(instance)

    def _unregister(self) -> None:
        with self._lock:
            registered, self._registered = self._registered, None
        if registered is not None:
            connection, number = registered
            try:
                connection.domainEventDeregisterAny(number)
            except libvirt.libvirtError as error:
                LOG.debug("the connection was lost before: %s", error)

    def _happened(self, _: libvirt.virConnect, domain: libvirt.virDomain, event: int, detail: int, __: None) -> None:
        """Called by libvirt, in the thread of its event loop: nothing may be let out."""
        try:
            with self._telling:
                if self._is_told(domain, event):
                    self._tell(instance_of(domain), event, detail)
        except Exception:
            LOG.exception("event %d of domain %s is lost", event, domain.UUIDString())

    def _is_told(self, domain: libvirt.virDomain, event: int) -> bool:
        """Whether the event is one of an instance, and the host wants to be told."""
        instance = instance_of(domain)
        with self._lock:
            if event == libvirt.VIR_DOMAIN_EVENT_UNDEFINED:
                self._known.discard(instance)
            elif instance not in self._known and is_ours(domain, self._host.name):
                self._known.add(instance)
            return self._registered is not None and instance in self._known

    def _tell(self, instance: InstanceUuid, event: int, detail: int) -> None:
        kind = EXCEPT_FOR.get((event, detail)) or KINDS.get(event)
        if kind is not None:
            happened = LifecycleEvent(occurred=datetime.now(UTC), instance=instance, kind=kind)
            self._host.emit(self._host.background, happened)
