from complete import Complete

from virtapi.exceptions import InstanceNotFound


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        raise InstanceNotFound(instance=instance)  # D: call-unfit takes `InstanceUuid` as `instance`


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        raise InstanceNotFound(instance=instance.uuid) from None
