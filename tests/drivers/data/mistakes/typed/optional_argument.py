from complete import Complete

from virtapi.host import Call
from virtapi.objects.instance import Instance
from virtapi.objects.power import PowerState


class Wrong(Complete):
    def _later(self, call: Call, instance: Instance | None) -> None:
        self._host.report_power_state(call, instance, PowerState.RUNNING)  # D: call-unfit


class Right(Complete):
    def _later(self, call: Call, instance: Instance | None) -> None:
        if instance is not None:
            self._host.report_power_state(call, instance, PowerState.RUNNING)
