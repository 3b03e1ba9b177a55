"""What a node offers, as the placement service keeps it: providers in a tree, and what is allocated of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen

from virtapi.objects.node import Inventory
from virtapi.units import (
    AggregateUuid,
    ConsumerUuid,
    ProjectId,
    ProviderName,
    ProviderUuid,
    ResourceAmount,
    ResourceClass,
    Trait,
    UserId,
)
from virtapi.values import matches

__all__ = [
    "Allocation",
    "ConsumerAllocation",
    "Provider",
    "ProviderPart",
    "ProviderReshape",
    "ProviderTree",
]

@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """What inventories are kept of: a node, a part of one, or what several nodes have together."""

    uuid: ProviderUuid
    """What names it for good; a node's is its `NodeUuid`. Who makes a new one gives it a new random uuid."""
    inventories: Mapping[Annotated[ResourceClass, matches("[A-Z0-9_]{1,255}")], Inventory] = field(
        default_factory=dict[ResourceClass, Inventory]
    )
    """What can be claimed of it, by resource class."""
    traits: frozenset[Annotated[Trait, matches("[A-Z0-9_]{1,255}")]] = frozenset()
    """What it is like. Those that follow from the driver's capabilities are the host's, and are not among them."""
    aggregates: frozenset[AggregateUuid] = frozenset()
    """The groups that it is in."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderPart:
    """A part of a node that has inventories of its own."""

    provider: Provider
    """The part itself."""
    parent: Annotated[ProviderName, MinLen(1), MaxLen(200)] | None = None
    """The larger part of the node that it is a part of; None: of the node as a whole."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderTree:
    """All that is known of a node's providers. A driver gets the known one and returns the one that is to be."""

    root: Provider
    """The node as a whole."""
    parts: Mapping[Annotated[ProviderName, MinLen(1), MaxLen(200)], ProviderPart] = field(
        default_factory=dict[ProviderName, ProviderPart]
    )
    """The parts of the node, by name."""
    sharing: Mapping[Annotated[ProviderName, MinLen(1), MaxLen(200)], Provider] = field(
        default_factory=dict[ProviderName, Provider]
    )
    """What the node has together with others, such as room on a network disk, by name.

    Each is shared with all providers that are in one of its aggregates. No trait has to say so.
    """

@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """What is allocated of one provider; it stands in a mapping by the uuid of the provider."""

    resources: Mapping[
        Annotated[ResourceClass, matches("[A-Z0-9_]{1,255}")], Annotated[ResourceAmount, Ge(1), Le(2**53)]
    ]
    """How much, by resource class, in the unit of the class."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ConsumerAllocation:
    """What is allocated for one consumer, an instance or a migration; it stands in a mapping by the consumer's uuid."""

    project: ProjectId
    """The project that it is counted for."""
    user: UserId
    """The user that it is counted for."""
    allocations: Mapping[ProviderUuid, Allocation]
    """What is allocated, by provider."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderReshape:
    """A tree in which inventories have moved, together with the allocations that move along."""

    tree: ProviderTree
    """The tree that is to be."""
    allocations: Mapping[ConsumerUuid, ConsumerAllocation] = field(
        default_factory=dict[ConsumerUuid, ConsumerAllocation]
    )
    """What is to be allocated in it, by consumer; it goes into effect together with the tree or not at all."""
