"""What becomes of data that another driver has made, or this one in a version that it does not read."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from tests.memory_driver.ready import a_ready_world
from tests.memory_driver.world import World, a_world
from virtapi.exceptions import MigrationFailed, MigrationImpossible
from virtapi.objects.driver_data import DriverData
from virtapi.units import DataVersion

Change = Callable[[DriverData], DriverData]
FOREIGN: Mapping[str, Change] = {
    "owner": lambda data: replace(data, owner="another driver"),
    "version": lambda data: replace(data, version=DataVersion(2)),
}


@pytest.fixture(params=FOREIGN)
def change(request: pytest.FixtureRequest) -> Change:
    return FOREIGN[request.param]


def with_foreign_data(method: str, change: Change) -> World:
    world = a_ready_world(method, a_world())
    world.data = change(world.data)
    return world


@pytest.mark.parametrize(
    "method", ["check_migration_source", "check_migration_claim", "live_migrate", "prepare_live_migration"]
)
def test_a_guest_does_not_move_by_it(method: str, change: Change) -> None:
    with pytest.raises(MigrationImpossible, match="nobody here reads version"):
        with_foreign_data(method, change).make(method)


def test_no_guest_is_made_of_it(change: Change) -> None:
    with pytest.raises(MigrationFailed):
        with_foreign_data("finish_migration", change).make("finish_migration")


@pytest.mark.parametrize("method", ["clean_migration_source", "roll_back_live_migration"])
def test_the_disks_are_left_and_the_rest_goes(method: str, change: Change) -> None:
    world = with_foreign_data(method, change)
    machine = world.machine if method == "clean_migration_source" else world.other
    machine.storage.roots[world.instance.uuid] = b"disk"
    world.make(method)
    assert machine.storage.roots and not machine.connected and not machine.plugged


@pytest.mark.parametrize("method", ["finish_live_migration", "restore_migration_source"])
def test_a_guest_gets_what_it_had_without_it(method: str, change: Change) -> None:
    world = with_foreign_data(method, change)
    world.make(method)
    assert world.guest.vifs == [world.vif]


@pytest.mark.parametrize("method", ["clean_migration_check", "find_storage_probe", "remove_storage_probe"])
def test_the_marks_of_another_are_neither_seen_nor_removed(method: str, change: Change) -> None:
    world = a_ready_world("find_storage_probe", a_world())
    world.data = change(world.make("create_storage_probe"))
    marks = set(world.machine.storage.marks)
    assert not world.make(method)
    assert world.machine.storage.marks == marks
