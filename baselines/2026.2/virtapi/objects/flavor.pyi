"""How large an instance is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from annotated_types import Ge, Gt, Le, MinLen

from virtapi.objects.hardware import HardwareProperties
from virtapi.objects.limits import GuestLimits
from virtapi.units import FlavorId, GiB, MiB, Processors, Ratio, ResourceAmount, ResourceClass, Trait
from virtapi.values import matches

__all__ = ["Flavor"]

@dataclass(frozen=True, slots=True, kw_only=True)
class Flavor:
    """The size of an instance and what else its owner may expect of it."""

    id: FlavorId
    """The flavor, as users name it."""
    name: Annotated[str, MinLen(1)]
    """What people call it."""
    description: str = ""
    """What its operator says of it."""
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
    network_factor: Annotated[Ratio, Gt(0), Le(10_000)] = Ratio(1.0)
    """How many times the usual share of its networks the guest has."""
    hardware: HardwareProperties = field(default_factory=HardwareProperties)
    """The hardware that its operator grants the guest."""
    limits: GuestLimits | None = None
    """How much of the node the guest may use at most; None: as much as there is room for."""
    resources: Mapping[
        Annotated[ResourceClass, matches("[A-Z0-9_]{1,255}")], Annotated[ResourceAmount, Ge(0), Le(2**53)]
    ] = field(default_factory=dict[ResourceClass, ResourceAmount])
    """What else is claimed for the guest, or instead of what follows from the sizes above, by resource class."""
    required_traits: frozenset[Annotated[Trait, matches("[A-Z0-9_]{1,255}")]] = frozenset()
    """What a node must be like for the guest."""
    forbidden_traits: frozenset[Annotated[Trait, matches("[A-Z0-9_]{1,255}")]] = frozenset()
    """What a node must not be like for the guest."""
    extra: Mapping[str, str] = field(default_factory=dict[str, str])
    """What else operators have added, by name, such as `vmware:storage_policy`. A driver ignores what it does not
    know."""
