from complete import Complete


class Wrong(Complete):
    async def start(self, call):  # D: override-kind `start` is a coroutine
        pass


class Right(Complete):
    def start(self, call):
        pass
