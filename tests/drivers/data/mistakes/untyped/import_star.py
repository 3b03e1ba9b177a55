from complete import Complete

from virtapi.objects.power import *


class Wrong(Complete):
    def get_info(self, call, instance):
        return InstanceInfo(state=PowerState.ASLEEP)  # D: attribute-unknown `PowerState` has no `ASLEEP`


class Right(Complete):
    def get_info(self, call, instance):
        return InstanceInfo(state=PowerState.CRASHED)
