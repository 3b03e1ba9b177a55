"""How guests move from host to host, running or not."""

from dataclasses import dataclass, replace
from uuid import uuid4

import pytest

from tests.memory_driver.call import MemoryCall
from tests.memory_driver.connected import NODE
from tests.memory_driver.driver import MemoryDriver, MemoryOptions
from tests.memory_driver.given import (
    DATA,
    NOTHING,
    OTHER,
    a_flavor,
    a_migration,
    a_volume,
    an_image,
    an_instance,
    from_image,
    hardware,
)
from tests.memory_driver.host import MemoryHost
from tests.memory_driver.hypervisor import Hypervisor, Machine, connect
from tests.memory_driver.world import resources
from virtapi.capabilities import (
    ColdMigratable,
    LiveMigratable,
    LiveMigrationAbortable,
    LiveMigrationForceable,
    LiveMigrationRevertible,
    MigrationSourceDisconnectable,
)
from virtapi.driver import ComputeDriver
from virtapi.events import LifecycleEvent, LifecycleKind
from virtapi.exceptions import HardwareNotSupported, InstanceNotFound, MigrationImpossible, MigrationNotRunning
from virtapi.host import Call
from virtapi.objects.boot import BootPlan, Disposal, Shutdown
from virtapi.objects.disk import DiskPlan
from virtapi.objects.driver_data import DriverData
from virtapi.objects.instance import Instance
from virtapi.objects.live_migration import DiskTransfer, LiveMigrationFailure, LiveMigrationPlan
from virtapi.objects.migration import Migration, MigrationArrival, MigrationKind, MigrationProgress
from virtapi.objects.network import NetworkInfo
from virtapi.objects.power import PowerState
from virtapi.units import HostName, NodeName

CALL = MemoryCall()
HERE = an_instance()
LARGE = a_flavor(memory=1024, root_disk=2)
THERE = an_instance(node=OTHER, flavor=LARGE)


def a_move(kind: MigrationKind) -> Migration:
    """From one host to the other."""
    move = a_migration(kind, flavor=LARGE if kind is MigrationKind.RESIZE else None)
    return replace(move, destination=replace(move.destination, host=HostName("there")))


@dataclass
class Meddling(MemoryHost):
    """A host that does something each time that it hears of a migration, as a person would."""

    driver: ComputeDriver | None = None
    aborts: bool = False
    forces: bool = False

    def report_migration_progress(self, call: Call, instance: Instance, progress: MigrationProgress, /) -> None:
        super().report_migration_progress(call, instance, progress)
        assert self.driver is not None
        if self.aborts and LiveMigrationAbortable.offered_by(self.driver):
            self.driver.abort_live_migration(call, instance)
        if self.forces and LiveMigrationForceable.offered_by(self.driver):
            self.driver.force_live_migration(call, instance)


@dataclass
class Hosts:
    """Two hosts, each with a node and a driver of its own, on one hypervisor."""

    hypervisor: Hypervisor
    host: Meddling
    source: ComputeDriver
    destination: ComputeDriver

    @property
    def here(self) -> Machine:
        return self.hypervisor.machines[NODE]

    @property
    def there(self) -> Machine:
        return self.hypervisor.machines[OTHER]

    def plan(self) -> LiveMigrationPlan:
        move = a_move(MigrationKind.LIVE)
        return LiveMigrationPlan(migration=move, source=resources(self.here), destination=resources(self.there))

    def prepare(self, plan: LiveMigrationPlan, volumes: DiskPlan) -> DriverData:
        """Call what comes before a live migration, on both sides."""
        assert LiveMigratable.offered_by(self.source)
        assert LiveMigratable.offered_by(self.destination)
        data = self.destination.check_migration_destination(CALL, HERE, plan, disks=volumes)
        data = self.source.check_migration_source(CALL, HERE, plan, data, disks=volumes)
        return self.destination.prepare_live_migration(CALL, HERE, plan, data, **hardware(disks=volumes))

    def live_migrate(self, volumes: DiskPlan) -> DriverData:
        plan = self.plan()
        data = self.prepare(plan, volumes)
        assert LiveMigratable.offered_by(self.source)
        self.source.live_migrate(CALL, HERE, plan, data)
        return data


