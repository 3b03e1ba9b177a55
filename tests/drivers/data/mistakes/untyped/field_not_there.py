from complete import Complete

from virtapi.objects.power import InstanceInfo, PowerState


class Wrong(Complete):
    def get_info(self, call, instance):
        instance.mood  # D: attribute-unknown `Instance` has no `mood`
        return InstanceInfo(state=PowerState.RUNNING)


class Right(Complete):
    def get_info(self, call, instance):
        return InstanceInfo(state=PowerState.RUNNING)
