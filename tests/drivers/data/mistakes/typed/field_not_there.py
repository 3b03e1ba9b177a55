from complete import Complete

from virtapi.host import Call
from virtapi.objects.instance import Instance
from virtapi.objects.power import InstanceInfo, PowerState


class Wrong(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        return InstanceInfo(state=PowerState.RUNNING, mood=instance.mood)  # D: attribute-unknown `Instance` has no `mood`


class Right(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        return InstanceInfo(state=PowerState.RUNNING)
