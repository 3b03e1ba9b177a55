from complete import Complete


class Mixin:
    def stop(self):
        pass


class Other:
    def start(self):  # D: override-signature `start` does not take `call`
        pass


class Wrong(Other, Complete, Mixin):
    pass


class Right(Complete, Mixin):
    pass
