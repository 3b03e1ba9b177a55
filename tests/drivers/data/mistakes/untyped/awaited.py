import asyncio

from complete import Complete


class Wrong(Complete):
    def start(self, call):
        async def _inner():
            await self._host.background  # D: use-unfit

        asyncio.run(_inner())


class Right(Complete):
    def start(self, call):
        async def _inner():
            return self._host.background

        asyncio.run(_inner())
