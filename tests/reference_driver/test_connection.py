"""The driver notices that libvirt is gone, says so, and goes on when it is back."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import libvirt
import pytest

from tests.memory_driver.host import MemoryCall, MemoryHost
from tests.reference_driver.daemon import PROGRAM, Daemon
from tests.reference_driver.given import NO_DEVICES, NO_DISKS, NO_NETWORKS, NODE, an_instance, files_below, wait_for
from virtapi.driver import DriverOptions
from virtapi.events import LifecycleEvent
from virtapi.exceptions import HypervisorUnavailable
from virtapi.objects.boot import BootPlan
from virtapi_libvirt.driver import LibvirtDriver
from virtapi_libvirt.options import LibvirtOptions


def test_a_driver_that_is_not_started_reaches_nothing(
    host: MemoryHost, options: LibvirtOptions, call: MemoryCall, folder: Path
) -> None:
    driver = LibvirtDriver(host, options)
    driver.stop(call)
    with pytest.raises(HypervisorUnavailable, match="not started"):
        driver.list_nodes(call)
    assert not folder.exists()


def test_a_driver_refuses_the_options_of_another(host: MemoryHost) -> None:
    with pytest.raises(TypeError, match="LibvirtOptions"):
        LibvirtDriver(host, DriverOptions())


@pytest.mark.parametrize("uri", ["test+unix:///default?socket=/nowhere", "nonsense:///"])
def test_a_driver_that_cannot_start_may_be_started_again(
    host: MemoryHost, options: LibvirtOptions, call: MemoryCall, uri: str
) -> None:
    before = threading.active_count()
    driver = LibvirtDriver(host, replace(options, uri=uri))
    for _ in range(2):
        with pytest.raises(HypervisorUnavailable):
            driver.start(call)
    assert threading.active_count() == before


def test_the_thread_of_a_driver_ends_with_it(host: MemoryHost, options: LibvirtOptions, call: MemoryCall) -> None:
    before = threading.active_count()
    drivers = [LibvirtDriver(host, options) for _ in range(3)]
    for driver in drivers:
        driver.start(call)
    assert threading.active_count() == before + 1
    for driver in drivers:
        driver.stop(call)
    assert threading.active_count() == before


@pytest.fixture
def daemon() -> Iterator[Daemon]:
    if PROGRAM is None:
        pytest.skip("libvirtd is not installed: nothing is tested with a libvirt that goes away")
    daemon = Daemon()
    daemon.start()
    yield daemon
    daemon.remove()


def test_a_driver_outlives_libvirt(
    daemon: Daemon, host: MemoryHost, options: LibvirtOptions, call: MemoryCall, folder: Path
) -> None:
    driver = LibvirtDriver(host, replace(options, uri=daemon.uri))
    driver.start(call)
    instance, plan = an_instance(), BootPlan()
    driver.spawn(call, instance, plan, networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    assert driver.list_instances(call, NODE) == {instance.uuid}

    daemon.kill()
    for _ in range(2):
        with pytest.raises(HypervisorUnavailable):
            driver.get_info(call, instance)
    with pytest.raises(HypervisorUnavailable):
        driver.spawn(call, an_instance(2), plan, networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    assert f"instances/{an_instance(2).uuid}" not in files_below(folder)

    daemon.start()
    assert driver.list_instances(call, NODE) == frozenset()  # the test hypervisor has forgotten it
    host.told.clear()
    driver.spawn(call, an_instance(3), plan, networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    wait_for(lambda: any(isinstance(event, LifecycleEvent) for event in host.told))
    driver.stop(call)


def test_libvirt_writes_nothing_by_itself(driver: LibvirtDriver, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(libvirt.libvirtError):
        driver._connection.get().lookupByName("nobody")
    assert capfd.readouterr() == ("", "")
