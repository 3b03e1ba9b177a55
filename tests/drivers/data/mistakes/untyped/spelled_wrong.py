from complete import Complete

from virtapi.capabilities import Pausable


class Wrong(Complete, Pausable):
    def pause(self, call, instance):
        pass

    def un_pause(self, call, instance):  # D: override-misspelt the release has `unpause`
        pass


class Right(Complete, Pausable):
    def pause(self, call, instance):
        pass

    def unpause(self, call, instance):
        pass
