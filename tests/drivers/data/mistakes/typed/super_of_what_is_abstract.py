from complete import Complete

from virtapi.driver import ComputeDriver
from virtapi.host import Call
from virtapi.objects.instance import Instance
from virtapi.objects.power import InstanceInfo


class Kept(Complete):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        return super().get_info(call, instance)


class Base(ComputeDriver):
    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        return super().get_info(call, instance)  # D: super-unfit `super().get_info` is left to the driver


class Right(Complete, Base):
    pass
