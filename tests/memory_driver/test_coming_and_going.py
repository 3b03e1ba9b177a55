"""How guests come and go, and what is left of them."""

from dataclasses import replace
from uuid import UUID

import pytest

from tests.memory_driver.call import MemoryCall
from tests.memory_driver.connected import NODE
from tests.memory_driver.driver import MemoryDriver, MemoryOptions
from tests.memory_driver.given import (
    DATA,
    NOTHING,
    OTHER,
    a_vif,
    a_volume,
    an_image,
    an_instance,
    from_image,
    hardware,
)
from tests.memory_driver.host import MemoryHost
from tests.memory_driver.hypervisor import Hypervisor, Machine, connect
from tests.memory_driver.world import World
from virtapi.capabilities import Evacuable, ImageCacheable, Rebuildable, Rescuable
from virtapi.driver import ComputeDriver
from virtapi.events import AwaitedEvent, AwaitedKind
from virtapi.exceptions import AwaitedEventFailed, AwaitedEventTimeout, ImageUntrusted, InstanceExists, NodeNotFound
from virtapi.objects.boot import BootPlan, Disposal, EvacuationPlan, RebuildPlan, RescuePlan
from virtapi.objects.disk import DiskPlace, DiskPlan, DiskRole
from virtapi.objects.encryption import DiskEncryption
from virtapi.objects.power import PowerState
from virtapi.units import CertificateId, HostName, NodeName

CALL = MemoryCall()
INSTANCE = an_instance()


def test_what_was_spawned_runs_and_is_listed_and_counted(driver: ComputeDriver) -> None:
    driver.spawn(CALL, INSTANCE, BootPlan(), **NOTHING)
    assert driver.get_info(CALL, INSTANCE).state is PowerState.RUNNING
    assert driver.list_instances(CALL, NODE) == {INSTANCE.uuid}
    assert driver.instance_exists(CALL, INSTANCE)
    assert driver.get_resources(CALL, NODE).memory_used == 512


def test_what_the_plan_does_not_start_is_there_and_shut_down(driver: ComputeDriver) -> None:
    driver.spawn(CALL, INSTANCE, BootPlan(power_on=False), **NOTHING)
    assert driver.get_info(CALL, INSTANCE).state is PowerState.SHUT_DOWN
    assert driver.get_resources(CALL, NODE).memory_used == 0


def test_an_instance_of_the_same_name_is_refused(driver: ComputeDriver) -> None:
    driver.spawn(CALL, INSTANCE, BootPlan(), **NOTHING)
    with pytest.raises(InstanceExists):
        driver.spawn(CALL, replace(an_instance(2), name=INSTANCE.name), BootPlan(), **NOTHING)


def test_a_node_that_is_not_there_is_named(driver: ComputeDriver) -> None:
    with pytest.raises(NodeNotFound, match="node moon is not managed here"):
        driver.get_resources(CALL, NodeName("moon"))


def test_what_is_not_there_is_destroyed_without_complaint_and_what_is_left_of_it_goes(
    driver: ComputeDriver, machine: Machine
) -> None:
    machine.storage.roots[INSTANCE.uuid] = DATA
    machine.connected.add((INSTANCE.uuid, a_volume().volume))
    driver.destroy(CALL, INSTANCE, Disposal(), **NOTHING)
    assert not machine.storage.roots and not machine.connected


def test_disks_that_are_to_stay_outlive_their_instance(driver: ComputeDriver, machine: Machine) -> None:
    driver.spawn(CALL, INSTANCE, BootPlan(), **hardware(disks=from_image()))
    driver.destroy(CALL, INSTANCE, Disposal(disks=False), **NOTHING)
    assert machine.storage.roots[INSTANCE.uuid] == DATA
    assert Evacuable.offered_by(driver)
    assert driver.is_on_disk(CALL, INSTANCE)
    plan = EvacuationPlan(boot=BootPlan(), keep_disks=True)
    driver.evacuate(CALL, INSTANCE, plan, **hardware(disks=from_image()))
    assert machine.storage.roots[INSTANCE.uuid] == DATA
    assert driver.get_info(CALL, INSTANCE).state is PowerState.RUNNING


def test_spawning_waits_until_the_interfaces_are_plugged(
    driver: ComputeDriver, host: MemoryHost, machine: Machine
) -> None:
    vif = replace(a_vif(), active=False)
    plugged = AwaitedEvent(kind=AwaitedKind.VIF_PLUGGED, tag=str(vif.id))
    with pytest.raises(AwaitedEventTimeout, match=f"waited in vain for: vif-plugged {vif.id}"):
        driver.spawn(CALL, INSTANCE, BootPlan(), **hardware(vifs=(vif,)))
    host.failed.add(plugged)
    with pytest.raises(AwaitedEventFailed):
        driver.spawn(CALL, INSTANCE, BootPlan(), **hardware(vifs=(vif,)))
    assert not machine.plugged and not machine.guests
    host.happened.add(plugged)
    driver.spawn(CALL, INSTANCE, BootPlan(), **hardware(vifs=(vif,)))
    assert machine.plugged == {(INSTANCE.uuid, vif.id)}


