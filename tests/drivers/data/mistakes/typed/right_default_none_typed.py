from complete import Complete

from virtapi.host import Call
from virtapi.objects.boot import Shutdown
from virtapi.objects.instance import Instance


class Right2(Complete):
    def power_off(self, call: Call, instance: Instance, shutdown: Shutdown = None, /) -> None:
        pass


class Right(Complete):
    def power_off(self, call: Call, instance: Instance, shutdown: Shutdown | None = None, /) -> None:
        pass
