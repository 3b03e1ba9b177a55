from complete import Complete

from virtapi.flags import Capability


class Wrong(Complete):
    def FLAGS(self) -> frozenset[Capability]:  # D: override-kind `FLAGS` is a method: 2026.1 has an attribute
        return frozenset()


class Right(Complete):
    FLAGS = frozenset({Capability.PAUSE})
