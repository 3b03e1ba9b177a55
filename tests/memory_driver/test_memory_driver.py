"""The interface can be implemented, and a host can use what was implemented."""

from uuid import UUID

import pytest

from tests.memory_driver.driver import MemoryDriver, MemoryOptions
from tests.memory_driver.host import MemoryCall, MemoryHost
from virtapi.capabilities import Pausable, Suspendable, VolumeAttachable
from virtapi.driver import ComputeDriver
from virtapi.events import AwaitedEvent, AwaitedKind, LifecycleEvent, LifecycleKind
from virtapi.exceptions import (
    AwaitedEventTimeout,
    ConnectionNotSupported,
    ImageUnavailable,
    InstanceExists,
    InsufficientResources,
    InvalidPowerState,
    NodeNotFound,
    VolumeNotAttached,
)
from virtapi.flags import Capability
from virtapi.objects.binding import BridgeBinding
from virtapi.objects.boot import BootPlan, Disposal, Shutdown
from virtapi.objects.connection import Connection, FileConnection, OtherConnection
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.flavor import Flavor
from virtapi.objects.image import DiskFormat, Image
from virtapi.objects.instance import Instance
from virtapi.objects.network import Network, NetworkInfo, Vif
from virtapi.objects.power import PowerState, RebootKind
from virtapi.objects.volume import VolumeAttachment
from virtapi.units import (
    Bytes,
    FlavorId,
    GiB,
    ImageId,
    InstanceUuid,
    MacAddress,
    MiB,
    NetworkId,
    NodeName,
    Processors,
    ProjectId,
    UserId,
    VifId,
    VolumeId,
)

CALL = MemoryCall()
NO_NETWORKS, NO_DISKS, NO_DEVICES = NetworkInfo(), DiskPlan(), DevicePlan()


def an_instance(number: int = 1, *, memory: int = 512, node: str = "memory") -> Instance:
    flavor = Flavor(
        id=FlavorId("1"), name="small", processors=Processors(1), memory=MiB(memory), root_disk=GiB(1), extra={"a": "b"}
    )
    return Instance(
        uuid=InstanceUuid(UUID(int=number)),
        name=f"instance-{number}",
        node=NodeName(node),
        project=ProjectId("p"),
        owner=UserId("u"),
        flavor=flavor,
    )


def a_volume(connection: Connection) -> VolumeAttachment:
    return VolumeAttachment(volume=VolumeId(UUID(int=7)), connection=connection, size=GiB(1))


@pytest.fixture
def host() -> MemoryHost:
    return MemoryHost()


@pytest.fixture
def driver(host: MemoryHost) -> ComputeDriver:
    return MemoryDriver(host, MemoryOptions())


