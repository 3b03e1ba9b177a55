from complete import Complete

from virtapi import capabilities
from virtapi.capabilities import Pausable, Teleportable  # D: import-missing `virtapi.capabilities` has no `Teleportable`
from virtapi.host import Call
from virtapi.objects.instance import Instance


class Wrong(Complete, Teleportable):
    def teleport(self, call: Call, instance: Instance, /) -> None:
        pass


class AlsoWrong(Complete, capabilities.Levitable):  # D: import-missing the module has no `Levitable`
    def levitate(self, call: Call, instance: Instance, /) -> None:
        pass


class Right(Complete, Pausable):
    def pause(self, call: Call, instance: Instance, /) -> None:
        pass

    def unpause(self, call: Call, instance: Instance, /) -> None:
        pass
