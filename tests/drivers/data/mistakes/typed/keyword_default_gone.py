from complete import Complete

from virtapi.host import Call
from virtapi.objects.boot import Shutdown
from virtapi.objects.instance import Instance


class Wrong(Complete):
    def power_off(self, call: Call, instance: Instance, shutdown: Shutdown, force: bool, /) -> None:  # D: override-signature asks for `force`
        pass


class Right(Complete):
    def power_off(self, call: Call, instance: Instance, shutdown: Shutdown, force: bool = True, /) -> None:
        pass
