from complete import Complete

from virtapi.objects.power import InstanceInfo


class Wrong(Complete):
    def get_info(self, call, instance):
        return InstanceInfo("running", None)  # D: call-unfit


class Right(Complete):
    def get_info(self, call, instance):
        values = {}
        return InstanceInfo(**values)
