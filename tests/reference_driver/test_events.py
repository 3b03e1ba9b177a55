"""The host is told what happens to its instances, whoever makes it happen."""

import time

import pytest
from libvirt import virConnect

from tests.memory_driver.host import MemoryCall, MemoryHost
from tests.reference_driver.given import NO_DEVICES, NO_DISKS, NO_NETWORKS, an_instance, wait_for
from virtapi.events import Event, LifecycleEvent, LifecycleKind
from virtapi.host import Call
from virtapi.objects.boot import BootPlan, Disposal
from virtapi_libvirt.driver import LibvirtDriver

STARTED, STOPPED = LifecycleKind.STARTED, LifecycleKind.STOPPED
PAUSED, RESUMED, SUSPENDED = LifecycleKind.PAUSED, LifecycleKind.RESUMED, LifecycleKind.SUSPENDED


def told(host: MemoryHost) -> list[LifecycleKind]:
    return [event.kind for event in host.told if isinstance(event, LifecycleEvent)]


def spawn(driver: LibvirtDriver, number: int = 1) -> None:
    driver.spawn(
        MemoryCall(), an_instance(number), BootPlan(), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES
    )


def test_what_the_driver_does_is_told_in_order(driver: LibvirtDriver, host: MemoryHost, call: MemoryCall) -> None:
    instance = an_instance()
    spawn(driver)
    driver.pause(call, instance)
    driver.unpause(call, instance)
    driver.suspend(call, instance)
    driver.destroy(call, instance, Disposal(), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    spawn(driver, 2)
    driver.destroy(call, an_instance(2), Disposal(), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    wait_for(lambda: len(told(host)) == 6)
    assert told(host) == [STARTED, PAUSED, RESUMED, SUSPENDED, STARTED, STOPPED]


def test_an_instance_that_is_gone_when_its_events_come_is_known_still(
    driver: LibvirtDriver, host: MemoryHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("virtapi_libvirt.events.is_ours", lambda domain, host: False)
    spawn(driver)
    wait_for(lambda: told(host) == [STARTED])


def test_what_others_do_is_told_as_well(driver: LibvirtDriver, host: MemoryHost, hypervisor: virConnect) -> None:
    spawn(driver)
    hypervisor.lookupByName("instance-1").destroy()
    wait_for(lambda: STOPPED in told(host))
    (event,) = [each for each in host.told if isinstance(each, LifecycleEvent) and each.kind is STOPPED]
    assert event.instance == an_instance().uuid
    assert event.occurred.tzinfo is not None


def test_what_happens_to_other_guests_is_not_told(
    driver: LibvirtDriver, host: MemoryHost, hypervisor: virConnect
) -> None:
    theirs = hypervisor.lookupByName("test")
    theirs.suspend()
    theirs.resume()
    spawn(driver)
    wait_for(lambda: told(host) == [STARTED])


def test_instances_that_were_there_before_are_watched(
    driver: LibvirtDriver, host: MemoryHost, call: MemoryCall, hypervisor: virConnect
) -> None:
    spawn(driver)
    driver.stop(call)
    driver.start(call)
    host.told.clear()
    domain = hypervisor.lookupByName("instance-1")
    domain.destroy()
    domain.undefineFlags()  # it is gone when the event comes
    wait_for(lambda: told(host) == [STOPPED])


def test_nothing_is_told_once_the_driver_is_stopped(
    driver: LibvirtDriver, host: MemoryHost, call: MemoryCall, hypervisor: virConnect
) -> None:
    spawn(driver)
    driver.stop(call)
    host.told.clear()
    hypervisor.lookupByName("instance-1").destroy()
    time.sleep(0.2)
    assert told(host) == []


class FailingHost(MemoryHost):
    """A host that cannot take the first event."""

    def emit(self, call: Call, event: Event, /) -> None:
        super().emit(call, event)
        if len(self.told) == 1:
            raise RuntimeError("the host is not well")


def test_a_host_that_fails_is_told_what_comes_next(driver: LibvirtDriver, call: MemoryCall) -> None:
    host = FailingHost()
    driver._watch._host = host
    spawn(driver)
    driver.pause(call, an_instance())
    wait_for(lambda: told(host) == [STARTED, PAUSED])
