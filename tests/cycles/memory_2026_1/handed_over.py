"""What this driver hands to itself, and what of that it reads."""

from collections.abc import Mapping

from virtapi.objects.driver_data import DriverData
from virtapi.units import DataVersion
from virtapi.values import JsonValue

OWNER = "memory"
VERSION = DataVersion(1)


def handed(values: Mapping[str, JsonValue]) -> DriverData:
    """Data that this driver will read."""
    return DriverData(owner=OWNER, version=VERSION, values=values)


def is_readable(data: DriverData) -> bool:
    """Whether this driver has made it, in a version that it knows."""
    return data.owner == OWNER and data.version == VERSION
