from complete import Complete

from virtapi.host import Call
from virtapi.units import InstanceUuid, NodeName


class Wrong(Complete):
    @staticmethod
    def list_instances(node: NodeName, /) -> frozenset[InstanceUuid]:  # D: override-signature
        return frozenset()


class Right(Complete):
    @staticmethod
    def list_instances(call: Call, node: NodeName, /) -> frozenset[InstanceUuid]:
        return frozenset()
