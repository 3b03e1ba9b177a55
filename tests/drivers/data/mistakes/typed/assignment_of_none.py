from collections.abc import Sequence

from complete import Complete

from virtapi.host import Call
from virtapi.objects.node import Node
from virtapi.objects.power import PowerState


class Wrong(Complete):
    def list_nodes(self, call: Call, /) -> Sequence[Node]:
        state: PowerState = "running"  # D: use-unfit
        print(state)
        return ()


class Right(Complete):
    def list_nodes(self, call: Call, /) -> Sequence[Node]:
        state: PowerState = PowerState.RUNNING
        print(state)
        return ()
