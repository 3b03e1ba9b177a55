from complete import Complete

from virtapi.host import Call
from virtapi.units import InstanceUuid, NodeName


class Wrong(Complete):
    def list_instances(self, call: Call, node: NodeName, /) -> frozenset[InstanceUuid]:
        return frozenset({"x"})  # D: return-unfit


class Right(Complete):
    def list_instances(self, call: Call, node: NodeName, /) -> frozenset[InstanceUuid]:
        return frozenset({})
