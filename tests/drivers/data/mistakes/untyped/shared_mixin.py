from complete import Complete


class Mixin:
    def stop(self):  # D: override-signature `stop` does not take `call`
        pass


class First(Mixin, Complete):
    pass


class Second(Mixin, Complete):
    pass


class RightMixin:
    def stop(self, call):
        pass


class Third(RightMixin, Complete):
    pass
