from typing import Generic, TypeVar

from complete import Complete

from virtapi.host import Call

T = TypeVar("T")


class Mixin(Generic[T]):
    def stop(self, call: Call, extra: T, /) -> None:  # D: override-signature asks for `extra`
        pass


class Wrong(Mixin[int], Complete):
    pass


class Right(Complete):
    pass
