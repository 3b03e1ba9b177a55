from complete import Complete

from virtapi.host import Call
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo


class Wrong(Complete):
    def power_on(  # D: override-signature calls `networks` `network_info`
        self, call: Call, instance: Instance, /, *, network_info: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        pass


class Right(Complete):
    def power_on(
        self, the_call: Call, guest: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        pass
