from complete import Complete

from virtapi.host import Call
from virtapi.objects.boot import Shutdown
from virtapi.objects.instance import Instance


class Wrong(Complete):
    def power_off(self, call: Call, *, instance: Instance, shutdown: Shutdown) -> None:  # D: override-signature `power_off`
        pass


class Right(Complete):
    def power_off(self, call: Call, instance: Instance, shutdown: Shutdown) -> None:
        pass
