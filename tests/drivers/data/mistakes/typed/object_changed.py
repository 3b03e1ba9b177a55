from dataclasses import replace

from complete import Complete

from virtapi.host import Call
from virtapi.objects.instance import Instance
from virtapi.objects.power import InstanceInfo, PowerState


class Wrong(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        info = InstanceInfo(state=PowerState.RUNNING)
        info.state = PowerState.PAUSED  # D: attribute-unknown `state` of `InstanceInfo` is read-only
        return info


class Right(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        return replace(InstanceInfo(state=PowerState.RUNNING), state=PowerState.PAUSED)
