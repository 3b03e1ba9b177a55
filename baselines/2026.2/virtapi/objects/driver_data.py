# Produced from driver_data.pyi by `virtapi runtime`; not to be edited.
"""What one driver hands to itself, often on another host."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi._data import data
from virtapi.units import DataVersion
from virtapi.values import JsonValue, Secret, check_fields

__all__ = ["DriverData"]


@data
class DriverData:
    """What one driver hands to itself, often on another host. Hosts carry it and do not look into it.

    No driver guesses at what another one has made, or itself in a version that it does not read: each method that takes
    such data says what comes of it.
    """

    owner: Annotated[str, MinLen(1)]
    """The name of the driver that made it; no other reads it."""
    version: Annotated[DataVersion, Ge(1), Le(2**31)]
    """The version of what is in it, counted by its owner."""
    values: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    """What is in it. What is secret does not belong here."""
    secrets: Mapping[str, Secret] = field(default_factory=dict[str, Secret])
    """What is secret in it, by name, such as the key of a virtual TPM."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
