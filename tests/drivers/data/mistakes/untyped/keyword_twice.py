from complete import Complete


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        self._host.report_power_state(call, instance)  # D: call-unfit


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        self._host.report_bad_volumes(call, instance, frozenset())
