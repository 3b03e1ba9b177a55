from complete import Complete

from virtapi.host import Call


class Mixin:
    def stop(self, call: Call, now: bool, /) -> None:  # D: override-signature `stop` asks for `now`, which is not passed
        pass


class RightMixin:
    def stop(self, call: Call, now: bool = True, /) -> None:
        pass


class Wrong(Mixin, Complete):
    pass


class Right(RightMixin, Complete):
    pass
