from complete import Complete

from virtapi.flags import Capability


class Wrong(Complete):
    @property
    def capabilities(self) -> frozenset[Capability]:  # D: override-kind `capabilities` is a property: 2026.1 has a method
        return frozenset()


class Right(Complete):
    def capabilities(self) -> frozenset[Capability]:
        return frozenset()
