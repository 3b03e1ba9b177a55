from collections.abc import Iterator

from complete import Complete

from virtapi.host import Call
from virtapi.units import InstanceUuid, NodeName


class Wrong(Complete):
    def list_instances(self, call: Call, node: NodeName, /) -> Iterator[InstanceUuid]:  # D: override-type `list_instances` returns `Iterator[InstanceUuid]`
        yield from super().list_instances(call, node)


class Right(Complete):
    def list_instances(self, call: Call, node: NodeName, /) -> frozenset[InstanceUuid]:
        def listed() -> Iterator[InstanceUuid]:
            yield from super(Right, self).list_instances(call, node)

        return frozenset(listed())
