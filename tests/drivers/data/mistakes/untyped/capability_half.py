from complete import Complete

from virtapi.capabilities import Pausable


class Wrong(Complete, Pausable):  # D: override-missing `unpause` of `Pausable` is not defined
    def pause(self, call, instance):
        pass


class Right(Complete, Pausable):
    def pause(self, call, instance):
        pass

    def unpause(self, call, instance):
        pass
