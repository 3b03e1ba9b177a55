from complete import Complete

from virtapi.flags import Capability


class Wrong(Complete):
    def capabilities(self):
        return super().capabilities(Capability.PAUSE)  # D: call-unfit `DriverBase.capabilities` is passed more arguments than it takes


class Right(Complete):
    def capabilities(self):
        return super().capabilities() - {Capability.PAUSE}
