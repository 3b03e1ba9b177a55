from dataclasses import replace

from complete import Complete

from virtapi.objects.power import InstanceInfo, PowerState


class Wrong(Complete):
    def get_info(self, call, instance):
        info = InstanceInfo(state=PowerState.RUNNING)
        info.state = PowerState.PAUSED  # D: attribute-unknown `state` of `InstanceInfo` is read-only
        return info


class Right(Complete):
    def get_info(self, call, instance):
        return replace(InstanceInfo(state=PowerState.RUNNING), state=PowerState.PAUSED)
