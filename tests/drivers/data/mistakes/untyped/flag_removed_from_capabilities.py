from complete import Complete

from virtapi.flags import Capability


class Wrong(Complete):
    def capabilities(self):
        return super().capabilities() - {Capability.BEAM}  # D: attribute-unknown `Capability` has no `BEAM`


class Right(Complete):
    def capabilities(self):
        return super().capabilities() - {Capability.PAUSE}
