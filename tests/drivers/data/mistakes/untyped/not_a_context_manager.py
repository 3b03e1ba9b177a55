from complete import Complete

from virtapi.units import Seconds


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        with self._host.attach_rebuild_volumes(call, instance):  # D: attribute-unknown
            pass


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        with self._host.expect_events(call, instance, frozenset(), timeout=Seconds(3)) as waiting:
            print(waiting)
