from complete import Complete

from virtapi.driver import DriverOptions
from virtapi.host import HostServices


class Wrong(Complete):
    def __init__(self, host: HostServices, options: DriverOptions, /) -> None:
        super().__init__(options)  # D: call-unfit


class Right(Complete):
    def __init__(self, host: HostServices, options: DriverOptions, /) -> None:
        super().__init__(host, options)
