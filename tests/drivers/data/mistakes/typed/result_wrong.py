from complete import Complete

from virtapi.host import Call
from virtapi.objects.instance import Instance
from virtapi.objects.power import InstanceInfo, PowerState


class Wrong(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        return PowerState.RUNNING  # D: return-unfit `get_info` returns `PowerState` where the release says `InstanceInfo`


class Right(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        return InstanceInfo(state=PowerState.RUNNING)
