from complete import Complete

from virtapi.host import Call
from virtapi.objects.instance import Instance
from virtapi.objects.power import InstanceInfo


class Wrong(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        print(instance["uuid"])  # D: use-unfit `Instance` has no items
        return super().get_info(call, instance)


class Right(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        print(instance.uuid)
        return super().get_info(call, instance)
