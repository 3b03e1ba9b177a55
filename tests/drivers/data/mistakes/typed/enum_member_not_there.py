from complete import Complete

from virtapi.host import Call
from virtapi.objects.instance import Instance
from virtapi.objects.power import InstanceInfo, PowerState


class Wrong(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        return InstanceInfo(state=PowerState.SLEEPING)  # D: attribute-unknown `PowerState` has no `SLEEPING` in 2026.1


class Right(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        return InstanceInfo(state=PowerState.PAUSED)
