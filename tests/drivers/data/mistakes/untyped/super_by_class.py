from complete import Complete

from virtapi.driver import ComputeDriver


class Wrong(Complete):
    def instance_exists(self, call, instance):
        return ComputeDriver.instance_exists(self, instance)  # D: call-unfit


class Right(Complete):
    def instance_exists(self, call, instance):
        return ComputeDriver.instance_exists(self, call, instance)
