# Produced from flavor.pyi by `virtapi runtime`; not to be edited.
"""How large an instance is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi.units import FlavorId, GiB, MiB, Processors
from virtapi.values import check_fields

__all__ = ["Flavor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flavor:
    """The size of an instance and what else its owner may expect of it."""

    id: FlavorId
    """The flavor, as users name it."""
    name: Annotated[str, MinLen(1)]
    """What people call it."""
    processors: Annotated[Processors, Ge(1), Le(65_536)]
    """How many processors the guest sees."""
    memory: Annotated[MiB, Ge(1), Le(2**40)]
    """How much memory the guest has, in MiB."""
    root_disk: Annotated[GiB, Ge(0), Le(2**40)]
    """The size of the disk that the guest boots from, in GiB; 0: as large as its image."""
    ephemeral_disk: Annotated[GiB, Ge(0), Le(2**40)] = GiB(0)
    """How much empty disk the guest has besides, in GiB; it goes with the instance."""
    swap: Annotated[MiB, Ge(0), Le(2**40)] = MiB(0)
    """The size of the disk for swapping, in MiB; 0: there is none."""
    extra: Mapping[str, str] = field(default_factory=dict[str, str])
    """What operators have added, by name, such as `hw:cpu_policy`. A driver ignores what it does not know."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
