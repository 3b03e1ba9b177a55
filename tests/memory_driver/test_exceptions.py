"""Each exception that a method declares is raised where what its docstring says is so, and leaves what it promises."""

from copy import deepcopy

import pytest

from tests.memory_driver.conditions import CAUSES, OWN_CAUSES
from tests.memory_driver.ready import a_ready_world
from tests.memory_driver.world import METHODS, World, a_world
from virtapi.contract import declared
from virtapi.exceptions import HypervisorUnavailable, VirtDriverError

NEVER = {
    ("finish_migration", "ImageCorrupt"): "the root disk comes whole, and no image is read",
    ("finish_migration", "ImageUnavailable"): "the root disk comes whole, and no image is read",
    ("finish_migration", "ImageUnsuitable"): "the root disk comes whole, and no image is read",
    ("finish_migration", "ImageUntrusted"): "the root disk comes whole, and no image is read",
}
"""What the driver in memory has no reason to raise."""

CHANGED = {
    "detach_interface": "the interface is unplugged all the same",
    "detach_volume": "the node is disconnected from the volume all the same",
    "migrate_disks_and_power_off": "may be shut down",
    "reboot": "either runs or is shut down",
    "rebuild": "shut down or in part",
    "rescue": "`power_on` starts it from its own disks",
    "revert_migration": "may be shut down",
    "unrescue": "or is shut down",
}
"""The methods after whose exceptions something may be changed, and the words by which they say so."""

ASKS_NOBODY = {"capabilities", "name_devices", "name_volume", "offers", "start", "stop"}
"""The methods for which the driver in memory need not ask the hypervisor, or is connected already."""

DECLARED = [(name, error) for name, method in METHODS.items() for error in declared(method).raises or ()]
RAISED = [(name, error) for name, error in DECLARED if (name, error.__name__) not in NEVER]


def a_bad_world(method: str, error: type[Exception]) -> World:
    assert issubclass(error, VirtDriverError)
    world = a_ready_world(method, a_world())
    OWN_CAUSES.get((method, error), CAUSES[error])(world)
    return world


def state_of(world: World) -> object:
    return deepcopy((world.machine, world.other))


@pytest.mark.parametrize("method", sorted(METHODS))
def test_a_method_succeeds_where_nothing_is_wrong(method: str) -> None:
    a_ready_world(method, a_world()).make(method)


@pytest.mark.parametrize(("method", "error"), RAISED, ids=[f"{name}-{error.__name__}" for name, error in RAISED])
def test_a_declared_exception_is_raised_and_changes_no_more_than_the_method_says(
    method: str, error: type[Exception]
) -> None:
    world = a_bad_world(method, error)
    before, secrets = state_of(world), dict(world.host.secrets)
    with pytest.raises(error) as raised:
        world.make(method)
    assert raised.type is error
    assert method in CHANGED or state_of(world) == before
    assert world.host.secrets == secrets


@pytest.mark.parametrize("method", sorted(CHANGED))
def test_a_method_that_changes_something_on_an_exception_says_so(method: str) -> None:
    assert CHANGED[method] in " ".join(str(METHODS[method].__doc__).split())


@pytest.mark.parametrize("method", sorted(METHODS.keys() - ASKS_NOBODY))
def test_every_method_says_when_the_hypervisor_does_not_answer(method: str) -> None:
    world = a_ready_world(method, a_world())
    world.hypervisor.faults.unreachable = True
    with pytest.raises(HypervisorUnavailable):
        world.make(method)


def test_what_is_said_never_to_be_raised_is_declared() -> None:
    assert NEVER.keys() <= {(name, error.__name__) for name, error in DECLARED}
