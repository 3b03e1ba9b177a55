"""What one driver hands to itself, often on another host."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi.units import DataVersion
from virtapi.values import JsonValue, Secret

__all__ = ["DriverData"]

@dataclass(frozen=True, slots=True, kw_only=True)
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
