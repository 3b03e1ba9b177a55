"""What can be done with a machine."""

from tests.cycles.memory_2026_1.hypervisor import IN_MEMORY, Guest, Machine
from tests.cycles.memory_2026_1.power import Power
from tests.cycles.memory_2026_1.provision import let_go
from tests.cycles.memory_2026_1.requirements import MEMORY
from virtapi.capabilities import NodeEnableable, NodeMaintainable, NodePowerControllable, NodeRetirable
from virtapi.events import LifecycleKind
from virtapi.exceptions import InsufficientResources, NotSupported, VirtDriverError
from virtapi.host import Call
from virtapi.objects.power import PowerState
from virtapi.objects.statistics import NodePowerAction
from virtapi.units import NodeName, ProviderUuid, ResourceAmount


class Nodes(Power, NodePowerControllable, NodeMaintainable, NodeEnableable, NodeRetirable):
    """Switches machines off, and keeps guests from them; a machine that is off is switched on by hand."""

    def set_node_power(self, call: Call, node: NodeName, action: NodePowerAction, /) -> None:
        machine = self._machine(node)
        if action is NodePowerAction.STARTUP and not machine.on:
            raise NotSupported(operation="NodePowerControllable.set_node_power", details="nobody is there to do it")
        if action is NodePowerAction.STARTUP or (action is NodePowerAction.SHUTDOWN and not machine.on):
            return
        running = [guest for guest in machine.guests.values() if guest.state in IN_MEMORY]
        for guest in running:
            self._check_stoppable(guest)
        machine.on = action is NodePowerAction.REBOOT
        machine.boots += action is NodePowerAction.REBOOT
        for guest in running:
            self._hypervisor.change(machine, guest, PowerState.SHUT_DOWN, LifecycleKind.STOPPED)

    def enter_maintenance(self, call: Call, node: NodeName, /) -> None:
        machine = self._machine(node)
        if machine.maintained:
            return
        self._host.set_provider_enabled(call, ProviderUuid(machine.uuid), enabled=False)
        machine.maintained = True
        for guest in [each for each in machine.guests.values() if each.state in IN_MEMORY]:
            try:
                self._stop_if_cancelled(call)
                self._check_stoppable(guest)
                self._move_away(machine, guest)
            except VirtDriverError:
                self.leave_maintenance(call, node)
                raise

    def leave_maintenance(self, call: Call, node: NodeName, /) -> None:
        machine = self._machine(node)
        if machine.maintained:
            self._host.set_provider_enabled(call, ProviderUuid(machine.uuid), enabled=True)
            machine.maintained = False

    def enable_node(self, call: Call, node: NodeName, /) -> None:
        self._machine(node).enabled = True

    def disable_node(self, call: Call, node: NodeName, /) -> None:
        self._machine(node).enabled = False

    def is_node_retired(self, call: Call, node: NodeName, /) -> bool:
        return node in self._hypervisor.retired

    def _move_away(self, machine: Machine, guest: Guest) -> None:
        """Stop a guest, and let it run on another machine of this driver, with all that it has."""
        uuid, memory = guest.instance.uuid, guest.instance.flavor.memory
        fit = (
            each
            for each in self._own_machines()
            if each is not machine and each.on and each.enabled and not each.maintained and memory <= each.memory_left()
        )
        target = next(fit, None)
        if target is None:
            raise InsufficientResources(node=machine.name, resource=MEMORY, needed=ResourceAmount(memory))
        target.guests[uuid] = machine.guests.pop(uuid)
        target.storage.roots[uuid] = machine.storage.roots.get(uuid, b"")
        target.plugged |= {each for each in machine.plugged if each[0] == uuid}
        target.connected |= {each for each in machine.connected if each[0] == uuid}
        let_go(machine, uuid)
