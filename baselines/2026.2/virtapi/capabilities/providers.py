# Produced from providers.pyi by `virtapi runtime`; not to be edited.
"""What placement is to know of a node."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from virtapi.ability import Ability
from virtapi.contract import capability, driver_interface, raises
from virtapi.exceptions import NodeNotFound, ReshapeFailed, ReshapeNeeded
from virtapi.flags import Capability

if TYPE_CHECKING:
    from collections.abc import Mapping

    from virtapi.host import Call
    from virtapi.objects.provider import ConsumerAllocation, ProviderReshape, ProviderTree
    from virtapi.units import ConsumerUuid, NodeName

__all__ = ["ProviderDescribable", "ProviderReshapable"]


@driver_interface
@capability(Capability.PROVIDER_INVENTORY)
class ProviderDescribable(Ability):
    """The driver describes what a node offers as a tree of providers, with more than `NodeResources` can say."""

    @abstractmethod
    @raises(NodeNotFound, ReshapeNeeded)
    def describe_providers(self, call: Call, node: NodeName, known: ProviderTree, /) -> ProviderTree:
        """Tell which providers a node has, and what each of them offers.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
            known: what placement knows so far; a tree of the node alone at the first time.
        Returns:
            What placement is to know. What the driver does not know of, such as what others have added, it takes over
            from `known`.
        Raises:
            NodeNotFound: the driver manages no node of this name.
            ReshapeNeeded: what offers an inventory is not what placement knows, and what is allocated must move along.
        State: nothing is changed.
        Repeats: asks again; nothing that stays the same changes its uuid. The driver remembers the uuids that it has
            made: placement may not know them yet, so that `known` lacks what was told before.
        Before: the host calls this when it starts, and now and then.
        After: the host makes placement know it, or calls `reshape_providers` where `ReshapeNeeded` was raised.
        """


@driver_interface
@capability(Capability.PROVIDER_RESHAPE)
class ProviderReshapable(Ability):
    """The driver can move what is allocated along when it offers an inventory from another provider."""

    @abstractmethod
    @raises(NodeNotFound, ReshapeFailed)
    def reshape_providers(
        self, call: Call, node: NodeName, known: ProviderTree, allocations: Mapping[ConsumerUuid, ConsumerAllocation], /
    ) -> ProviderReshape:
        """Move inventories between providers, together with what is allocated of them.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
            known: what placement knows so far.
            allocations: all that is allocated of the tree's providers, by consumer.
        Returns:
            What placement is to know, with all allocations of whoever has one that moves.
        Raises:
            NodeNotFound: the driver manages no node of this name.
            ReshapeFailed: the driver cannot tell where an allocation belongs; the host does not start until a person
                has looked at it.
        State: nothing is changed.
        Repeats: the same question has the same answer.
        Before: `describe_providers` has raised `ReshapeNeeded`, when the host was started.
        After: the host makes placement know all of it, or nothing.
        """
