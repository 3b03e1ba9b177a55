from complete import Complete

from virtapi.exceptions import InstanceNotFound


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        raise InstanceNotFound(instance.name)  # D: call-unfit `InstanceNotFound`


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        raise InstanceNotFound(instance=instance.uuid)
