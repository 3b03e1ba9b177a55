"""What placement is to know of a machine."""

from collections.abc import Mapping
from dataclasses import replace

from tests.cycles.memory_2026_1.connected import Connected
from tests.cycles.memory_2026_1.hypervisor import Machine
from virtapi.capabilities import ProviderDescribable, ProviderReshapable
from virtapi.exceptions import ReshapeFailed, ReshapeNeeded
from virtapi.host import Call
from virtapi.objects.node import Inventory
from virtapi.objects.provider import (
    Allocation,
    ConsumerAllocation,
    Provider,
    ProviderPart,
    ProviderReshape,
    ProviderTree,
)
from virtapi.units import ConsumerUuid, NodeName, ProviderName, ProviderUuid, ResourceAmount, ResourceClass

VGPU = ResourceClass("VGPU")


class Providers(Connected, ProviderDescribable, ProviderReshapable):
    """Offers virtual GPUs as a part of the machine; once they were offered by the machine as a whole."""

    def describe_providers(self, call: Call, node: NodeName, known: ProviderTree, /) -> ProviderTree:
        machine = self._machine(node)
        if VGPU in known.root.inventories:
            raise ReshapeNeeded(node=node)
        return described(machine, known)

    def reshape_providers(
        self, call: Call, node: NodeName, known: ProviderTree, allocations: Mapping[ConsumerUuid, ConsumerAllocation], /
    ) -> ProviderReshape:
        machine = self._machine(node)
        moving = {
            consumer: each
            for consumer, each in allocations.items()
            if VGPU in allocated(each, known.root.uuid).resources
        }
        if sum(allocated(each, known.root.uuid).resources[VGPU] for each in moving.values()) > machine.graphics:
            raise ReshapeFailed(node=node, reason="more is allocated than there is")
        tree = described(machine, known)
        moved = {
            consumer: replace(each, allocations=shifted(each, known.root.uuid, machine.graphics_provider))
            for consumer, each in moving.items()
        }
        return ProviderReshape(tree=tree, allocations=moved)


def described(machine: Machine, known: ProviderTree) -> ProviderTree:
    """What a machine offers, with all that others have added."""
    inventories = {
        ResourceClass("VCPU"): inventory(machine.processors),
        ResourceClass("MEMORY_MB"): inventory(machine.memory),
        ResourceClass("DISK_GB"): inventory(machine.disk // 1024),
    }
    others = {name: each for name, each in known.root.inventories.items() if name != VGPU}
    name = ProviderName(f"{machine.name}_graphics")
    graphics = Provider(uuid=machine.graphics_provider, inventories={VGPU: inventory(machine.graphics)})
    parts = {other: part for other, part in known.parts.items() if other != name}
    if machine.graphics:
        parts[name] = ProviderPart(provider=graphics)
    return replace(known, root=replace(known.root, inventories={**others, **inventories}), parts=parts)


def inventory(total: int) -> Inventory:
    """All that there is of something, in portions of 1."""
    return Inventory(total=ResourceAmount(total))


def allocated(consumer: ConsumerAllocation, provider: ProviderUuid) -> Allocation:
    """What a consumer has of one provider."""
    return consumer.allocations.get(provider, Allocation(resources={}))


def shifted(consumer: ConsumerAllocation, source: ProviderUuid, target: ProviderUuid) -> dict[ProviderUuid, Allocation]:
    """What a consumer has, with its virtual GPUs at another provider."""
    before = allocated(consumer, source).resources
    left = {name: amount for name, amount in before.items() if name != VGPU}
    others = {name: each for name, each in consumer.allocations.items() if name not in (source, target)}
    there = {**allocated(consumer, target).resources, VGPU: before[VGPU]}
    kept = {source: Allocation(resources=left)} if left else {}
    return {**others, **kept, target: Allocation(resources=there)}
