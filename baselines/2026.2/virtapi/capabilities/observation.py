# Produced from observation.pyi by `virtapi runtime`; not to be edited.
"""What can be told of a guest and of a node beside what every driver tells."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from virtapi.ability import Ability
from virtapi.contract import capability, concurrent, driver_interface, raises
from virtapi.exceptions import InstanceNotFound, InvalidPowerState, NodeNotFound
from virtapi.flags import Capability

if TYPE_CHECKING:
    from virtapi.host import Call
    from virtapi.objects.diagnostics import Diagnostics
    from virtapi.objects.instance import Instance
    from virtapi.objects.statistics import NodeUptime, ProcessorTimes
    from virtapi.units import NodeName

__all__ = ["Diagnosable", "ProcessorTimesReportable", "UptimeReportable"]


@driver_interface
@capability(Capability.DIAGNOSTICS)
class Diagnosable(Ability):
    """The driver can tell what a guest's processors, memory, disks and interfaces have done."""

    @abstractmethod
    @raises(InstanceNotFound, InvalidPowerState)
    @concurrent
    def get_diagnostics(self, call: Call, instance: Instance, /) -> Diagnostics:
        """Tell what the hypervisor has counted of a guest.

        Args:
            call: the call that the driver works for.
            instance: the instance.
        Returns:
            The figures of this moment; what the hypervisor does not count is None.
        Raises:
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest does not run, so that nothing is counted.
        State: nothing is changed.
        Repeats: asks again.
        """


@driver_interface
@capability(Capability.NODE_UPTIME)
class UptimeReportable(Ability):
    """The driver can tell how long a node runs."""

    @abstractmethod
    @raises(NodeNotFound)
    def get_node_uptime(self, call: Call, node: NodeName, /) -> NodeUptime:
        """Tell how long the operating system of a node runs, and how much there is to do.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
        Returns:
            The figures of this moment.
        Raises:
            NodeNotFound: the driver manages no node of this name.
        State: nothing is changed.
        Repeats: asks again.
        """


@driver_interface
@capability(Capability.NODE_PROCESSOR_TIMES)
class ProcessorTimesReportable(Ability):
    """The driver can tell what a node's processors spend their time on."""

    @abstractmethod
    @raises(NodeNotFound)
    def get_processor_times(self, call: Call, node: NodeName, /) -> ProcessorTimes:
        """Tell what the processors of a node have spent their time on since it was started.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
        Returns:
            What was counted until now; who wants to know of a while asks twice.
        Raises:
            NodeNotFound: the driver manages no node of this name.
        State: nothing is changed.
        Repeats: asks again.
        """
