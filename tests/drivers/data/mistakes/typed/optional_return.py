from collections.abc import Sequence

from complete import Complete

from virtapi.host import Call
from virtapi.objects.node import Node


class Wrong(Complete):
    def list_nodes(self, call: Call, /) -> Sequence[Node] | None:  # D: override-type `list_nodes` returns
        return None


class Right(Complete):
    def list_nodes(self, call: Call, /) -> list[Node]:
        return []
