from complete import Complete

from virtapi.capabilities import Teleportable as T  # D: import-missing no `Teleportable`


class Wrong(Complete, T):
    def teleport(self, call, instance):
        pass

    def pause(self):
        pass


class Right(Complete):
    pass
