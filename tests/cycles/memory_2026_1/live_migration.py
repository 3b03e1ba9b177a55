"""How a guest moves to another machine while it runs: the core, and how that is brought to an end sooner."""

from dataclasses import replace

from tests.cycles.memory_2026_1.building import Building
from tests.cycles.memory_2026_1.handed_over import handed, is_readable
from tests.cycles.memory_2026_1.hypervisor import Guest, Machine, Move
from tests.cycles.memory_2026_1.requirements import pci_addresses
from virtapi.capabilities import LiveMigratable, LiveMigrationAbortable, LiveMigrationForceable
from virtapi.events import LifecycleKind
from virtapi.exceptions import HardwareNotSupported, MigrationImpossible, MigrationNotRunning
from virtapi.host import Call
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.driver_data import DriverData
from virtapi.objects.instance import Instance
from virtapi.objects.live_migration import DiskTransfer, LiveMigrationFailure, LiveMigrationPlan
from virtapi.objects.migration import MigrationProgress, Transfer
from virtapi.objects.network import NetworkInfo
from virtapi.objects.power import PowerState
from virtapi.units import Bytes, HostName

ROUNDS = 3
"""How often the memory of a guest is copied until what has changed meanwhile is little enough."""
MOST_ROUNDS = 20


class LiveMigrations(Building, LiveMigratable, LiveMigrationAbortable, LiveMigrationForceable):
    """Moves guests round by round; after each, the host is told how far it is and may abort or force it."""

    def check_migration_destination(
        self, call: Call, instance: Instance, plan: LiveMigrationPlan, /, *, disks: DiskPlan
    ) -> DriverData:
        machine = self._machine(plan.migration.destination.node)
        self._check_hardware(instance, disks)
        if instance.processor_model is not None and instance.processor_model.model != machine.processor:
            reason = f"it has processors of the model {instance.processor_model.model}"
            raise HardwareNotSupported(instance=instance.uuid, reason=reason)
        self._check_connections(disks)
        if instance.uuid in machine.guests:
            raise MigrationImpossible(instance=instance.uuid, reason="it is there already")
        self._check_open(machine, instance)
        mark = f"{plan.migration.uuid}"
        machine.storage.marks.add(mark)
        return handed({"mark": mark})

    def check_migration_source(
        self, call: Call, instance: Instance, plan: LiveMigrationPlan, data: DriverData, /, *, disks: DiskPlan
    ) -> DriverData:
        machine, guest = self._located(instance)
        self._check_readable(instance, data)
        shared = data.values.get("mark") in machine.storage.marks
        if (shared and plan.disk_transfer is DiskTransfer.COPY) or (
            not shared and plan.disk_transfer is DiskTransfer.SHARE
        ):
            reason = "its disks are on both nodes" if shared else "its disks are on one node"
            raise MigrationImpossible(instance=instance.uuid, reason=reason)
        if not all(each.live_migratable for each in guest.devices.pci):
            raise MigrationImpossible(instance=instance.uuid, reason="it has a device that cannot move")
        return replace(
            data, values={**data.values, "copy": not shared, "chosen": plan.disk_transfer is DiskTransfer.CHOOSE}
        )

    def prepare_live_migration(
        self,
        call: Call,
        instance: Instance,
        plan: LiveMigrationPlan,
        data: DriverData,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> DriverData:
        machine = self._machine(plan.migration.destination.node)
        self._check_readable(instance, data)
        self._check_open(machine, instance)
        self._check_count(instance, networks, disks)
        self._check_definition(machine, instance, disks)
        self._check_start(machine, instance, disks, devices)
        self._stop_if_cancelled(call)
        self._read_keys(call, disks)
        self._plug(call, machine, instance, networks)
        machine.connected |= {(instance.uuid, volume.volume) for volume in disks.volumes}
        machine.expected.add(instance.uuid)
        return data

    def live_migrate(self, call: Call, instance: Instance, plan: LiveMigrationPlan, data: DriverData, /) -> None:
        machine, guest = self._located(instance)
        self._require(guest, PowerState.RUNNING, PowerState.PAUSED)
        self._check_readable(instance, data)
        target = self._hypervisor.machines.get(plan.migration.destination.node)
        if target is None or target is machine or instance.uuid not in target.expected or guest.move is not None:
            raise MigrationImpossible(instance=instance.uuid, reason="the hypervisors refuse")
        guest.move = Move(left=ROUNDS)
        try:
            failure = self._copy(call, machine, target, guest, guest.move)
        finally:
            guest.move = None
        if failure is not None:
            self._host.live_migration_failed(call, instance, data, failure=failure)
            return
        self._hand_over(machine, target, guest, plan.migration.destination.host)
        self._host.live_migration_succeeded(call, instance, data)

    def abort_live_migration(self, call: Call, instance: Instance, /) -> None:
        self._moving(instance).aborted = True

    def force_live_migration(self, call: Call, instance: Instance, /) -> None:
        self._moving(instance).forced = True

    def _copy(
        self, call: Call, machine: Machine, target: Machine, guest: Guest, move: Move
    ) -> LiveMigrationFailure | None:
        """Copy the memory of a guest until it can go over; why it cannot, where it cannot."""
        total = guest.instance.flavor.memory * 2**20
        for copied in range(1, MOST_ROUNDS + 1):
            if move.aborted or call.cancelled():
                return LiveMigrationFailure.ABORTED
            if (machine.name, target.name) in self._hypervisor.faults.cut:
                return LiveMigrationFailure.FAILED
            if move.left == 0:
                return None
            if move.forced or guest.instance.uuid not in self._hypervisor.faults.busy:
                move.left -= 1
            memory = Transfer(
                total=Bytes(total), processed=Bytes(total * copied), remaining=Bytes(total * move.left // ROUNDS)
            )
            self._host.report_migration_progress(call, guest.instance, MigrationProgress(memory=memory))
        return LiveMigrationFailure.FAILED

    def _hand_over(self, machine: Machine, target: Machine, guest: Guest, host: HostName) -> None:
        """Let a guest run on the other machine. What the machine has connected for it, it keeps until it is told."""
        uuid = guest.instance.uuid
        self._hypervisor.change(machine, guest, guest.state, LifecycleKind.MIGRATION_COMPLETED)
        target.storage.roots[uuid] = machine.storage.roots.get(uuid, b"")
        target.guests[uuid] = machine.guests.pop(uuid)
        target.expected.discard(uuid)
        guest.host, guest.instance = host, replace(guest.instance, node=target.name, host=host)

    def _moving(self, instance: Instance) -> Move:
        guest = self._guest(instance)
        if guest.move is None:
            raise MigrationNotRunning(instance=instance.uuid)
        return guest.move

    def _check_open(self, machine: Machine, instance: Instance) -> None:
        if not machine.on or not machine.enabled or machine.maintained:
            raise MigrationImpossible(instance=instance.uuid, reason=f"node {machine.name} takes no guests")

    def _check_readable(self, instance: Instance, data: DriverData) -> None:
        if not is_readable(data):
            reason = f"nobody here reads version {data.version} of {data.owner}"
            raise MigrationImpossible(instance=instance.uuid, reason=reason)

    def _check_claimed(self, machine: Machine, instance: Instance, devices: DevicePlan) -> None:
        for address in pci_addresses(devices):
            if address not in machine.pci:
                raise MigrationImpossible(instance=instance.uuid, reason="a device of the claim is not there")
