from typing import Any

from complete import Complete

from virtapi.host import Call
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo


class _Mine(NetworkInfo):
    pass


class Wrong(Complete):
    def power_on(self, call: Call, instance: Instance, /, *, networks: _Mine, disks: DiskPlan, devices: DevicePlan) -> None:  # D: override-type `power_on` takes less
        pass


class Right(Complete):
    def power_on(self, call: Call, instance: Instance, /, *, networks: object, disks: Any, devices: DevicePlan | None) -> None:
        pass
