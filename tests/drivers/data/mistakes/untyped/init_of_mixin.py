from complete import Complete


class Mixin:
    def __init__(self, host):  # D: override-signature `__init__` does not take `options`
        self._mixed = host


class Wrong(Mixin, Complete):
    pass


class RightMixin:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)


class Right(RightMixin, Complete):
    pass
