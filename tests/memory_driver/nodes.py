"""What can be done with a machine."""

from tests.memory_driver.hypervisor import IN_MEMORY, Guest, Machine
from tests.memory_driver.power import Power
from tests.memory_driver.provision import let_go
from virtapi.capabilities import HostEnableable, HostMaintainable, HostPowerControllable, NodeRetirable
from virtapi.events import LifecycleKind
from virtapi.exceptions import CallCancelled, InsufficientResources, NotSupported
from virtapi.host import Call
from virtapi.objects.power import PowerState
from virtapi.objects.statistics import HostPowerAction
from virtapi.units import NodeName, ProviderUuid, ResourceAmount, ResourceClass


class Nodes(Power, HostPowerControllable, HostMaintainable, HostEnableable, NodeRetirable):
    """Switches machines off, and keeps guests from them; a machine that is off is switched on by hand."""

    def set_host_power(self, call: Call, node: NodeName, action: HostPowerAction, /) -> None:
        machine = self._machine(node)
        if action is HostPowerAction.STARTUP and not machine.on:
            raise NotSupported(operation="HostPowerControllable.set_host_power", details="nobody is there to do it")
        if action is HostPowerAction.STARTUP or (action is HostPowerAction.SHUTDOWN and not machine.on):
            return
        machine.on = action is HostPowerAction.REBOOT
        machine.boots += action is HostPowerAction.REBOOT
        for guest in list(machine.guests.values()):
            if guest.state in IN_MEMORY:
                self._hypervisor.change(machine, guest, PowerState.SHUT_DOWN, LifecycleKind.STOPPED)

    def enter_maintenance(self, call: Call, node: NodeName, /) -> None:
        machine = self._machine(node)
        if machine.maintained:
            return
        self._host.set_provider_enabled(call, ProviderUuid(machine.uuid), enabled=False)
        machine.maintained = True
        for guest in [each for each in machine.guests.values() if each.state in IN_MEMORY]:
            if call.cancelled():
                self.leave_maintenance(call, node)
                raise CallCancelled
            if not self._move_away(machine, guest):
                self.leave_maintenance(call, node)
                needed = ResourceAmount(guest.instance.flavor.memory)
                raise InsufficientResources(node=node, resource=ResourceClass("MEMORY_MB"), needed=needed)

    def leave_maintenance(self, call: Call, node: NodeName, /) -> None:
        machine = self._machine(node)
        if machine.maintained:
            self._host.set_provider_enabled(call, ProviderUuid(machine.uuid), enabled=True)
            machine.maintained = False

    def enable_host(self, call: Call, node: NodeName, /) -> None:
        self._machine(node).enabled = True

    def disable_host(self, call: Call, node: NodeName, /) -> None:
        self._machine(node).enabled = False

    def is_node_retired(self, call: Call, node: NodeName, /) -> bool:
        return node in self._hypervisor.retired

    def _move_away(self, machine: Machine, guest: Guest) -> bool:
        """Let a guest run on another machine of this driver, with all that it has."""
        uuid, memory = guest.instance.uuid, guest.instance.flavor.memory
        fit = (
            each
            for each in self._own_machines()
            if each is not machine and each.on and each.enabled and not each.maintained and memory <= each.memory_left()
        )
        target = next(fit, None)
        if target is None:
            return False
        target.guests[uuid] = machine.guests.pop(uuid)
        target.storage.roots[uuid] = machine.storage.roots.get(uuid, b"")
        target.plugged |= {each for each in machine.plugged if each[0] == uuid}
        target.connected |= {each for each in machine.connected if each[0] == uuid}
        let_go(machine, uuid)
        return True
