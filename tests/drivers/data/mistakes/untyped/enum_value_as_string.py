from complete import Complete

from virtapi.objects.power import InstanceInfo


class Wrong(Complete):
    def get_info(self, call, instance):
        return InstanceInfo(state="running")  # D: call-unfit `InstanceInfo` takes `PowerState` as `state`


class Right(Complete):
    def get_info(self, call, instance):
        from virtapi.objects.power import PowerState

        return InstanceInfo(state=PowerState("running"))
