"""Whatever a host calls, in whatever order, a driver lets out nothing but what its methods declare."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.memory_driver.conditions import CAUSES, OWN_CAUSES
from tests.memory_driver.connected import NODE
from tests.memory_driver.given import OTHER, a_share, a_vif, a_volume, an_instance
from tests.memory_driver.newest import NewestMemoryDriver
from tests.memory_driver.world import CLASSES, METHODS, World, a_world, encrypted
from virtapi.contract import declared
from virtapi.exceptions import InstanceNotFound, InvalidPowerState, VirtDriverError
from virtapi.objects.driver_data import DriverData
from virtapi.objects.power import PowerState
from virtapi.units import NodeName

WRONG: Mapping[str, Callable[[World], None]] = {
    **{error.__name__: cause for error, cause in CAUSES.items()},
    **{f"{error.__name__} of {method}": cause for (method, error), cause in OWN_CAUSES.items()},
}
"""What can go wrong between two calls."""


ANSWERS = {"capabilities", "offers"}
"""The methods that let out nothing at all."""


@cache
def allowed(method: str) -> tuple[type[Exception], ...]:
    """What a method may let out: what it declares, and what every method may."""
    if method in ANSWERS:
        return ()
    everywhere = (error for error in all_errors(VirtDriverError) if declared(error).implicit)
    return (*(declared(METHODS[method]).raises or ()), *everywhere)


def all_errors(root: type[Exception]) -> list[type[Exception]]:
    return [root, *(error for each in root.__subclasses__() for error in all_errors(each))]


class Calls(RuleBasedStateMachine):
    """A host that calls anything, on instances some of which are there, while things go wrong and right again."""

    def __init__(self) -> None:
        super().__init__()
        self.world = a_world()

    @rule(number=st.integers(1, 3), node=st.sampled_from([NODE, OTHER]))
    def turn_to(self, number: int, node: NodeName) -> None:
        """The next calls are about another instance, and nothing is wrong with what they ask for."""
        fresh = a_world()
        for name in (
            "image",
            "volumes",
            "devices",
            "boot",
            "cold",
            "live",
            "data",
            "reboot",
            "power",
            "format",
            "known",
            "evacuated",
        ):
            setattr(self.world, name, getattr(fresh, name))
        self.world.instance, self.world.node = an_instance(number, node=node), node
        self.world.volume, self.world.next_volume = a_volume(number), a_volume(number + 3)
        self.world.third_volume = a_volume(number + 6)
        self.world.vif, self.world.share = a_vif(number), a_share(number)
        self.world.volumes = [encrypted(self.world.volume)]

    @rule(cause=st.sampled_from(sorted(WRONG)))
    def something_goes_wrong(self, cause: str) -> None:
        with suppress(StopIteration, VirtDriverError):  # There is no guest with which it could go wrong.
            WRONG[cause](self.world)

    @rule()
    def all_is_well(self) -> None:
        world = self.world
        fresh = a_world()
        world.hypervisor.faults = fresh.hypervisor.faults
        world.call.stopped = False
        for mine, theirs in ((world.machine, fresh.machine), (world.other, fresh.other)):
            mine.memory, mine.disk, mine.ports = theirs.memory, theirs.disk, theirs.ports
            mine.on = mine.enabled = True
        host = fresh.host
        world.host.secretive, world.host.wary, world.host.going = host.secretive, host.wary, host.going
        world.host.images, world.host.empty = host.images, host.empty

    @rule(state=st.sampled_from(PowerState))
    def a_guest_appears(self, state: PowerState) -> None:
        with suppress(VirtDriverError):
            self.world.make("spawn")
            self.world.guest.state = state

    @rule(methods=st.lists(st.sampled_from(sorted(METHODS)), min_size=1, max_size=10))
    def call(self, methods: list[str]) -> None:
        world = self.world
        for method in methods:
            try:
                answer = world.make(method)
            except allowed(method) as error:
                self.keeps_what_it_says(error)
            else:
                world.data = answer if isinstance(answer, DriverData) else world.data

    def keeps_what_it_says(self, error: Exception) -> None:
        """What the docstring of the exception itself says of the state."""
        world = self.world
        if isinstance(error, InvalidPowerState):
            assert world.driver.get_info(world.call, world.instance).state is error.state
        if isinstance(error, InstanceNotFound):
            assert all(world.instance.uuid not in each.guests for each in (world.machine, world.other))

    @invariant()
    def what_is_listed_is_there(self) -> None:
        world = self.world
        world.driver.start(world.call)
        for machine in (world.machine, world.other):
            listed = world.driver.list_instances(world.call, machine.name)
            assert listed == {uuid for uuid, guest in machine.guests.items() if guest.host == world.host.name}
            for guest in machine.guests.values():
                assert world.driver.get_info(world.call, guest.instance).state is guest.state


pytestmark = pytest.mark.slow
TestCalls = Calls.TestCase
TestCalls.settings = settings(max_examples=100, stateful_step_count=50, deadline=None)


def test_the_driver_implements_every_method_of_every_class() -> None:
    assert not NewestMemoryDriver.__abstractmethods__
    assert all(issubclass(NewestMemoryDriver, each) for each in CLASSES)
    derived = {"instance_exists", "offers"}
    inherited = {name for name in METHODS if not getattr(NewestMemoryDriver, name).__module__.startswith("tests.")}
    assert inherited == derived
