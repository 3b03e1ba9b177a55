from complete import Complete

from virtapi.host import Call
from virtapi.objects.instance import Instance
from virtapi.objects.power import InstanceInfo, PowerState


class Wrong(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo | None:  # D: override-type returns `InstanceInfo | None`
        return None


class Right(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        return InstanceInfo(state=PowerState.RUNNING)
