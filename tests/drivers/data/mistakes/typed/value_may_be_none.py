from complete import Complete

from virtapi.host import Call
from virtapi.objects.instance import Instance
from virtapi.objects.power import InstanceInfo


class Wrong(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        print(instance.numa.cells)  # D: attribute-unknown may be `None`, which has no `cells`
        return super().get_info(call, instance)


class Right(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        if instance.numa is not None:
            print(instance.numa.cells)
        return super().get_info(call, instance)