@pytest.fixture
def instance(driver: ComputeDriver) -> Instance:
    instance = an_instance()
    driver.spawn(CALL, instance, BootPlan(), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    return instance


def state(driver: ComputeDriver, instance: Instance) -> PowerState:
    return driver.get_info(CALL, instance).state


def test_what_was_spawned_runs_and_is_listed(driver: ComputeDriver, instance: Instance) -> None:
    assert state(driver, instance) is PowerState.RUNNING
    assert driver.list_instances(CALL, NodeName("memory")) == {instance.uuid}
    assert driver.instance_exists(CALL, instance)
    assert driver.get_resources(CALL, NodeName("memory")).memory_used == 512


def test_what_exists_is_not_spawned_again(driver: ComputeDriver, instance: Instance) -> None:
    with pytest.raises(InstanceExists):
        driver.spawn(CALL, instance, BootPlan(), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)


def test_what_does_not_fit_leaves_nothing_behind(driver: ComputeDriver) -> None:
    with pytest.raises(InsufficientResources, match="MEMORY_MB were needed on node memory"):
        driver.spawn(
            CALL, an_instance(memory=2**30), BootPlan(), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES
        )
    assert not driver.instance_exists(CALL, an_instance())


def test_destroying_what_is_not_there_succeeds(driver: ComputeDriver, instance: Instance) -> None:
    for _ in range(2):
        driver.destroy(CALL, instance, Disposal(), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    assert not driver.instance_exists(CALL, instance)


def test_power_goes_off_and_on_and_a_second_time_is_no_error(driver: ComputeDriver, instance: Instance) -> None:
    for _ in range(2):
        driver.power_off(CALL, instance, Shutdown())
    assert state(driver, instance) is PowerState.SHUT_DOWN
    with pytest.raises(InvalidPowerState, match="is shut-down"):
        driver.reboot(CALL, instance, RebootKind.SOFT, networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    for _ in range(2):
        driver.power_on(CALL, instance, networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    assert state(driver, instance) is PowerState.RUNNING


def test_an_image_that_is_gone_is_the_hosts_error(driver: ComputeDriver, host: MemoryHost) -> None:
    image = Image(id=ImageId(UUID(int=3)), format=DiskFormat.RAW, size=Bytes(4))
    with pytest.raises(ImageUnavailable):
        driver.spawn(
            CALL, an_instance(), BootPlan(image=image), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES
        )
    host.images[image.id] = b"data"
    driver.spawn(CALL, an_instance(), BootPlan(image=image), networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)


def test_spawning_waits_until_the_interfaces_are_plugged(driver: ComputeDriver, host: MemoryHost) -> None:
    vif = Vif(
        id=VifId(UUID(int=5)),
        mac=MacAddress("02:00:00:00:00:01"),
        network=Network(id=NetworkId(UUID(int=6))),
        binding=BridgeBinding(bridge="br0"),
    )
    networks = NetworkInfo(vifs=[vif])
    with pytest.raises(AwaitedEventTimeout, match=f"waited in vain for: vif-plugged {vif.id}"):
        driver.spawn(CALL, an_instance(), BootPlan(), networks=networks, disks=NO_DISKS, devices=NO_DEVICES)
    host.happened.add(AwaitedEvent(kind=AwaitedKind.VIF_PLUGGED, tag=str(vif.id)))
    driver.spawn(CALL, an_instance(), BootPlan(), networks=networks, disks=NO_DISKS, devices=NO_DEVICES)


def test_a_node_that_is_not_there_is_named(driver: ComputeDriver) -> None:
    with pytest.raises(NodeNotFound, match="node moon is not managed here"):
        driver.get_resources(CALL, NodeName("moon"))


def test_a_guest_is_paused_and_suspended_where_the_driver_can(
    driver: ComputeDriver, instance: Instance, host: MemoryHost
) -> None:
    assert Pausable.offered_by(driver)
    for _ in range(2):
        driver.pause(CALL, instance)
    assert state(driver, instance) is PowerState.PAUSED
    driver.unpause(CALL, instance)
    assert Suspendable.offered_by(driver)
    driver.suspend(CALL, instance)
    assert state(driver, instance) is PowerState.SUSPENDED
    driver.resume(CALL, instance, networks=NO_NETWORKS, disks=NO_DISKS, devices=NO_DEVICES)
    told = [event.kind for event in host.told if isinstance(event, LifecycleEvent)]
    assert told == [LifecycleKind.PAUSED, LifecycleKind.RESUMED, LifecycleKind.SUSPENDED, LifecycleKind.RESUMED]


def test_a_volume_comes_and_goes(driver: ComputeDriver, instance: Instance) -> None:
    assert VolumeAttachable.offered_by(driver)
    volume = a_volume(FileConnection(path="/volumes/7"))
    for _ in range(2):
        driver.attach_volume(CALL, instance, volume)
    driver.detach_volume(CALL, instance, volume)
    with pytest.raises(VolumeNotAttached):
        driver.detach_volume(CALL, instance, volume)
    with pytest.raises(ConnectionNotSupported):
        driver.attach_volume(CALL, instance, a_volume(OtherConnection(protocol="pigeon")))


def test_a_driver_drops_what_its_hypervisor_lacks(host: MemoryHost) -> None:
    driver: ComputeDriver = MemoryDriver(host, MemoryOptions(can_pause=False))
    assert not Pausable.offered_by(driver)
    assert not driver.offers(Capability.PAUSE)
    assert Suspendable.offered_by(driver)


def test_what_requires_something_is_offered_only_together_with_it(host: MemoryHost) -> None:
    class WithoutVolumes(MemoryDriver):
        def capabilities(self) -> frozenset[Capability]:
            return super().capabilities() - {Capability.VOLUME_ATTACH}

    driver = MemoryDriver(host, MemoryOptions())
    assert driver.offers(Capability.VOLUME_MULTIATTACH)
    assert not WithoutVolumes(host, MemoryOptions()).offers(Capability.VOLUME_MULTIATTACH)


def test_nothing_is_added_at_run_time(host: MemoryHost) -> None:
    class Boastful(MemoryDriver):
        def capabilities(self) -> frozenset[Capability]:
            return super().capabilities() | {Capability.SECURE_BOOT}

    assert not Boastful(host, MemoryOptions()).offers(Capability.SECURE_BOOT)


def test_a_driver_that_lacks_a_method_cannot_be_made(host: MemoryHost) -> None:
    class Unfinished(ComputeDriver):
        pass

    with pytest.raises(TypeError, match="abstract"):
        Unfinished(host, MemoryOptions())  # type: ignore[abstract]


def test_what_is_no_driver_offers_nothing() -> None:
    assert not Pausable.offered_by(object())
