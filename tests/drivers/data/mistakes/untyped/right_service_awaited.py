from complete import Complete


class Wrong(Complete):
    def start(self, call):
        self._task(call)

    async def _task(self, call):
        await self._host.background.cancelled()


class Right(Complete):
    pass
