from complete import Complete

from virtapi.objects.power import InstanceInfo, PowerState


class Wrong(Complete):
    def get_info(self, call, instance):  # D: return-unfit `get_info` does not return what the release says
        if not call.cancelled():
            return InstanceInfo(state=PowerState.RUNNING)


class Right(Complete):
    def get_info(self, call, instance):
        state = PowerState.SHUT_DOWN if call.cancelled() else PowerState.RUNNING
        return InstanceInfo(state=state)
