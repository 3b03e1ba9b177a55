from __future__ import annotations

from complete import Complete

from virtapi.host import Call


class Wrong(Complete):
    def stop(self, call: Call, /) -> bool:  # D: override-type `stop` returns
        return True


class Right(Complete):
    def stop(self, call: Call, /) -> None:
        return None