def test_a_disk_without_a_key_gets_one_that_goes_where_spawning_fails(driver: ComputeDriver, host: MemoryHost) -> None:
    root = from_image().root
    assert root is not None
    disks = DiskPlan(root=replace(root, encryption=DiskEncryption()))
    keys = set(host.secrets)
    vif = replace(a_vif(), active=False)
    with pytest.raises(AwaitedEventTimeout):
        driver.spawn(CALL, INSTANCE, BootPlan(), **hardware(disks=disks, vifs=(vif,)))
    assert host.secrets.keys() == keys
    driver.spawn(CALL, INSTANCE, BootPlan(), **hardware(disks=disks))
    (key,) = host.secrets.keys() - keys
    assert host.opens[key] == DiskPlace(role=DiskRole.ROOT)
    disks = DiskPlan(root=replace(root, encryption=DiskEncryption(secret=key)))
    driver.destroy(CALL, INSTANCE, Disposal(), **hardware(disks=disks))
    assert host.secrets.keys() == keys


def test_a_secret_is_shown_nowhere(world: World) -> None:
    assert "***" in repr(world.host.secrets)
    assert "'key'" not in repr(world.host) + repr(world.machine)


def test_an_image_must_be_signed_by_whom_the_owner_trusts(driver: ComputeDriver, host: MemoryHost) -> None:
    mine = CertificateId("mine")
    wary = replace(INSTANCE, trusted_certificates=frozenset({mine}))
    with pytest.raises(ImageUntrusted):
        driver.spawn(CALL, wary, BootPlan(), **hardware(disks=from_image()))
    host.signed[an_image().id] = mine
    driver.spawn(CALL, wary, BootPlan(), **hardware(disks=from_image()))


def test_so_must_one_that_a_guest_is_rescued_with(driver: ComputeDriver, host: MemoryHost) -> None:
    mine = CertificateId("mine")
    wary = replace(INSTANCE, trusted_certificates=frozenset({mine}))
    driver.spawn(CALL, wary, BootPlan(), **NOTHING)
    assert Rescuable.offered_by(driver)
    with pytest.raises(ImageUntrusted):
        driver.rescue(CALL, wary, RescuePlan(image=an_image()), **NOTHING)
    host.signed[an_image().id] = mine
    driver.rescue(CALL, wary, RescuePlan(image=an_image()), **NOTHING)


def test_a_cached_image_is_not_read_again_unless_its_signature_counts(driver: ComputeDriver, host: MemoryHost) -> None:
    assert ImageCacheable.offered_by(driver)
    assert driver.cache_image(CALL, NODE, an_image())
    assert not driver.cache_image(CALL, NODE, an_image())
    host.down.add("image")
    driver.spawn(CALL, INSTANCE, BootPlan(), **hardware(disks=from_image()))
    host.down.clear()
    wary = replace(an_instance(2), trusted_certificates=frozenset({CertificateId("mine")}))
    with pytest.raises(ImageUntrusted):
        driver.spawn(CALL, wary, BootPlan(), **hardware(disks=from_image()))


def test_what_is_in_use_stays_in_the_cache(driver: ComputeDriver, machine: Machine) -> None:
    assert ImageCacheable.offered_by(driver)
    driver.cache_image(CALL, NODE, an_image())
    driver.expire_images(CALL, NODE, frozenset({an_image().id}))
    assert machine.cache
    driver.expire_images(CALL, NODE, frozenset())
    assert not machine.cache


def test_a_rebuilt_guest_has_the_volumes_that_the_host_gives_it_back(
    driver: ComputeDriver, host: MemoryHost, machine: Machine
) -> None:
    driver.spawn(CALL, INSTANCE, BootPlan(), **hardware(disks=DiskPlan(volumes=[a_volume(1)])))
    host.rebuilt = replace(from_image(), volumes=[a_volume(2)])
    assert Rebuildable.offered_by(driver)
    driver.rebuild(CALL, INSTANCE, RebuildPlan(boot=BootPlan()), **hardware(disks=from_image()))
    assert machine.connected == {(INSTANCE.uuid, a_volume(2).volume)}
    assert machine.storage.roots[INSTANCE.uuid] == DATA


def test_what_another_host_has_made_is_not_listed(hypervisor: Hypervisor, world: World) -> None:
    connect("shared").machines = hypervisor.machines
    mine, others = (
        MemoryDriver(MemoryHost(host_name=HostName(name)), MemoryOptions(hypervisor="shared"))
        for name in ("mine", "other")
    )
    for driver in (mine, others):
        driver.start(CALL)
    others.spawn(CALL, INSTANCE, BootPlan(), **NOTHING)
    assert mine.list_instances(CALL, NODE) == set()
    assert others.list_instances(CALL, NODE) == {INSTANCE.uuid}


def test_a_node_of_another_driver_is_none_of_its_business(world: World) -> None:
    assert [node.name for node in world.driver.list_nodes(CALL)] == [OTHER, NODE]
    del world.hypervisor.machines[OTHER]
    assert [node.name for node in world.driver.list_nodes(CALL)] == [NODE]


def test_uuids_of_nodes_stay(world: World) -> None:
    first, second = (world.driver.list_nodes(CALL) for _ in range(2))
    assert first == second
    assert all(node.uuid != UUID(int=0) for node in first)
