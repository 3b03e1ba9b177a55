"""What guests do, and what the host hears of it."""

import pytest

from tests.memory_driver.call import MemoryCall
from tests.memory_driver.given import NOTHING, a_volume, an_instance, hardware
from tests.memory_driver.host import MemoryHost
from tests.memory_driver.world import World
from virtapi.capabilities import Pausable, PowerUpdatable, Rescuable, SoftDeletable, Suspendable
from virtapi.driver import ComputeDriver
from virtapi.events import LifecycleEvent, LifecycleKind
from virtapi.exceptions import CallCancelled, InvalidPowerState
from virtapi.objects.boot import BootPlan, RescuePlan, Shutdown
from virtapi.objects.disk import DiskPlan
from virtapi.objects.power import PowerState, PowerTarget, RebootKind

CALL = MemoryCall()
INSTANCE = an_instance()


@pytest.fixture(autouse=True)
def _guest(driver: ComputeDriver, host: MemoryHost) -> None:
    driver.spawn(CALL, INSTANCE, BootPlan(), **NOTHING)
    host.told.clear()


def state(driver: ComputeDriver) -> PowerState:
    return driver.get_info(CALL, INSTANCE).state


def kinds(host: MemoryHost) -> list[LifecycleKind]:
    return [event.kind for event in host.told if isinstance(event, LifecycleEvent)]


def test_a_guest_that_runs_is_paused_and_goes_on(driver: ComputeDriver, host: MemoryHost) -> None:
    assert Pausable.offered_by(driver)
    driver.pause(CALL, INSTANCE)
    assert state(driver) is PowerState.PAUSED
    driver.unpause(CALL, INSTANCE)
    assert kinds(host) == [LifecycleKind.PAUSED, LifecycleKind.RESUMED]


def test_a_guest_that_is_shut_down_is_not_paused(driver: ComputeDriver) -> None:
    driver.power_off(CALL, INSTANCE, Shutdown())
    assert Pausable.offered_by(driver)
    with pytest.raises(InvalidPowerState, match="is shut-down") as raised:
        driver.pause(CALL, INSTANCE)
    assert raised.value.state is PowerState.SHUT_DOWN


def test_a_paused_guest_is_suspended_and_resumed(driver: ComputeDriver, host: MemoryHost) -> None:
    assert Pausable.offered_by(driver) and Suspendable.offered_by(driver)
    driver.pause(CALL, INSTANCE)
    driver.suspend(CALL, INSTANCE)
    assert state(driver) is PowerState.SUSPENDED
    driver.resume(CALL, INSTANCE, **NOTHING)
    assert kinds(host) == [LifecycleKind.PAUSED, LifecycleKind.SUSPENDED, LifecycleKind.RESUMED]


@pytest.mark.parametrize("left", [PowerState.PAUSED, PowerState.SUSPENDED])
def test_power_on_leaves_a_guest_that_has_its_memory_as_it_is(
    world: World, driver: ComputeDriver, left: PowerState
) -> None:
    world.guest.state = left
    driver.power_on(CALL, INSTANCE, **NOTHING)
    assert state(driver) is left


def test_a_suspended_guest_that_is_powered_off_is_shut_down(world: World, driver: ComputeDriver) -> None:
    world.guest.state = PowerState.SUSPENDED
    driver.power_off(CALL, INSTANCE, Shutdown())
    assert state(driver) is PowerState.SHUT_DOWN


def test_a_call_that_nobody_wants_any_more_stops_nothing(driver: ComputeDriver) -> None:
    with pytest.raises(CallCancelled):
        driver.power_off(MemoryCall(stopped=True), INSTANCE, Shutdown())
    assert state(driver) is PowerState.RUNNING


@pytest.mark.parametrize("before", [PowerState.SHUT_DOWN, PowerState.CRASHED, PowerState.RUNNING])
def test_a_hard_reboot_starts_whatever_was_before(world: World, driver: ComputeDriver, before: PowerState) -> None:
    world.guest.state = before
    driver.reboot(CALL, INSTANCE, RebootKind.HARD, **NOTHING, shutdown=Shutdown())
    assert state(driver) is PowerState.RUNNING


def test_a_reboot_leaves_out_a_volume_that_is_lost_and_says_so(world: World, driver: ComputeDriver) -> None:
    lost = a_volume().volume
    world.hypervisor.faults.lost.add(lost)
    disks = DiskPlan(volumes=[a_volume(), a_volume(2)])
    driver.reboot(CALL, INSTANCE, RebootKind.HARD, **hardware(disks=disks), shutdown=Shutdown())
    assert world.host.bad_volumes == {lost}
    assert [each.volume for each in world.guest.volumes] == [a_volume(2).volume]


def test_a_rescued_guest_stays_so_until_it_is_no_longer_rescued(world: World, driver: ComputeDriver) -> None:
    assert Rescuable.offered_by(driver)
    driver.rescue(CALL, INSTANCE, RescuePlan(), **NOTHING)
    driver.power_off(CALL, INSTANCE, Shutdown())
    driver.power_on(CALL, INSTANCE, **NOTHING)
    assert world.guest.rescued
    driver.unrescue(CALL, INSTANCE, **NOTHING)
    assert (world.guest.rescued, state(driver)) == (False, PowerState.RUNNING)


def test_what_is_deleted_softly_is_listed_and_comes_back(driver: ComputeDriver) -> None:
    assert SoftDeletable.offered_by(driver)
    driver.soft_delete(CALL, INSTANCE)
    assert state(driver) is PowerState.SHUT_DOWN
    assert driver.instance_exists(CALL, INSTANCE)
    driver.restore(CALL, INSTANCE, **NOTHING)
    assert state(driver) is PowerState.RUNNING


def test_a_driver_that_is_told_what_is_not_so_says_what_it_finds(driver: ComputeDriver, host: MemoryHost) -> None:
    assert PowerUpdatable.offered_by(driver)
    driver.update_power(CALL, INSTANCE, PowerTarget.ON)
    driver.update_power(CALL, INSTANCE, PowerTarget.OFF)
    assert host.states == [PowerState.RUNNING]
    assert state(driver) is PowerState.RUNNING


def test_what_happens_without_the_host_is_told_in_the_background(world: World) -> None:
    world.hypervisor.change(world.machine, world.guest, PowerState.CRASHED, LifecycleKind.CRASHED)
    assert kinds(world.host) == [LifecycleKind.CRASHED]


def test_a_driver_that_was_stopped_tells_nothing(world: World) -> None:
    world.driver.stop(CALL)
    world.hypervisor.change(world.machine, world.guest, PowerState.CRASHED, LifecycleKind.CRASHED)
    assert kinds(world.host) == []
