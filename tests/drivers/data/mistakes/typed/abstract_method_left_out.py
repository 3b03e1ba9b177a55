from complete import Complete

from virtapi.capabilities import Pausable
from virtapi.host import Call
from virtapi.objects.instance import Instance


class Wrong(Complete, Pausable):  # D: override-missing `unpause` of `Pausable` is not defined
    def pause(self, call: Call, instance: Instance, /) -> None:
        pass


class Right(Complete, Pausable):
    def pause(self, call: Call, instance: Instance, /) -> None:
        pass

    def unpause(self, call: Call, instance: Instance, /) -> None:
        pass
