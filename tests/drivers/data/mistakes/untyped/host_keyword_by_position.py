from complete import Complete


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        self._host.detach_rebuild_volumes(call, instance, True)  # D: call-unfit


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        self._host.detach_rebuild_volumes(call, instance, keep_root=False)
