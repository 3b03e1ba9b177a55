from complete import Complete


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        self._host.attach_rebuild_volumes(call=call, instance=instance)  # D: call-unfit


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        self._host.attach_rebuild_volumes(call, instance)
