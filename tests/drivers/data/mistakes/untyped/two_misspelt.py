from complete import Complete

from virtapi.capabilities import Pausable


class Mixin:
    def paus(self, call, instance):  # D: override-misspelt `paus`
        pass

    def unpaus(self, call, instance):  # D: override-misspelt `unpaus`
        pass


class First(Mixin, Complete, Pausable):
    pass


class Second(Mixin, Complete, Pausable):
    pass
