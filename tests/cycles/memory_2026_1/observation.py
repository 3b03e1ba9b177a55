"""What can be told of guests and of machines."""

from tests.cycles.memory_2026_1.connected import Connected
from tests.cycles.memory_2026_1.hypervisor import IN_MEMORY
from virtapi.capabilities import Diagnosable, ProcessorTimesReportable, UptimeReportable
from virtapi.host import Call
from virtapi.objects.diagnostics import (
    Diagnostics,
    DiskDiagnostics,
    InterfaceDiagnostics,
    MemoryDiagnostics,
    ProcessorDiagnostics,
)
from virtapi.objects.instance import Instance
from virtapi.objects.node import Node, NodeResources
from virtapi.objects.power import InstanceInfo, PowerState
from virtapi.objects.statistics import NodeUptime, ProcessorTimes
from virtapi.units import (
    Count,
    GiB,
    InstanceUuid,
    MiB,
    Nanoseconds,
    NodeName,
    ProcessorIndex,
    Processors,
    Seconds,
)


class Observation(Connected, Diagnosable, UptimeReportable, ProcessorTimesReportable):
    """Counts what guests take up; in memory no time passes, so that what is counted over time stays 0."""

    def get_resources(self, call: Call, node: NodeName, /) -> NodeResources:
        machine = self._machine(node)
        guests = machine.guests.values()
        return NodeResources(
            node=Node(name=machine.name, uuid=machine.uuid),
            hypervisor="memory",
            hypervisor_version="1",
            processors=machine.processors,
            processors_used=Processors(sum(each.instance.flavor.processors for each in guests)),
            memory=machine.memory,
            memory_used=MiB(machine.memory - machine.memory_left()),
            disk=GiB(machine.disk // 1024),
            disk_used=GiB(-(-(machine.disk - machine.disk_left()) // 1024)),
            running=Count(sum(each.state is PowerState.RUNNING for each in guests)),
        )

    def list_instances(self, call: Call, node: NodeName, /) -> frozenset[InstanceUuid]:
        guests = self._machine(node).guests
        return frozenset(uuid for uuid, guest in guests.items() if guest.host == self._host.name)

    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        guest = self._guest(instance)
        return InstanceInfo(state=guest.state, hypervisor_id=guest.instance.name)

    def get_diagnostics(self, call: Call, instance: Instance, /) -> Diagnostics:
        guest = self._guest(instance)
        self._require(guest, *IN_MEMORY)
        flavor = guest.instance.flavor
        return Diagnostics(
            state=guest.state,
            uptime=Seconds(0),
            config_drive=guest.plan.config_drive is not None,
            memory=MemoryDiagnostics(most=flavor.memory, used=flavor.memory),
            processors=[ProcessorDiagnostics(id=ProcessorIndex(number)) for number in range(flavor.processors)],
            interfaces=[InterfaceDiagnostics(mac=vif.mac) for vif in guest.vifs],
            disks=[DiskDiagnostics(device=volume.device) for volume in guest.volumes],
        )

    def get_node_uptime(self, call: Call, node: NodeName, /) -> NodeUptime:
        self._machine(node)
        return NodeUptime(uptime=Seconds(0))

    def get_processor_times(self, call: Call, node: NodeName, /) -> ProcessorTimes:
        self._machine(node)
        none = Nanoseconds(0)
        return ProcessorTimes(user=none, kernel=none, idle=none, waiting=none)
