from complete import Complete

from virtapi.host import Call
from virtapi.objects.boot import Shutdown
from virtapi.objects.instance import Instance
from virtapi.units import Seconds


class Wrong(Complete):
    def power_off(self, call: Call, instance: Instance, shutdown: Shutdown, /) -> None:
        Shutdown(timeout=3)  # D: call-unfit `Shutdown`


class Right(Complete):
    def power_off(self, call: Call, instance: Instance, shutdown: Shutdown, /) -> None:
        Shutdown(timeout=Seconds(3))
