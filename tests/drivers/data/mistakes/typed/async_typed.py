from collections.abc import Sequence

from complete import Complete

from virtapi.host import Call
from virtapi.objects.node import Node


class Wrong(Complete):
    async def list_nodes(self, call: Call, /) -> Sequence[Node]:  # D: override-kind
        return ()


class Right(Complete):
    async def _list(self) -> Sequence[Node]:
        return ()
