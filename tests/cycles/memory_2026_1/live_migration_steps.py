"""What is left to be done on either side for a guest that moves while it runs."""

from tests.cycles.memory_2026_1.handed_over import is_readable
from tests.cycles.memory_2026_1.hypervisor import Guest, Machine
from tests.cycles.memory_2026_1.live_migration import LiveMigrations
from tests.cycles.memory_2026_1.provision import let_go
from tests.cycles.memory_2026_1.requirements import pci_addresses
from virtapi.capabilities import (
    LiveMigrationCheckCleanable,
    LiveMigrationFinishable,
    LiveMigrationRevertible,
    MigrationClaimUsable,
    MigrationSourceDisconnectable,
    MigrationSourceRestorable,
)
from virtapi.host import Call
from virtapi.objects.boot import Disposal
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.driver_data import DriverData
from virtapi.objects.instance import Instance
from virtapi.objects.live_migration import LiveMigrationPlan
from virtapi.objects.migration import MigrationClaim
from virtapi.objects.network import NetworkInfo


class LiveMigrationSteps(
    LiveMigrations,
    LiveMigrationCheckCleanable,
    MigrationClaimUsable,
    LiveMigrationFinishable,
    LiveMigrationRevertible,
    MigrationSourceDisconnectable,
    MigrationSourceRestorable,
):
    """Cleans up on the machine that a guest has left, or did not come to."""

    def clean_migration_check(self, call: Call, data: DriverData, /) -> None:
        for machine in self._own_machines() if is_readable(data) else ():
            machine.storage.marks.discard(str(data.values.get("mark")))

    def check_migration_claim(
        self, call: Call, instance: Instance, plan: LiveMigrationPlan, data: DriverData, claim: MigrationClaim, /
    ) -> DriverData:
        machine = self._machine(plan.migration.destination.node)
        self._check_readable(instance, data)
        self._check_claimed(machine, instance, claim.devices)
        machine.reserved.add(instance.uuid)
        return data

    def finish_live_migration(
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
    ) -> None:
        machine, guest = self._restored(call, instance, networks, devices)
        self._redefine(machine, guest, networks, disks, devices)
        machine.reserved.discard(instance.uuid)

    def roll_back_live_migration(
        self,
        call: Call,
        instance: Instance,
        plan: LiveMigrationPlan,
        data: DriverData,
        disposal: Disposal,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        for machine in self._own_machines():
            if machine.name == plan.migration.destination.node and instance.uuid not in machine.guests:
                machine.expected.discard(instance.uuid)
                machine.reserved.discard(instance.uuid)
                let_go(machine, instance.uuid)
                if goes(disposal, data):
                    machine.storage.roots.pop(instance.uuid, None)

    def disconnect_migrated_volumes(
        self, call: Call, instance: Instance, data: DriverData, /, *, disks: DiskPlan
    ) -> None:
        for machine in self._own_machines():
            if instance.uuid not in machine.guests:
                machine.connected -= {(instance.uuid, volume.volume) for volume in disks.volumes}

    def disconnect_migrated_networks(self, call: Call, instance: Instance, /, *, networks: NetworkInfo) -> None:
        for machine in self._own_machines():
            if instance.uuid not in machine.guests:
                machine.plugged -= {(instance.uuid, vif.id) for vif in networks.vifs}

    def clean_migration_source(self, call: Call, instance: Instance, data: DriverData, disposal: Disposal, /) -> None:
        for machine in self._own_machines():
            if instance.uuid not in machine.guests:
                let_go(machine, instance.uuid)
                if goes(disposal, data):
                    machine.storage.roots.pop(instance.uuid, None)

    def restore_migration_source(
        self, call: Call, instance: Instance, data: DriverData, /, *, networks: NetworkInfo, devices: DevicePlan
    ) -> None:
        _, guest = self._restored(call, instance, networks, devices)
        guest.vifs, guest.devices = list(networks.vifs), devices

    def _restored(
        self, call: Call, instance: Instance, networks: NetworkInfo, devices: DevicePlan
    ) -> tuple[Machine, Guest]:
        """A guest that has stayed or come, with its interfaces plugged; its devices are there as well."""
        machine, guest = self._located(instance)
        self._stop_if_cancelled(call)
        for address in pci_addresses(devices):
            self._check_device(machine, instance, address)
        self._plug(call, machine, instance, networks)
        return machine, guest


def goes(disposal: Disposal, data: DriverData) -> bool:
    """Whether the disks on this machine are removed: those that both sides share are not, nor those of which it is not
    known.
    """
    if not is_readable(data):
        return False
    return data.values.get("copy") is True if data.values.get("chosen") else disposal.disks
