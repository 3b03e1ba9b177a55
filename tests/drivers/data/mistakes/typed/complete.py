"""What every driver must do, done as briefly as possible: the mistakes inherit it."""

from collections.abc import Sequence

from virtapi.driver import ComputeDriver, DriverOptions
from virtapi.host import Call, HostServices
from virtapi.objects.boot import BootPlan, Disposal, Shutdown
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.objects.node import Node, NodeResources
from virtapi.objects.power import InstanceInfo, PowerState, RebootKind
from virtapi.units import InstanceUuid, NodeName


class Complete(ComputeDriver):
    def __init__(self, host: HostServices, options: DriverOptions, /) -> None:
        self._host = host

    def start(self, call: Call, /) -> None:
        pass

    def stop(self, call: Call, /) -> None:
        pass

    def list_nodes(self, call: Call, /) -> Sequence[Node]:
        return ()

    def get_resources(self, call: Call, node: NodeName, /) -> NodeResources:
        raise NotImplementedError

    def list_instances(self, call: Call, node: NodeName, /) -> frozenset[InstanceUuid]:
        return frozenset()

    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        return InstanceInfo(state=PowerState.RUNNING)

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
        pass

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
        pass

    def power_on(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        pass

    def power_off(self, call: Call, instance: Instance, shutdown: Shutdown, /) -> None:
        pass

    def reboot(
        self,
        call: Call,
        instance: Instance,
        kind: RebootKind,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
        shutdown: Shutdown,
    ) -> None:
        pass
