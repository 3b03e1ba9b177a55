"""What a method finds when it is called for what it is there for."""

from collections.abc import Callable, Mapping

from tests.memory_driver.given import OTHER, a_share, an_instance
from tests.memory_driver.hypervisor import Move
from tests.memory_driver.world import World, encrypted
from virtapi.events import LifecycleKind
from virtapi.objects.node import Inventory
from virtapi.objects.pci import PciAddress
from virtapi.objects.power import PowerState
from virtapi.objects.provider import Allocation, ConsumerAllocation, Provider, ProviderTree
from virtapi.units import (
    ConsumerUuid,
    PciBus,
    PciSlot,
    ProjectId,
    ProviderUuid,
    ResourceAmount,
    ResourceClass,
    UserId,
)

ADDRESS = PciAddress(bus=PciBus(1), slot=PciSlot(0))
"""Where a device is."""
VGPU = ResourceClass("VGPU")


def nothing(world: World) -> None:
    """The instance is not there."""


def runs(world: World) -> None:
    """The guest runs, with one interface and one volume."""
    world.volumes = [encrypted(world.volume)]
    world.make("spawn")


def without_volume(world: World) -> None:
    world.make("spawn")
    world.volume = encrypted(world.volume)


def without_interface(world: World) -> None:
    world.make("spawn", networks=type(world.named("spawn")["networks"])())


def is_in(state: PowerState) -> Callable[[World], None]:
    def prepare(world: World) -> None:
        runs(world)
        world.hypervisor.change(world.machine, world.guest, state, LifecycleKind.STOPPED)

    return prepare


def is_rescued(world: World) -> None:
    runs(world)
    world.make("rescue")


def is_deleted(world: World) -> None:
    runs(world)
    world.make("soft_delete")


def is_held(world: World) -> None:
    runs(world)
    world.make("quiesce")


def has_left(world: World) -> None:
    """The disks are on the way to the other node."""
    runs(world)
    world.data = world.make("migrate_disks_and_power_off")


def is_arriving(world: World) -> None:
    has_left(world)
    world.instance = an_instance(node=OTHER, flavor=world.cold.destination.flavor)


def is_checked(world: World) -> None:
    """The destination would take the guest."""
    runs(world)
    world.data = world.make("check_migration_destination")


def is_expected(world: World) -> None:
    is_checked(world)
    world.data = world.make("check_migration_source")
    world.data = world.make("prepare_live_migration")


def is_moving(world: World) -> None:
    runs(world)
    world.guest.move = Move(left=3)


def has_moved(world: World) -> None:
    is_expected(world)
    world.make("live_migrate")


def outlived(world: World) -> None:
    """The disks of the guest are there, and the guest is not."""
    world.machine.storage.roots[world.instance.uuid] = b"old"


def has_share(world: World) -> None:
    world.make("mount_share")
    world.share = a_share()


def offers_graphics_itself(world: World) -> None:
    """Placement takes virtual GPUs for a part of the node as a whole, and one is allocated."""
    root = ProviderUuid(world.machine.uuid)
    world.machine.graphics = 2
    inventories = {VGPU: Inventory(total=ResourceAmount(2))}
    world.known = ProviderTree(root=Provider(uuid=root, inventories=inventories))
    consumer = ConsumerUuid(world.instance.uuid)
    allocation = Allocation(resources={VGPU: ResourceAmount(1), ResourceClass("VCPU"): ResourceAmount(1)})
    world.allocations = {
        consumer: ConsumerAllocation(project=ProjectId("p"), user=UserId("u"), allocations={root: allocation})
    }


SHUT_DOWN = is_in(PowerState.SHUT_DOWN)
READY: Mapping[str, Callable[[World], None]] = {
    "attach_interface": without_interface,
    "attach_volume": without_volume,
    "attach_volumes": without_volume,
    "cache_image": nothing,
    "check_migration_claim": is_checked,
    "check_migration_source": is_checked,
    "abort_live_migration": is_moving,
    "force_live_migration": is_moving,
    "clean_migration_check": is_checked,
    "clean_migration_source": has_moved,
    "confirm_migration": has_left,
    "disconnect_migrated_networks": has_moved,
    "disconnect_migrated_volumes": has_moved,
    "evacuate": nothing,
    "finish_live_migration": has_moved,
    "finish_migration": is_arriving,
    "is_on_disk": outlived,
    "live_migrate": is_expected,
    "plug_interfaces": nothing,
    "power_on": SHUT_DOWN,
    "prepare_live_migration": is_checked,
    "prepare_networks": nothing,
    "prepare_spawn": nothing,
    "reshape_providers": offers_graphics_itself,
    "restore": is_deleted,
    "resume": is_in(PowerState.SUSPENDED),
    "resume_after_node_boot": SHUT_DOWN,
    "revert_migration": has_left,
    "roll_back_live_migration": is_expected,
    "spawn": nothing,
    "unmount_share": has_share,
    "unpause": is_in(PowerState.PAUSED),
    "unquiesce": is_held,
    "unrescue": is_rescued,
}
"""What the methods find that are not there for a guest that runs."""


def a_ready_world(method: str, world: World) -> World:
    READY.get(method, runs)(world)
    return world
