from complete import Complete

from virtapi.capabilities import Pausable
from virtapi.host import Call
from virtapi.objects.instance import Instance


class Wrong(Complete, Pausable):
    def pause(self, call: Call, instance: Instance, /) -> None:
        pass

    def un_pause(self, call: Call, instance: Instance, /) -> None:  # D: override-misspelt the release has `unpause`
        pass


class Right(Complete, Pausable):
    def pause(self, call: Call, instance: Instance, /) -> None:
        pass

    def unpause(self, call: Call, instance: Instance, /) -> None:
        pass
