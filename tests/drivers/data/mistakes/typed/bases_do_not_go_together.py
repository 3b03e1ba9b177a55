from complete import Complete

from virtapi.capabilities import Pausable
from virtapi.host import Call
from virtapi.objects.instance import Instance


class Mixin:
    def pause(self, call: Call, instance: Instance, /, hard: bool) -> None:  # D: override-signature `pause` asks for `hard`, which is not passed
        pass

    def unpause(self, call: Call, instance: Instance, /) -> None:
        pass


class RightMixin:
    def pause(self, call: Call, instance: Instance, /, hard: bool = False) -> None:
        pass

    def unpause(self, call: Call, instance: Instance, /) -> None:
        pass


class Wrong(Mixin, Complete, Pausable):
    pass


class Right(RightMixin, Complete, Pausable):
    pass
