from complete import Complete

from virtapi.host import Call
from virtapi.objects.boot import Shutdown
from virtapi.objects.instance import Instance


class Narrow(Shutdown):
    pass


class Wrong(Complete):
    def power_off(self, call: Call, instance: Instance, shutdown: Narrow, /) -> None:  # D: override-type takes less than the release says: that is `Shutdown`
        pass


class Right(Complete):
    def power_off(self, call: Call, instance: Instance, shutdown: Shutdown | None, /) -> None:
        pass
