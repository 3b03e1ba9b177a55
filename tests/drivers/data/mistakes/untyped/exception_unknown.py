from complete import Complete

from virtapi import exceptions


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        raise exceptions.InstanceLost()  # D: import-missing no `InstanceLost`


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        raise exceptions.InstanceNotFound(instance=instance.uuid)
