from collections.abc import Sequence

from complete import Complete

from virtapi.objects.node import Node


class Wrong(Complete):
    @property
    def list_nodes(self) -> Sequence[Node]:  # D: override-kind
        return ()


class Right(Complete):
    @property
    def _list(self) -> Sequence[Node]:
        return ()
