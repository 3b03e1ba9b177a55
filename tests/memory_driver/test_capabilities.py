"""What a driver offers, and how a host asks."""

import pytest

from tests.memory_driver.call import MemoryCall
from tests.memory_driver.driver import MemoryDriver, MemoryOptions
from tests.memory_driver.host import MemoryHost
from tests.memory_driver.world import World
from virtapi import capabilities
from virtapi.ability import Ability
from virtapi.capabilities import Pausable, Suspendable
from virtapi.driver import ComputeDriver, DriverOptions
from virtapi.events import CapabilitiesChanged
from virtapi.flags import Capability

ABILITIES: list[type[Ability]] = [getattr(capabilities, name) for name in capabilities.__all__]


def started(kind: type[MemoryDriver]) -> ComputeDriver:
    driver = kind(MemoryHost(), MemoryOptions())
    driver.start(MemoryCall())
    return driver


@pytest.mark.parametrize("ability", ABILITIES, ids=lambda each: each.__name__)
def test_every_ability_is_offered(driver: ComputeDriver, ability: type[Ability]) -> None:
    assert ability.offered_by(driver)
    assert driver.offers(ability.declared_capability())


def test_a_driver_drops_what_its_hypervisor_lacks_and_says_so(world: World, driver: ComputeDriver) -> None:
    world.hypervisor.lose(frozenset({Capability.PAUSE}))
    assert not Pausable.offered_by(driver)
    assert not driver.offers(Capability.PAUSE)
    assert Suspendable.offered_by(driver)
    assert [type(event) for event in world.host.told] == [CapabilitiesChanged]
    world.hypervisor.lose(frozenset())
    assert Pausable.offered_by(driver)


def test_what_requires_something_is_dropped_together_with_it(world: World, driver: ComputeDriver) -> None:
    assert driver.offers(Capability.VOLUME_MULTIATTACH)
    world.hypervisor.lose(frozenset({Capability.VOLUME_ATTACH}))
    assert not driver.offers(Capability.VOLUME_MULTIATTACH)
    assert not capabilities.VolumeSwappable.offered_by(driver)


def test_what_is_offered_is_known_while_nobody_answers(world: World, driver: ComputeDriver) -> None:
    world.hypervisor.lose(frozenset({Capability.PAUSE}))
    world.hypervisor.faults.unreachable = True
    assert not Pausable.offered_by(driver)
    assert driver.offers(Capability.SUSPEND)


def test_nothing_is_added_at_run_time() -> None:
    class Boastful(MemoryDriver):
        def capabilities(self) -> frozenset[Capability]:
            return super().capabilities() | {Capability.SECURE_BOOT}

    assert not started(Boastful).offers(Capability.SECURE_BOOT)


def test_a_driver_that_lacks_a_method_cannot_be_made() -> None:
    class Unfinished(ComputeDriver):
        pass

    with pytest.raises(TypeError, match="abstract"):
        Unfinished(MemoryHost(), MemoryOptions())  # type: ignore[abstract]  # pyright: ignore[reportAbstractUsage]


def test_options_of_another_driver_are_a_mistake() -> None:
    with pytest.raises(TypeError):
        MemoryDriver(MemoryHost(), DriverOptions())


def test_what_is_no_driver_offers_nothing() -> None:
    assert not Pausable.offered_by(object())
