"""How a guest that is shut down moves to another machine, or changes its flavor."""

from tests.cycles.memory_2026_1.building import Building
from tests.cycles.memory_2026_1.handed_over import handed, is_readable
from tests.cycles.memory_2026_1.hypervisor import Guest, Machine
from tests.cycles.memory_2026_1.provision import let_go
from virtapi.capabilities import ColdMigratable
from virtapi.exceptions import InstanceNotFound, InsufficientResources, MigrationFailed, MigrationImpossible
from virtapi.host import Call
from virtapi.objects.boot import BootPlan, Shutdown
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.driver_data import DriverData
from virtapi.objects.instance import Instance
from virtapi.objects.migration import Migration, MigrationArrival
from virtapi.objects.network import NetworkInfo
from virtapi.units import ResourceAmount, ResourceClass


class ColdMigrations(Building, ColdMigratable):
    """Sends root disks from machine to machine, and keeps a copy of each until the move is confirmed."""

    def migrate_disks_and_power_off(
        self,
        call: Call,
        instance: Instance,
        migration: Migration,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        shutdown: Shutdown,
    ) -> DriverData:
        data = handed({"source": migration.source.node})
        if any(self._has_kept(machine, instance, migration) for machine in self._own_machines()):
            return data
        machine, guest = self._located(instance)
        target = self._target(machine, instance, migration)
        self._stop_if_cancelled(call)
        self._halt(guest)
        if (machine.name, target.name) in self._hypervisor.faults.cut:
            raise MigrationFailed(instance=instance.uuid)
        root = machine.storage.roots.get(instance.uuid, b"")
        target.storage.roots[instance.uuid] = root
        machine.kept[instance.uuid] = (migration.uuid, machine.guests.pop(instance.uuid), root)
        let_go(machine, instance.uuid)
        return data

    def finish_migration(
        self,
        call: Call,
        instance: Instance,
        arrival: MigrationArrival,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        machine, migration = self._machine(instance.node), arrival.migration
        if instance.uuid in machine.guests and machine.arrived.get(instance.uuid) == migration.uuid:
            return
        self._check_new(instance)
        if not is_readable(arrival.data) or instance.uuid not in machine.storage.roots:
            raise MigrationFailed(instance=instance.uuid)
        if migration.source.node != machine.name:
            self._check_enabled(machine)
        self._check_count(instance, networks, disks)
        self._check_definition(machine, instance, disks)
        self._check_disk_room(machine, instance)
        self._check_start(machine, instance, disks, devices)
        self._stop_if_cancelled(call)
        self._read_keys(call, disks)
        self._plug(call, machine, instance, networks)
        plan = BootPlan(power_on=arrival.power_on, allocations=arrival.allocations)
        guest = Guest(
            instance=instance, host=self._host.name, plan=plan, disks=disks, devices=devices, vifs=[], volumes=[]
        )
        machine.guests[instance.uuid] = guest
        machine.arrived[instance.uuid] = migration.uuid
        self._redefine(machine, guest, networks, disks, devices)
        if arrival.power_on:
            self._start(call, guest)

    def confirm_migration(
        self, call: Call, instance: Instance, migration: Migration, /, *, networks: NetworkInfo, disks: DiskPlan
    ) -> None:
        for machine in self._own_machines():
            if self._has_kept(machine, instance, migration):
                del machine.kept[instance.uuid]
                if not self._uses_storage_of(machine, instance, migration):
                    machine.storage.roots.pop(instance.uuid, None)
                if instance.uuid not in machine.guests:
                    let_go(machine, instance.uuid)

    def revert_migration(
        self,
        call: Call,
        instance: Instance,
        migration: Migration,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
        power_on: bool,
    ) -> None:
        machine = next((each for each in self._own_machines() if self._has_kept(each, instance, migration)), None)
        if machine is None:
            if self._find(instance.uuid) is None:
                raise InstanceNotFound(instance=instance.uuid)
            return
        if instance.uuid in self._hypervisor.faults.spoilt:
            raise MigrationFailed(instance=instance.uuid)
        for each in self._own_machines():
            if each.guests.pop(instance.uuid, None):
                let_go(each, instance.uuid)
        _, guest, root = machine.kept.pop(instance.uuid)
        machine.storage.roots[instance.uuid] = root
        machine.guests[instance.uuid] = guest
        machine.arrived.pop(instance.uuid, None)
        guest.instance = instance
        if power_on:
            self._run(call, instance, networks=networks, disks=disks, devices=devices)

    def _target(self, machine: Machine, instance: Instance, migration: Migration) -> Machine:
        """The machine that a guest is to go to, once it is sure that it can."""
        source, destination = migration.source, migration.destination
        target = self._hypervisor.machines.get(destination.node)
        if target is None or not target.on:
            raise MigrationImpossible(instance=instance.uuid, reason=f"there is no node {destination.node}")
        if destination.flavor.root_disk < source.flavor.root_disk:
            raise MigrationImpossible(instance=instance.uuid, reason="its root disk would have to shrink")
        if target is machine and destination.flavor == source.flavor:
            raise MigrationImpossible(instance=instance.uuid, reason="it is there already")
        if target is not machine and destination.flavor.root_disk * 1024 > target.disk_left():
            needed = ResourceAmount(destination.flavor.root_disk)
            raise InsufficientResources(node=target.name, resource=ResourceClass("DISK_GB"), needed=needed)
        return target

    def _has_kept(self, machine: Machine, instance: Instance, migration: Migration) -> bool:
        return instance.uuid in machine.kept and machine.kept[instance.uuid][0] == migration.uuid

    def _uses_storage_of(self, machine: Machine, instance: Instance, migration: Migration) -> bool:
        target = self._hypervisor.machines.get(migration.destination.node)
        return instance.uuid in machine.guests or (target is not None and target.storage is machine.storage)
