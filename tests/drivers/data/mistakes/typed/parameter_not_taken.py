from complete import Complete

from virtapi.host import Call
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.objects.device import DevicePlan


class Wrong(Complete):
    def power_on(self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan) -> None:  # D: override-signature `power_on` does not take `devices`
        pass


class Right(Complete):
    def power_on(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        pass