@pytest.fixture
def hosts() -> Hosts:
    name = str(uuid4())
    hypervisor = connect(name)
    hypervisor.machines = {each: Machine(name=each) for each in (NODE, OTHER)}
    host = Meddling(images={an_image().id: DATA})

    def started(host: MemoryHost, node: NodeName) -> ComputeDriver:
        driver = MemoryDriver(host, MemoryOptions(hypervisor=name, nodes=frozenset({node})))
        driver.start(CALL)
        return driver

    source = started(host, NODE)
    destination = started(MemoryHost(host_name=HostName("there")), OTHER)
    host.driver = source
    disks = replace(from_image(), volumes=[a_volume()])
    source.spawn(CALL, HERE, BootPlan(), **hardware(disks=disks))
    return Hosts(hypervisor=hypervisor, host=host, source=source, destination=destination)


def migrate(hosts: Hosts) -> Migration:
    """Move a guest that is shut down, and make it larger."""
    move = a_move(MigrationKind.RESIZE)
    assert ColdMigratable.offered_by(hosts.source)
    assert ColdMigratable.offered_by(hosts.destination)
    data = hosts.source.migrate_disks_and_power_off(
        CALL, HERE, move, networks=NetworkInfo(), disks=from_image(), shutdown=Shutdown()
    )
    hosts.destination.finish_migration(CALL, THERE, MigrationArrival(migration=move, data=data), **NOTHING)
    return move


def test_a_guest_runs_where_its_disks_were_sent_with_its_new_flavor(hosts: Hosts) -> None:
    migrate(hosts)
    assert hosts.destination.get_info(CALL, THERE).state is PowerState.RUNNING
    assert hosts.destination.get_resources(CALL, OTHER).memory_used == 1024
    assert hosts.there.storage.roots[HERE.uuid] == DATA
    assert not hosts.source.instance_exists(CALL, HERE)
    assert not hosts.here.connected


def test_what_is_kept_to_go_back_goes_when_the_move_is_confirmed(hosts: Hosts) -> None:
    move = migrate(hosts)
    assert hosts.here.kept
    assert ColdMigratable.offered_by(hosts.source)
    hosts.source.confirm_migration(CALL, HERE, move, networks=NetworkInfo(), disks=DiskPlan())
    assert not hosts.here.kept and not hosts.here.storage.roots
    assert hosts.destination.instance_exists(CALL, THERE)


def test_a_move_that_is_taken_back_leaves_the_guest_as_it_was(hosts: Hosts) -> None:
    move = migrate(hosts)
    hosts.destination.destroy(CALL, THERE, Disposal(), **NOTHING)
    assert ColdMigratable.offered_by(hosts.source)
    hosts.source.revert_migration(CALL, HERE, move, **NOTHING, power_on=True)
    assert hosts.source.get_info(CALL, HERE).state is PowerState.RUNNING
    assert hosts.source.get_resources(CALL, NODE).memory_used == 512
    assert hosts.here.storage.roots[HERE.uuid] == DATA


def test_a_flavor_changes_on_the_node_itself(hosts: Hosts) -> None:
    move = a_migration(MigrationKind.RESIZE, to=NODE, flavor=LARGE)
    assert ColdMigratable.offered_by(hosts.source)
    data = hosts.source.migrate_disks_and_power_off(
        CALL, HERE, move, networks=NetworkInfo(), disks=from_image(), shutdown=Shutdown()
    )
    larger = an_instance(flavor=LARGE)
    hosts.source.finish_migration(CALL, larger, MigrationArrival(migration=move, data=data), **NOTHING)
    hosts.source.confirm_migration(CALL, larger, move, networks=NetworkInfo(), disks=DiskPlan())
    assert hosts.source.get_resources(CALL, NODE).memory_used == 1024
    assert hosts.here.storage.roots[HERE.uuid] == DATA


def test_what_is_kept_to_go_back_outlives_the_guest_that_was_made_larger_on_its_own_node(hosts: Hosts) -> None:
    move = a_migration(MigrationKind.RESIZE, to=NODE, flavor=LARGE)
    assert ColdMigratable.offered_by(hosts.source)
    data = hosts.source.migrate_disks_and_power_off(
        CALL, HERE, move, networks=NetworkInfo(), disks=from_image(), shutdown=Shutdown()
    )
    assert hosts.source.list_instances(CALL, NODE) == set()
    with pytest.raises(InstanceNotFound):
        hosts.source.get_info(CALL, HERE)
    larger = an_instance(flavor=LARGE)
    hosts.source.finish_migration(CALL, larger, MigrationArrival(migration=move, data=data), **NOTHING)
    hosts.source.destroy(CALL, larger, Disposal(), **NOTHING)
    hosts.source.revert_migration(CALL, HERE, move, **NOTHING, power_on=True)
    assert hosts.source.get_resources(CALL, NODE).memory_used == 512
    assert hosts.here.storage.roots[HERE.uuid] == DATA


