from complete import Complete

from virtapi.driver import DriverOptions
from virtapi.host import HostServices


class Wrong(Complete):
    def __init__(self, host: HostServices, /) -> None:  # D: override-signature `__init__` does not take `options`
        self._host = host


class Right(Complete):
    def __init__(self, host: HostServices, options: DriverOptions, /, *, dry: bool = False) -> None:
        super().__init__(host, options)
