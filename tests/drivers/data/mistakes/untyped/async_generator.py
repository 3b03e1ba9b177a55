from complete import Complete


class Wrong(Complete):
    async def stop(self, call):  # D: override-kind `stop` is a coroutine
        pass


class Right(Complete):
    async def _stop(self, call):
        pass
