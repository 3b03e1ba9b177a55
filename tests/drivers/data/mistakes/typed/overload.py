from collections.abc import Sequence
from typing import Any, overload

from complete import Complete

from virtapi.host import Call
from virtapi.objects.node import Node


class Wrong(Complete):
    @overload  # D: override-type
    def list_nodes(self, call: str, /) -> Sequence[Node]: ...
    @overload
    def list_nodes(self, call: bytes, /) -> Sequence[Node]: ...
    def list_nodes(self, call: Any, /) -> Sequence[Node]:
        return ()


class Right(Complete):
    @overload
    def list_nodes(self, call: Call, /) -> Sequence[Node]: ...
    @overload
    def list_nodes(self, call: bytes, /) -> list[Node]: ...
    def list_nodes(self, call: Any, /) -> Sequence[Node]:
        return []
