from dataclasses import replace

from complete import Complete


class Wrong(Complete):
    def get_info(self, call, instance):
        return replace(super().get_info(call, instance), status=None)  # D: call-unfit


class Right(Complete):
    def get_info(self, call, instance):
        return replace(super().get_info(call, instance), hypervisor_id="x")