def test_a_guest_moves_while_it_runs_and_the_source_lets_go_when_it_is_told(hosts: Hosts) -> None:
    volumes = DiskPlan(volumes=[a_volume()])
    data = hosts.live_migrate(volumes)
    assert hosts.host.moved == [None]
    assert hosts.destination.list_instances(CALL, OTHER) == {HERE.uuid}
    with pytest.raises(InstanceNotFound):
        hosts.source.get_info(CALL, HERE)
    kinds = [event.kind for event in hosts.host.told if isinstance(event, LifecycleEvent)]
    assert kinds[-1] is LifecycleKind.MIGRATION_COMPLETED
    assert hosts.here.connected == hosts.there.connected
    assert MigrationSourceDisconnectable.offered_by(hosts.source)
    hosts.source.disconnect_migrated_volumes(CALL, HERE, data, disks=volumes)
    hosts.source.clean_migration_source(CALL, HERE, data, Disposal())
    assert not hosts.here.connected and not hosts.here.storage.roots
    assert hosts.there.storage.roots[HERE.uuid] == DATA


def test_the_host_hears_how_much_has_arrived(hosts: Hosts) -> None:
    hosts.live_migrate(DiskPlan())
    remaining = [each.memory.remaining for each in hosts.host.moves]
    assert remaining == sorted(remaining, reverse=True) and remaining[-1] == 0


def test_a_move_that_is_aborted_leaves_the_guest_and_nothing_on_the_other_side(hosts: Hosts) -> None:
    hosts.host.aborts = True
    data = hosts.live_migrate(DiskPlan(volumes=[a_volume()]))
    assert hosts.host.moved == [LiveMigrationFailure.ABORTED]
    assert hosts.source.get_info(CALL, HERE).state is PowerState.RUNNING
    assert LiveMigrationRevertible.offered_by(hosts.destination)
    hosts.destination.roll_back_live_migration(CALL, HERE, hosts.plan(), data, Disposal(), **NOTHING)
    assert not hosts.there.connected and not hosts.there.expected
    assert LiveMigrationAbortable.offered_by(hosts.source)
    with pytest.raises(MigrationNotRunning):
        hosts.source.abort_live_migration(CALL, HERE)


@pytest.mark.parametrize(("forced", "ending"), [(True, None), (False, LiveMigrationFailure.FAILED)])
def test_a_busy_guest_moves_only_by_force(hosts: Hosts, forced: bool, ending: LiveMigrationFailure | None) -> None:
    hosts.hypervisor.faults.busy.add(HERE.uuid)
    hosts.host.forces = forced
    hosts.live_migrate(DiskPlan())
    assert hosts.host.moved == [ending]


@pytest.mark.parametrize(("shared", "transfer"), [(True, DiskTransfer.COPY), (False, DiskTransfer.SHARE)])
def test_disks_are_copied_only_where_that_can_be_done(hosts: Hosts, shared: bool, transfer: DiskTransfer) -> None:
    if shared:
        hosts.there.storage = hosts.here.storage
    with pytest.raises(MigrationImpossible):
        hosts.prepare(replace(hosts.plan(), disk_transfer=transfer), DiskPlan())


def test_disks_that_both_sides_share_outlive_the_cleaning_of_the_source(hosts: Hosts) -> None:
    hosts.there.storage = hosts.here.storage
    data = hosts.live_migrate(DiskPlan())
    assert MigrationSourceDisconnectable.offered_by(hosts.source)
    hosts.source.clean_migration_source(CALL, HERE, data, Disposal())
    assert hosts.there.storage.roots[HERE.uuid] == DATA


def test_a_node_with_other_processors_takes_no_guest_that_was_started_with_these(hosts: Hosts) -> None:
    started = replace(HERE, processor_model=hosts.host.processors[HERE.uuid])
    hosts.there.processor = "memory-2"
    assert LiveMigratable.offered_by(hosts.destination)
    with pytest.raises(HardwareNotSupported, match="memory-1"):
        hosts.destination.check_migration_destination(CALL, started, hosts.plan(), disks=DiskPlan())
    hosts.there.processor = "memory-1"
    hosts.destination.check_migration_destination(CALL, started, hosts.plan(), disks=DiskPlan())
