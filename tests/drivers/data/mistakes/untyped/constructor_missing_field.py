from complete import Complete

from virtapi.objects.power import InstanceInfo


class Wrong(Complete):
    def get_info(self, call, instance):
        return InstanceInfo(hypervisor_id="3")  # D: call-unfit `InstanceInfo` asks for `state`


class Right(Complete):
    def get_info(self, call, instance):
        from virtapi.objects.power import PowerState

        return InstanceInfo(state=PowerState.RUNNING, hypervisor_id="3")
