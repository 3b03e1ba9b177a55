from complete import Complete

from virtapi.driver import DriverOptions


class _Options:
    pass


class _RightOptions(DriverOptions):
    pass


class Wrong(Complete):
    OPTIONS = _Options  # D: override-type `OPTIONS`


class Right(Complete):
    OPTIONS = _RightOptions
