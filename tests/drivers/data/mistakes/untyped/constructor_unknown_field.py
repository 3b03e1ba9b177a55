from complete import Complete

from virtapi.objects.power import InstanceInfo, PowerState


class Wrong(Complete):
    def get_info(self, call, instance):
        return InstanceInfo(state=PowerState.RUNNING, internal_id=3)  # D: call-unfit `InstanceInfo` does not take `internal_id`


class Right(Complete):
    def get_info(self, call, instance):
        return InstanceInfo(state=PowerState.RUNNING, hypervisor_id="3")
