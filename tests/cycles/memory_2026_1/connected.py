"""What all of the driver's abilities have in common: the connection to the hypervisor, and what is looked up there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar
from uuid import uuid4

from tests.cycles.memory_2026_1.hypervisor import IN_MEMORY, Guest, Hypervisor, Machine, connect
from virtapi.driver import ComputeDriver, DriverOptions
from virtapi.events import CapabilitiesChanged, LifecycleEvent, LifecycleKind
from virtapi.exceptions import (
    CallCancelled,
    HypervisorUnavailable,
    InstanceNotFound,
    InvalidPowerState,
    NodeNotFound,
    PowerOffFailed,
)
from virtapi.flags import Capability
from virtapi.host import Call, HostServices
from virtapi.objects.instance import Instance
from virtapi.objects.node import Node
from virtapi.objects.power import PowerState
from virtapi.units import InstanceUuid, NodeName

NODE = NodeName("memory")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryOptions(DriverOptions):
    """Which of the imagined machines the driver looks after."""

    hypervisor: str = "default"
    nodes: frozenset[NodeName] = frozenset({NODE})


class Connected(ComputeDriver):
    """A driver that is connected to its hypervisor between `start` and `stop`."""

    OPTIONS: ClassVar[type[DriverOptions]] = MemoryOptions

    def __init__(self, host: HostServices, options: DriverOptions, /) -> None:
        if not isinstance(options, MemoryOptions):
            raise TypeError(f"the options are {type(options).__name__}")
        self._host = host
        self._options = options
        self._connection: Hypervisor | None = None
        self._watch = str(uuid4())
        self._lacks = frozenset[Capability]()

    def start(self, call: Call, /) -> None:
        if self._connection is not None:
            return
        hypervisor = connect(self._options.hypervisor)
        if hypervisor.faults.unreachable:
            raise HypervisorUnavailable
        self._connection, self._lacks = hypervisor, hypervisor.lacks
        hypervisor.watchers[self._watch] = (self._options.nodes, self._tell, self._lose)

    def stop(self, call: Call, /) -> None:
        if self._connection is not None:
            self._connection.watchers.pop(self._watch, None)
        self._connection = None

    def capabilities(self) -> frozenset[Capability]:
        return super().capabilities() - self._lacks

    def list_nodes(self, call: Call, /) -> Sequence[Node]:
        machines = self._hypervisor.machines
        return [Node(name=name, uuid=machines[name].uuid) for name in sorted(self._options.nodes & machines.keys())]

    @property
    def _hypervisor(self) -> Hypervisor:
        if self._connection is None or self._connection.faults.unreachable:
            raise HypervisorUnavailable
        return self._connection

    def _machine(self, node: NodeName) -> Machine:
        machines = self._hypervisor.machines
        if node not in self._options.nodes or node not in machines:
            raise NodeNotFound(node=node)
        return machines[node]

    def _own_machines(self) -> list[Machine]:
        machines = self._hypervisor.machines
        return [machines[name] for name in sorted(self._options.nodes & machines.keys())]

    def _find(self, instance: InstanceUuid) -> tuple[Machine, Guest] | None:
        found = ((machine, machine.guests[instance]) for machine in self._own_machines() if instance in machine.guests)
        return next((each for each in found if each[1].host == self._host.name), None)

    def _located(self, instance: Instance) -> tuple[Machine, Guest]:
        found = self._find(instance.uuid)
        if found is None:
            raise InstanceNotFound(instance=instance.uuid)
        return found

    def _guest(self, instance: Instance) -> Guest:
        return self._located(instance)[1]

    def _set(self, instance: Instance, state: PowerState, kind: LifecycleKind) -> None:
        machine, guest = self._located(instance)
        self._hypervisor.change(machine, guest, state, kind)

    def _move(self, instance: Instance, before: PowerState, after: PowerState, kind: LifecycleKind) -> None:
        """Let a guest go from one state to another, unless it is in the other already."""
        state = self._guest(instance).state
        if state is before:
            self._set(instance, after, kind)
        elif state is not after:
            raise InvalidPowerState(instance=instance.uuid, state=state)

    def _require(self, guest: Guest, *states: PowerState) -> None:
        if guest.state not in states:
            raise InvalidPowerState(instance=guest.instance.uuid, state=guest.state)

    def _halt(self, guest: Guest) -> None:
        """Stop a guest, whatever it does."""
        if guest.state is PowerState.SHUT_DOWN:
            return
        self._check_stoppable(guest)
        machine, _ = self._located(guest.instance)
        for console in [each for each in machine.consoles if each[0] == guest.instance.uuid]:
            del machine.consoles[console]
        self._set(guest.instance, PowerState.SHUT_DOWN, LifecycleKind.STOPPED)

    def _check_stoppable(self, guest: Guest) -> None:
        if guest.state in IN_MEMORY and guest.instance.uuid in self._hypervisor.faults.stubborn:
            raise PowerOffFailed(instance=guest.instance.uuid)

    def _stop_if_cancelled(self, call: Call) -> None:
        if call.cancelled():
            raise CallCancelled

    def _tell(self, instance: InstanceUuid, kind: LifecycleKind) -> None:
        event = LifecycleEvent(occurred=datetime.now(UTC), instance=instance, kind=kind)
        self._host.emit(self._host.background, event)

    def _lose(self, lacks: frozenset[Capability]) -> None:
        self._lacks = lacks
        self._host.emit(self._host.background, CapabilitiesChanged(occurred=datetime.now(UTC)))
