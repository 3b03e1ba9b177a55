from complete import Complete

from virtapi.objects.power import InstanceInfo, PowerState


class Wrong(Complete):
    def get_info(self, call, instance):
        return PowerState.RUNNING  # D: return-unfit `get_info` returns `PowerState`


class Right(Complete):
    def get_info(self, call, instance):
        return InstanceInfo(state=PowerState.RUNNING)
