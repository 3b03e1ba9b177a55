from complete import Complete

from virtapi.driver import ComputeDriver, DriverOptions
from virtapi.host import HostServices


def wrong(host: HostServices, options: DriverOptions) -> ComputeDriver:
    return ComputeDriver(host, options)  # D: call-unfit `ComputeDriver` cannot be instantiated


def right(host: HostServices, options: DriverOptions) -> ComputeDriver:
    return Complete(host, options)
