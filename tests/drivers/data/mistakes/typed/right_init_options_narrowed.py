from complete import Complete

from virtapi.driver import DriverOptions
from virtapi.host import HostServices


class _Options(DriverOptions):
    pass


class Right(Complete):
    def __init__(self, host: HostServices, options: _Options, /) -> None:
        super().__init__(host, options)
