from complete import Complete

from virtapi import capabilities
from virtapi.capabilities import Pausable, Teleportable  # D: import-missing `virtapi.capabilities` has no `Teleportable`


class Wrong(Complete, Teleportable):
    def teleport(self, call, instance):
        pass


class AlsoWrong(Complete, capabilities.Levitable):  # D: import-missing the module has no `Levitable`
    def levitate(self, call, instance):
        pass


class Right(Complete, Pausable):
    def pause(self, call, instance):
        pass

    def unpause(self, call, instance):
        pass
