from complete import Complete

from virtapi.objects.power import InstanceInfo, PowerState


class Wrong(Complete):
    def get_info(self, call, instance):
        return InstanceInfo(power_state=PowerState.RUNNING)  # D: call-unfit `InstanceInfo`


class Right(Complete):
    def get_info(self, call, instance):
        return InstanceInfo(state=PowerState.RUNNING)
