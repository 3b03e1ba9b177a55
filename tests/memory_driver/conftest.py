"""A world in which nothing is wrong, and its driver as a host holds it."""

import pytest

from tests.memory_driver.host import MemoryHost
from tests.memory_driver.hypervisor import Hypervisor, Machine
from tests.memory_driver.world import World, a_world
from virtapi.driver import ComputeDriver


@pytest.fixture
def world() -> World:
    return a_world()


@pytest.fixture
def driver(world: World) -> ComputeDriver:
    return world.driver


@pytest.fixture
def host(world: World) -> MemoryHost:
    return world.host


@pytest.fixture
def hypervisor(world: World) -> Hypervisor:
    return world.hypervisor


@pytest.fixture
def machine(world: World) -> Machine:
    return world.machine
