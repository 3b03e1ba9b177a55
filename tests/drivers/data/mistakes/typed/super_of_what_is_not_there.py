from complete import Complete

from virtapi.flags import Capability
from virtapi.host import Call


class Wrong(Complete):
    def _plan(self, call: Call, /) -> None:
        super()._plan(call)  # D: super-unfit `super()._plan` is not there


class Right(Complete):
    def capabilities(self) -> frozenset[Capability]:
        return super().capabilities()
