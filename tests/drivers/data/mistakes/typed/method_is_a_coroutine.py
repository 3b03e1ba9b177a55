from complete import Complete

from virtapi.host import Call


class Wrong(Complete):
    async def start(self, call: Call, /) -> None:  # D: override-kind `start` is a coroutine
        pass


class Right(Complete):
    def start(self, call: Call, /) -> None:
        pass
