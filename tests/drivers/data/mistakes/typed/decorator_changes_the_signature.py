from collections.abc import Callable
from typing import Any

from complete import Complete

from virtapi.host import Call


def at_once(method: Callable[[Any, Call], None]) -> Callable[[Any], None]:
    raise NotImplementedError


def logged(method: Callable[[Any, Call], None]) -> Callable[[Any, Call], None]:
    return method


class Wrong(Complete):
    @at_once
    def stop(self, call: Call, /) -> None:  # D: override-signature `stop` does not take `call`
        pass


class Right(Complete):
    @logged
    def stop(self, call: Call, /) -> None:
        pass
