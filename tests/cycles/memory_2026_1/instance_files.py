"""Where the files of guests are, and what is left of them when they are gone."""

from uuid import uuid4

from tests.cycles.memory_2026_1.connected import Connected
from tests.cycles.memory_2026_1.handed_over import handed, is_readable
from tests.cycles.memory_2026_1.provision import let_go
from virtapi.capabilities import ResidueRemovable, SharedStorageCheckable
from virtapi.host import Call
from virtapi.objects.driver_data import DriverData
from virtapi.objects.instance import Instance


class InstanceFiles(Connected, SharedStorageCheckable, ResidueRemovable):
    """Marks the storage of machines, and cleans up on them."""

    def create_storage_probe(self, call: Call, instance: Instance, /) -> DriverData | None:
        for machine in self._own_machines():
            if instance.uuid in machine.storage.roots:
                mark = str(uuid4())
                machine.storage.marks.add(mark)
                return handed({"mark": mark})
        return None

    def find_storage_probe(self, call: Call, probe: DriverData, /) -> bool:
        machines = self._own_machines()
        return is_readable(probe) and any(probe.values.get("mark") in each.storage.marks for each in machines)

    def remove_storage_probe(self, call: Call, probe: DriverData, /) -> None:
        for machine in self._own_machines() if is_readable(probe) else ():
            machine.storage.marks.discard(str(probe.values.get("mark")))

    def delete_instance_files(self, call: Call, instance: Instance, /) -> bool:
        if self._find(instance.uuid) is not None:
            return False
        for machine in self._own_machines():
            machine.storage.roots.pop(instance.uuid, None)
        return True

    def clean_lingering_resources(self, call: Call, instance: Instance, /) -> bool:
        if self._find(instance.uuid) is not None:
            return False
        for machine in self._own_machines():
            machine.reserved.discard(instance.uuid)
            machine.expected.discard(instance.uuid)
            let_go(machine, instance.uuid)
        return True
