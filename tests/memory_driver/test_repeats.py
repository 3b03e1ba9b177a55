"""What a second call of each method does: mostly nothing, and where it does something, the docstring says so."""

from copy import deepcopy

import pytest

from tests.memory_driver.ready import a_ready_world
from tests.memory_driver.world import METHODS, World, a_world
from virtapi import exceptions

REFUSED = {
    "detach_interface": "InterfaceNotAttached",
    "detach_volume": "VolumeNotAttached",
    "evacuate": "InstanceExists",
    "live_migrate": "MigrationImpossible",
    "spawn": "InstanceExists",
}
"""What a second call raises, as the docstring says."""

ANEW = {
    "cache_image": "stays as it is",
    "create_storage_probe": "every call leaves a mark of its own",
    "set_node_power": "every other call reboots the node",
    "snapshot": "with another target every call makes a copy of its own",
    "trigger_crash_dump": "every call interrupts the guest",
}
"""What a second call does, or answers, that the first did not."""


def repeats(method: str) -> str:
    """What the docstring says of a second call."""
    text = " ".join(str(METHODS[method].__doc__).split())
    return text.partition("Repeats: ")[2].partition("Before: ")[0].partition("After: ")[0]


def state_of(world: World) -> object:
    return deepcopy((world.machine, world.other))


@pytest.mark.parametrize("method", sorted(METHODS.keys() - REFUSED.keys() - ANEW.keys()))
def test_a_second_call_changes_nothing_and_answers_the_same(method: str) -> None:
    world = a_ready_world(method, a_world())
    first = world.make(method)
    once = state_of(world)
    assert world.make(method) == first
    assert state_of(world) == once


@pytest.mark.parametrize("method", sorted(REFUSED))
def test_a_second_call_is_refused_where_the_method_says_so(method: str) -> None:
    assert REFUSED[method] in repeats(method)
    world = a_ready_world(method, a_world())
    world.make(method)
    once = state_of(world)
    with pytest.raises(getattr(exceptions, REFUSED[method])):
        world.make(method)
    assert state_of(world) == once


@pytest.mark.parametrize("method", sorted(ANEW))
def test_a_method_that_does_something_each_time_says_so(method: str) -> None:
    assert ANEW[method] in repeats(method)
