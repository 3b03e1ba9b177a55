from complete import Complete


class Mixin:
    def stop(self, call, now):  # D: override-signature `stop` asks for `now`, which is not passed
        pass


class RightMixin:
    def stop(self, call, now=True):
        pass


class Wrong(Mixin, Complete):
    pass


class Right(RightMixin, Complete):
    pass
