"""What becomes of guests when something is done with their node, and what placement hears of it."""

from dataclasses import replace

import pytest

from tests.memory_driver.call import MemoryCall
from tests.memory_driver.connected import NODE
from tests.memory_driver.given import NOTHING, OTHER, a_share, a_vif, a_volume, an_instance, hardware
from tests.memory_driver.ready import VGPU, offers_graphics_itself
from tests.memory_driver.world import World
from virtapi.capabilities import (
    NodeEnableable,
    NodeMaintainable,
    NodePowerControllable,
    NodeRetirable,
    ProviderDescribable,
    ProviderReshapable,
    ResidueRemovable,
    SharedStorageCheckable,
    ShareMountable,
    VncAccessible,
)
from virtapi.driver import ComputeDriver
from virtapi.exceptions import HypervisorUnavailable, NodeDisabled, ReshapeNeeded, ServiceUnavailable
from virtapi.objects.boot import BootPlan, Shutdown
from virtapi.objects.device_metadata import DiskMetadata, InterfaceMetadata
from virtapi.objects.disk import DiskPlan
from virtapi.objects.power import PowerState
from virtapi.objects.statistics import NodePowerAction
from virtapi.units import ConsumerUuid, NodeName, ProviderUuid

CALL = MemoryCall()
INSTANCE = an_instance()


def test_guests_are_moved_away_from_a_node_in_maintenance(world: World, driver: ComputeDriver) -> None:
    driver.spawn(CALL, INSTANCE, BootPlan(), **hardware(vifs=(a_vif(),)))
    assert NodeMaintainable.offered_by(driver)
    driver.enter_maintenance(CALL, NODE)
    assert driver.list_instances(CALL, OTHER) == {INSTANCE.uuid}
    assert world.other.plugged and not world.machine.plugged
    assert world.host.providers[ProviderUuid(world.machine.uuid)] is False
    driver.leave_maintenance(CALL, NODE)
    assert world.host.providers[ProviderUuid(world.machine.uuid)] is True


def test_a_node_of_which_placement_does_not_hear_is_not_in_maintenance(world: World, driver: ComputeDriver) -> None:
    world.host.down.add("placement")
    assert NodeMaintainable.offered_by(driver)
    with pytest.raises(ServiceUnavailable, match="the placement service failed"):
        driver.enter_maintenance(CALL, NODE)
    assert not world.machine.maintained


def test_no_guest_runs_on_a_node_that_is_off(driver: ComputeDriver) -> None:
    driver.spawn(CALL, INSTANCE, BootPlan(), **NOTHING)
    assert NodePowerControllable.offered_by(driver)
    driver.set_node_power(CALL, NODE, NodePowerAction.SHUTDOWN)
    assert driver.get_info(CALL, INSTANCE).state is PowerState.SHUT_DOWN
    with pytest.raises(HypervisorUnavailable):
        driver.power_on(CALL, INSTANCE, **NOTHING)


def test_a_node_that_is_closed_to_new_guests_says_so_and_starts_those_that_it_has(driver: ComputeDriver) -> None:
    driver.spawn(CALL, INSTANCE, BootPlan(power_on=False), **NOTHING)
    assert NodeEnableable.offered_by(driver)
    driver.disable_node(CALL, NODE)
    with pytest.raises(NodeDisabled, match="node memory takes no new guests"):
        driver.spawn(CALL, an_instance(2), BootPlan(), **NOTHING)
    driver.power_on(CALL, INSTANCE, **NOTHING)
    driver.enable_node(CALL, NODE)
    assert NodeMaintainable.offered_by(driver)
    driver.enter_maintenance(CALL, NODE)
    with pytest.raises(NodeDisabled):
        driver.spawn(CALL, an_instance(2), BootPlan(), **NOTHING)


def test_nothing_is_made_on_a_node_that_is_off(world: World, driver: ComputeDriver) -> None:
    world.machine.on = False
    with pytest.raises(HypervisorUnavailable):
        driver.spawn(CALL, INSTANCE, BootPlan(), **NOTHING)
    driver.spawn(CALL, an_instance(node=OTHER), BootPlan(), **NOTHING)


def test_a_node_that_is_gone_for_good_is_told_from_one_that_cannot_be_reached(
    world: World, driver: ComputeDriver
) -> None:
    world.hypervisor.retired.add(NodeName("old"))
    assert NodeRetirable.offered_by(driver)
    assert driver.is_node_retired(CALL, NodeName("old"))
    assert not driver.is_node_retired(CALL, NodeName("away"))


def test_what_is_allocated_moves_with_the_inventory_that_it_is_of(world: World, driver: ComputeDriver) -> None:
    offers_graphics_itself(world)
    assert ProviderDescribable.offered_by(driver)
    with pytest.raises(ReshapeNeeded):
        driver.describe_providers(CALL, NODE, world.known)
    assert ProviderReshapable.offered_by(driver)
    reshape = driver.reshape_providers(CALL, NODE, world.known, world.allocations)
    (part,) = reshape.tree.parts.values()
    root = reshape.tree.root.uuid
    held = reshape.allocations[ConsumerUuid(INSTANCE.uuid)].allocations
    assert VGPU in held[part.provider.uuid].resources and VGPU not in held[root].resources
    assert driver.describe_providers(CALL, NODE, reshape.tree) == reshape.tree


def test_a_share_stays_mounted_as_long_as_another_instance_has_it(driver: ComputeDriver) -> None:
    assert ShareMountable.offered_by(driver)
    for number in (1, 2):
        driver.mount_share(CALL, an_instance(number), a_share())
    assert driver.unmount_share(CALL, an_instance(1), a_share())
    assert not driver.unmount_share(CALL, an_instance(2), a_share())


def test_hosts_that_share_storage_see_each_others_marks(world: World, driver: ComputeDriver) -> None:
    assert SharedStorageCheckable.offered_by(driver)
    assert driver.create_storage_probe(CALL, INSTANCE) is None
    world.machine.storage.roots[INSTANCE.uuid] = b""
    probe = driver.create_storage_probe(CALL, INSTANCE)
    assert probe is not None and driver.find_storage_probe(CALL, probe)
    driver.remove_storage_probe(CALL, probe)
    assert not driver.find_storage_probe(CALL, probe)


def test_the_files_of_a_guest_that_is_there_are_left_alone(world: World, driver: ComputeDriver) -> None:
    driver.spawn(CALL, INSTANCE, BootPlan(), **NOTHING)
    assert ResidueRemovable.offered_by(driver)
    assert not driver.delete_instance_files(CALL, INSTANCE)
    assert INSTANCE.uuid in world.machine.storage.roots


def test_a_console_keeps_its_port_until_the_guest_stops(world: World, driver: ComputeDriver) -> None:
    driver.spawn(CALL, INSTANCE, BootPlan(), **NOTHING)
    assert VncAccessible.offered_by(driver)
    assert driver.get_vnc_console(CALL, INSTANCE) == driver.get_vnc_console(CALL, INSTANCE)
    driver.power_off(CALL, INSTANCE, Shutdown())
    assert not world.machine.consoles


def test_the_host_is_told_of_devices_that_have_tags(world: World, driver: ComputeDriver) -> None:
    vif, volume = replace(a_vif(), tag="uplink"), replace(a_volume(), tag="data")
    driver.spawn(CALL, INSTANCE, BootPlan(), **hardware(vifs=(vif,), disks=DiskPlan(volumes=[volume])))
    assert world.host.devices[INSTANCE.uuid] == [
        InterfaceMetadata(mac=vif.mac, tags=["uplink"]),
        DiskMetadata(volume=volume.volume, tags=["data"]),
    ]
