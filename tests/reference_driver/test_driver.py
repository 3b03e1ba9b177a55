"""What the driver does with guests, on real libvirt."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from libvirt import virConnect, virDomain

from tests.memory_driver.host import MemoryCall, MemoryHost
from tests.reference_driver.given import (
    AT_ONCE,
    DATA,
    DISKS,
    IN_A_SECOND,
    NO_DEVICES,
    NO_DISKS,
    NO_NETWORKS,
    NODE,
    PLAN,
    an_instance,
    files_below,
    networks,
)
from virtapi.capabilities import Pausable, Suspendable
from virtapi.driver import ComputeDriver
from virtapi.events import AwaitedEvent, AwaitedKind
from virtapi.exceptions import (
    AwaitedEventTimeout,
    CallCancelled,
    InstanceExists,
    InstanceNotFound,
    InvalidPowerState,
    NodeNotFound,
)
from virtapi.flags import Capability
from virtapi.objects.boot import BootPlan, Disposal, Shutdown
from virtapi.objects.power import PowerState, RebootKind
from virtapi.units import HostName, NodeName, Seconds
from virtapi_libvirt.driver import LibvirtDriver
from virtapi_libvirt.options import LibvirtOptions

OTHERS = """<domain type='test'><name>others</name><uuid>00000000-0000-0000-0000-000000000063</uuid>
<memory unit='MiB'>64</memory><os><type>hvm</type></os></domain>"""


def spawn(driver: ComputeDriver, number: int = 1, *, power_on: bool = True) -> None:
    plan = BootPlan(power_on=power_on)
    driver.spawn(MemoryCall(), an_instance(number), plan, networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)


def state(driver: ComputeDriver, number: int = 1) -> PowerState:
    return driver.get_info(MemoryCall(), an_instance(number)).state


def test_an_instance_is_made_from_an_image_and_runs(driver: LibvirtDriver, call: MemoryCall, folder: Path) -> None:
    instance = an_instance()
    driver.spawn(call, instance, PLAN, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)
    disks = folder / "instances" / str(instance.uuid)
    sizes = {file.name: file.stat().st_size for file in disks.iterdir()}
    assert sizes == {"root.raw": 2**30, "ephemeral0.raw": 2 * 2**30, "swap.raw": 64 * 2**20}
    with (disks / "root.raw").open("rb") as root:
        assert root.read(len(DATA)) == DATA
    assert driver.list_instances(call, NODE) == {instance.uuid}
    info = driver.get_info(call, instance)
    assert (info.state, info.hypervisor_id) == (PowerState.RUNNING, "instance-1")


def test_the_call_is_told_how_far_the_image_is_read(driver: LibvirtDriver, call: MemoryCall) -> None:
    driver.spawn(call, an_instance(), PLAN, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)
    assert [report.done for report in call.reports][-1:] == [100]


def test_a_plan_may_leave_an_instance_shut_down(driver: LibvirtDriver) -> None:
    spawn(driver, power_on=False)
    assert state(driver) is PowerState.SHUT_DOWN


@pytest.mark.parametrize("again", [an_instance(1, name="other"), an_instance(2, name="instance-1")])
def test_a_uuid_or_a_name_is_used_only_once(driver: LibvirtDriver, call: MemoryCall, again: object) -> None:
    spawn(driver)
    with pytest.raises(InstanceExists):
        driver.spawn(call, again, PLAN, networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)  # type: ignore[arg-type]
    assert state(driver) is PowerState.RUNNING


def test_what_others_have_made_is_no_instance_and_stays(
    driver: LibvirtDriver, call: MemoryCall, hypervisor: virConnect
) -> None:
    hypervisor.defineXML(OTHERS)
    theirs = an_instance(0x63, name="others")
    assert driver.list_instances(call, NODE) == frozenset()
    assert not driver.instance_exists(call, theirs)
    with pytest.raises(InstanceNotFound):
        driver.power_off(call, theirs, Shutdown())
    with pytest.raises(InstanceExists):
        driver.spawn(call, theirs, PLAN, networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    driver.destroy(call, theirs, Disposal(), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    assert hypervisor.lookupByName("others")


@pytest.mark.parametrize("suspended", [False, True])
def test_nothing_of_a_destroyed_instance_is_left(
    driver: LibvirtDriver, call: MemoryCall, folder: Path, suspended: bool
) -> None:
    instance = an_instance()
    driver.spawn(call, instance, PLAN, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)
    if suspended:
        driver.suspend(call, instance)
    for _ in range(2):
        driver.destroy(call, instance, Disposal(), networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)
    assert driver.list_instances(call, NODE) == frozenset()
    assert files_below(folder) == {"instances", "node-uuid"}


def test_disks_stay_where_the_disposal_says_so(driver: LibvirtDriver, call: MemoryCall, folder: Path) -> None:
    instance = an_instance()
    driver.spawn(call, instance, PLAN, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)
    driver.destroy(call, instance, Disposal(disks=False), networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)
    assert f"instances/{instance.uuid}/root.raw" in files_below(folder)
    driver.destroy(call, instance, Disposal(), networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)
    assert files_below(folder) == {"instances", "node-uuid"}


def test_a_guest_is_shut_down_and_started(driver: LibvirtDriver, call: MemoryCall) -> None:
    spawn(driver)
    for shutdown in (Shutdown(), Shutdown(timeout=Seconds(5))):
        for _ in range(2):
            driver.power_off(call, an_instance(), shutdown)
            assert state(driver) is PowerState.SHUT_DOWN
        for _ in range(2):
            driver.power_on(call, an_instance(), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
            assert state(driver) is PowerState.RUNNING


def test_a_guest_that_is_paused_is_not_started_but_stopped(driver: LibvirtDriver, call: MemoryCall) -> None:
    spawn(driver)
    driver.pause(call, an_instance())
    driver.power_on(call, an_instance(), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    assert state(driver) is PowerState.PAUSED
    driver.power_off(call, an_instance(), Shutdown(timeout=Seconds(5)))
    assert state(driver) is PowerState.SHUT_DOWN


@pytest.mark.parametrize("kind", RebootKind)
def test_a_guest_is_rebooted_and_keeps_its_disks(
    driver: LibvirtDriver, call: MemoryCall, folder: Path, kind: RebootKind
) -> None:
    driver.spawn(call, an_instance(), PLAN, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)
    before = files_below(folder)
    driver.reboot(
        call, an_instance(), kind, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES, shutdown=IN_A_SECOND
    )
    assert state(driver) is PowerState.RUNNING
    assert files_below(folder) == before


def test_only_a_hard_reboot_starts_what_does_not_run(driver: LibvirtDriver, call: MemoryCall) -> None:
    spawn(driver, power_on=False)
    with pytest.raises(InvalidPowerState) as refused:
        driver.reboot(
            call,
            an_instance(),
            RebootKind.SOFT,
            networks=NO_NETWORKS,
            disks=NO_DISKS,
            devices=NO_DEVICES,
            shutdown=IN_A_SECOND,
        )
    assert refused.value.state is PowerState.SHUT_DOWN
    driver.reboot(
        call, an_instance(), RebootKind.HARD, networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES, shutdown=AT_ONCE
    )
    assert state(driver) is PowerState.RUNNING


def test_a_hard_reboot_makes_the_definition_anew(
    driver: LibvirtDriver, call: MemoryCall, hypervisor: virConnect
) -> None:
    spawn(driver)
    driver.reboot(
        call,
        an_instance(memory=1024),
        RebootKind.HARD,
        networks=networks(active=True),
        disks=NO_DISKS,
        devices=NO_DEVICES,
        shutdown=AT_ONCE,
    )
    domain = hypervisor.lookupByName("instance-1")
    assert domain.maxMemory() == 1024 * 1024
    assert "bridge='br0'" in domain.XMLDesc()


def test_a_guest_is_started_with_what_it_is_given_now(
    driver: LibvirtDriver, call: MemoryCall, hypervisor: virConnect
) -> None:
    spawn(driver, power_on=False)
    driver.power_on(call, an_instance(), networks=networks(active=True), disks=NO_DISKS, devices=NO_DEVICES)
    assert "bridge='br0'" in hypervisor.lookupByName("instance-1").XMLDesc()


def test_a_guest_is_paused_and_goes_on(driver: LibvirtDriver, call: MemoryCall) -> None:
    assert Pausable.offered_by(driver)
    spawn(driver)
    for _ in range(2):
        driver.pause(call, an_instance())
        assert state(driver) is PowerState.PAUSED
    for _ in range(2):
        driver.unpause(call, an_instance())
        assert state(driver) is PowerState.RUNNING


@pytest.mark.parametrize("paused", [False, True])
def test_a_guest_is_suspended_and_goes_on(driver: LibvirtDriver, call: MemoryCall, paused: bool) -> None:
    assert Suspendable.offered_by(driver)
    spawn(driver)
    if paused:
        driver.pause(call, an_instance())
    for _ in range(2):
        driver.suspend(call, an_instance())
        assert state(driver) is PowerState.SUSPENDED
    driver.power_on(call, an_instance(), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    assert state(driver) is PowerState.SUSPENDED
    for _ in range(2):
        driver.resume(call, an_instance(), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
        assert state(driver) is PowerState.RUNNING


def test_a_suspended_guest_that_is_powered_off_has_lost_its_memory(driver: LibvirtDriver, call: MemoryCall) -> None:
    spawn(driver)
    driver.suspend(call, an_instance())
    driver.power_off(call, an_instance(), Shutdown())
    assert state(driver) is PowerState.SHUT_DOWN


def test_what_is_not_possible_in_a_state_is_refused_with_the_state(driver: LibvirtDriver, call: MemoryCall) -> None:
    spawn(driver, power_on=False)
    for method in (driver.pause, driver.unpause, driver.suspend):
        with pytest.raises(InvalidPowerState, match="shut-down"):
            method(call, an_instance())
    with pytest.raises(InvalidPowerState, match="shut-down"):
        driver.resume(call, an_instance(), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    assert state(driver) is PowerState.SHUT_DOWN


def test_an_instance_that_is_not_there_is_not_found(driver: LibvirtDriver, call: MemoryCall) -> None:
    for method in (driver.get_info, driver.pause, driver.unpause, driver.suspend):
        with pytest.raises(InstanceNotFound):
            method(call, an_instance())
    with pytest.raises(InstanceNotFound):
        driver.power_off(call, an_instance(), Shutdown())


def test_a_guest_runs_once_it_is_connected(driver: LibvirtDriver, call: MemoryCall, host: MemoryHost) -> None:
    nics = networks()
    host.happened.add(AwaitedEvent(kind=AwaitedKind.VIF_PLUGGED, tag=str(nics.vifs[0].id)))
    driver.spawn(call, an_instance(), PLAN, networks=nics, disks=NO_DISKS, devices=NO_DEVICES)
    assert state(driver) is PowerState.RUNNING


def test_a_guest_that_is_not_connected_in_time_is_what_it_was(driver: LibvirtDriver, call: MemoryCall) -> None:
    spawn(driver, power_on=False)
    with pytest.raises(AwaitedEventTimeout):
        driver.power_on(call, an_instance(), networks=networks(), disks=NO_DISKS, devices=NO_DEVICES)
    assert state(driver) is PowerState.SHUT_DOWN
    driver.power_on(call, an_instance(), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    driver.suspend(call, an_instance())
    with pytest.raises(AwaitedEventTimeout):
        driver.resume(call, an_instance(), networks=networks(), disks=NO_DISKS, devices=NO_DEVICES)
    assert state(driver) is PowerState.SUSPENDED


def test_the_node_stays_the_same(driver: LibvirtDriver, call: MemoryCall, host: MemoryHost) -> None:
    (node,) = driver.list_nodes(call)
    again = LibvirtDriver(host, driver._options)
    again.start(call)
    assert again.list_nodes(call) == (node,)
    assert node.name == NODE
    again.stop(call)


def test_the_node_has_what_libvirt_says(driver: LibvirtDriver, call: MemoryCall) -> None:
    before = driver.get_resources(call, NODE)
    spawn(driver)
    after = driver.get_resources(call, NODE)
    assert (after.hypervisor, after.memory, after.processors) == ("TEST", 3072, 16)
    assert (after.processors_used - before.processors_used, after.memory_used - before.memory_used) == (2, 512)
    assert after.running == before.running + 1
    assert after.guest_kinds == ()  # the interface has no word for the test hypervisor


def test_another_node_is_not_managed(driver: LibvirtDriver, call: MemoryCall) -> None:
    with pytest.raises(NodeNotFound):
        driver.get_resources(call, NodeName("another"))
    with pytest.raises(NodeNotFound):
        driver.list_instances(call, NodeName("another"))


def test_the_driver_offers_what_it_inherits(driver: LibvirtDriver) -> None:
    assert driver.capabilities() == {
        Capability.PAUSE,
        Capability.SUSPEND,
        Capability.IMAGE_QCOW2,
        Capability.IMAGE_RAW,
    }


def test_a_guest_that_does_not_follow_is_waited_for_until_nobody_wants_it_any_more(
    driver: LibvirtDriver, call: MemoryCall, monkeypatch: pytest.MonkeyPatch
) -> None:
    spawn(driver)
    monkeypatch.setattr(virDomain, "shutdown", lambda domain: 0)
    call.stopped = True
    a_minute = Shutdown(timeout=Seconds(60))
    with pytest.raises(CallCancelled):
        driver.power_off(call, an_instance(), a_minute)
    with pytest.raises(CallCancelled):
        driver.reboot(
            call,
            an_instance(),
            RebootKind.SOFT,
            networks=NO_NETWORKS,
            disks=NO_DISKS,
            devices=NO_DEVICES,
            shutdown=a_minute,
        )
    assert state(driver) is PowerState.RUNNING


def test_what_another_host_has_made_is_no_instance_of_this_one(
    driver: LibvirtDriver, call: MemoryCall, options: LibvirtOptions
) -> None:
    spawn(driver)
    other = LibvirtDriver(MemoryHost(host_name=HostName("host-2")), options)
    other.start(call)
    assert other.list_instances(call, NODE) == frozenset()
    with pytest.raises(InstanceNotFound):
        other.get_info(call, an_instance())
    other.stop(call)


def test_instances_outlive_the_driver(driver: LibvirtDriver, call: MemoryCall) -> None:
    spawn(driver)
    driver.stop(call)
    driver.stop(call)
    driver.start(call)
    driver.start(call)
    assert driver.list_instances(call, NODE) == {an_instance().uuid}


def test_calls_for_different_instances_run_at_once(driver: LibvirtDriver, call: MemoryCall) -> None:
    numbers = range(1, 33)

    def live(number: int) -> None:
        driver.spawn(call, an_instance(number), PLAN, networks=NO_NETWORKS, disks=DISKS, devices=NO_DEVICES)
        driver.pause(call, an_instance(number))
        driver.unpause(call, an_instance(number))
        driver.reboot(
            call,
            an_instance(number),
            RebootKind.HARD,
            networks=NO_NETWORKS,
            disks=DISKS,
            devices=NO_DEVICES,
            shutdown=AT_ONCE,
        )

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(live, numbers))
    assert driver.list_instances(call, NODE) == {an_instance(number).uuid for number in numbers}
    assert {state(driver, number) for number in numbers} == {PowerState.RUNNING}
