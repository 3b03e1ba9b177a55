"""How guests come and go."""

from tests.cycles.memory_2026_1.hypervisor import Guest, Machine
from tests.cycles.memory_2026_1.images import Images
from tests.cycles.memory_2026_1.provision import let_go
from tests.cycles.memory_2026_1.requirements import encryptions
from virtapi.capabilities import Evacuable, Rebuildable, SpawnPreparable
from virtapi.exceptions import InstanceExists, MigrationFailed
from virtapi.host import Call
from virtapi.objects.boot import BootPlan, Disposal, EvacuationPlan, RebuildPlan
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo


class Building(Images, SpawnPreparable, Rebuildable, Evacuable):
    """Makes guests from images and from disks that are there, and removes them."""

    def spawn(
        self,
        call: Call,
        instance: Instance,
        plan: BootPlan,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        self._build(call, instance, plan, None, networks=networks, disks=disks, devices=devices)

    def destroy(
        self,
        call: Call,
        instance: Instance,
        disposal: Disposal,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        if found := self._find(instance.uuid):
            self._halt(found[1])
        for machine in self._own_machines():
            if disposal.disks:
                machine.storage.roots.pop(instance.uuid, None)
            let_go(machine, instance.uuid)
            machine.guests.pop(instance.uuid, None)
            machine.reserved.discard(instance.uuid)
        if disposal.secrets:
            self._forget(call, [each.secret for each in encryptions(disks) if each.secret is not None])

    def prepare_spawn(self, call: Call, instance: Instance, /) -> None:
        machine = self._machine(instance.node)
        self._check_hardware(instance, DiskPlan())
        self._check_enabled(machine)
        self._check_disk_room(machine, instance)
        machine.reserved.add(instance.uuid)

    def clean_failed_spawn(self, call: Call, instance: Instance, /) -> None:
        for machine in self._own_machines():
            machine.reserved.discard(instance.uuid)

    def rebuild(
        self,
        call: Call,
        instance: Instance,
        plan: RebuildPlan,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        machine, guest = self._located(instance)
        self._check_count(instance, networks, disks)
        self._check_definition(machine, instance, disks)
        root = self._root(call, machine, instance, disks)
        self._halt(guest)
        machine.connected -= {each for each in machine.connected if each[0] == instance.uuid}
        self._read_keys(call, disks)
        self._host.detach_rebuild_volumes(call, instance, keep_root=not plan.reimage_root_volume)
        attached = self._host.attach_rebuild_volumes(call, instance)
        self._check_count(instance, networks, attached)
        self._check_definition(machine, instance, attached)
        self._check_start(machine, instance, attached, devices)
        self._plug(call, machine, instance, networks)
        machine.storage.roots[instance.uuid] = root
        guest.instance, guest.plan, guest.rescued, guest.deleted = instance, plan.boot, False, False
        self._redefine(machine, guest, networks, attached, devices)
        if plan.boot.power_on:
            self._start(call, guest)

    def is_on_disk(self, call: Call, instance: Instance, /) -> bool:
        return any(instance.uuid in machine.storage.roots for machine in self._own_machines())

    def evacuate(
        self,
        call: Call,
        instance: Instance,
        plan: EvacuationPlan,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        outlived = self._machine(instance.node).storage.roots.get(instance.uuid)
        if plan.keep_disks and outlived is None:
            raise MigrationFailed(instance=instance.uuid, details="its disks are not here")
        root = outlived if plan.keep_disks else None
        self._build(call, instance, plan.boot, root, networks=networks, disks=disks, devices=devices)

    def _build(
        self,
        call: Call,
        instance: Instance,
        plan: BootPlan,
        root: bytes | None,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        """Make a guest, from its image unless its root disk is there; leave nothing behind where that fails."""
        machine = self._machine(instance.node)
        if any(instance.uuid in each.kept for each in self._own_machines()):
            raise InstanceExists(instance=instance.uuid)
        self._check_new(instance)
        self._check_enabled(machine)
        self._check_count(instance, networks, disks)
        self._check_definition(machine, instance, disks)
        self._check_disk_room(machine, instance)
        self._check_start(machine, instance, disks, devices)
        data = root if root is not None else self._root(call, machine, instance, disks)
        self._read_keys(call, disks)
        secrets = self._make_keys(call, instance, disks)
        try:
            self._plug(call, machine, instance, networks)
        except BaseException:
            self._forget(call, secrets)
            raise
        machine.storage.roots[instance.uuid] = data
        machine.guests[instance.uuid] = Guest(
            instance=instance, host=self._host.name, plan=plan, disks=disks, devices=devices, vifs=[], volumes=[]
        )
        self._redefine(machine, machine.guests[instance.uuid], networks, disks, devices)
        machine.reserved.discard(instance.uuid)
        if plan.power_on:
            self._start(call, machine.guests[instance.uuid])

    def _check_new(self, instance: Instance) -> None:
        guests = [guest for machine in self._own_machines() for guest in machine.guests.values()]
        if any(instance.uuid == guest.instance.uuid or instance.name == guest.instance.name for guest in guests):
            raise InstanceExists(instance=instance.uuid)

    def _root(self, call: Call, machine: Machine, instance: Instance, disks: DiskPlan) -> bytes:
        """What is on a new root disk; nothing where the guest boots from a volume."""
        self._stop_if_cancelled(call)
        return b"" if disks.root is None else self._data_of(call, machine, instance, disks.root.image)
