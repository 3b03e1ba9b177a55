from complete import Complete

from virtapi.flags import Capability


class Wrong(Complete):
    def offers(self, capability: Capability, /) -> bool:  # D: override-type `offers` is final in the release
        return True


class Right(Complete):
    def capabilities(self) -> frozenset[Capability]:
        return frozenset()
