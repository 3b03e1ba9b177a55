"""What the driver in memory drives: an imagined hypervisor, whose faults a test can switch on.

It knows nothing of the interface's methods and exceptions. Machines that are added to the hypervisor of one name can
send each other guests; those that were given the same storage find each other's files there.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID, uuid4, uuid5

from tests.memory_driver.faults import Faults
from virtapi.events import LifecycleKind
from virtapi.flags import Capability
from virtapi.objects.boot import BootPlan
from virtapi.objects.device import DevicePlan
from virtapi.objects.device_metadata import DeviceMetadata
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import Vif
from virtapi.objects.pci import PciAddress
from virtapi.objects.power import PowerState
from virtapi.objects.volume import VolumeAttachment
from virtapi.units import (
    Bytes,
    HostName,
    ImageId,
    InstanceUuid,
    MiB,
    MigrationUuid,
    NodeName,
    NodeUuid,
    Processors,
    ProviderUuid,
    ShareId,
    VifId,
    VolumeId,
)
from virtapi.values import Secret

IN_MEMORY = frozenset({PowerState.RUNNING, PowerState.PAUSED})
"""The states in which a guest takes up memory."""
PROCESSORS, MEMORY, DISK = Processors(64), MiB(65_536), MiB(1_024_000)
"""How large a machine is, unless something else is said."""
NAMES = UUID("5f1c0c6e-63a5-4d29-8f44-0f2ec3b4b0a1")


@dataclass(kw_only=True)
class Move:
    """A live migration that is under way."""

    left: int
    """How many rounds are left until the guest has moved."""
    aborted: bool = False
    forced: bool = False


@dataclass(kw_only=True)
class Guest:
    """A guest as the hypervisor has defined it."""

    instance: Instance
    host: HostName
    """Who looks after it."""
    plan: BootPlan
    disks: DiskPlan
    devices: DevicePlan
    vifs: list[Vif]
    volumes: list[VolumeAttachment]
    state: PowerState = PowerState.SHUT_DOWN
    rescued: bool = False
    deleted: bool = False
    still: bool = False
    """Whether it holds its file systems still."""
    output: bytes = b""
    tagged: list[DeviceMetadata] = field(default_factory=list[DeviceMetadata])
    told: list[Vif] = field(default_factory=list[Vif])
    """What it was told of its networks."""
    password: Secret | None = None
    interrupts: int = 0
    trimmed: bool = False
    """Whether its disks take up no more than what is on them."""
    sizes: dict[VolumeId, Bytes] = field(default_factory=dict[VolumeId, Bytes])
    """The sizes of those volumes that have grown."""
    chains: dict[VolumeId, list[str]] = field(default_factory=dict[VolumeId, list[str]])
    """The files of those volumes that have snapshots, the one in use last."""
    move: Move | None = None


@dataclass(kw_only=True)
class Storage:
    """Where the files of guests are. Machines may share it."""

    roots: dict[InstanceUuid, bytes] = field(default_factory=dict[InstanceUuid, bytes])
    marks: set[str] = field(default_factory=set[str])


@dataclass(kw_only=True)
class Machine:
    """A node. Its guests may take up more memory or disk than it has: to see to that is the driver's affair."""

    name: NodeName
    processors: Processors = PROCESSORS
    memory: MiB = MEMORY
    disk: MiB = DISK
    ports: int = 8
    """How many consoles can be open at once."""
    processor: str = "memory-1"
    """The model of its processors."""
    image_storage: str = ""
    """The URL of the image service's storage, where it shares it."""
    storage: Storage = field(default_factory=Storage)
    pci: set[PciAddress] = field(default_factory=set[PciAddress])
    graphics: int = 0
    """How many virtual GPUs it can give to guests."""
    graphics_provider: ProviderUuid = field(default_factory=lambda: ProviderUuid(uuid4()))
    guests: dict[InstanceUuid, Guest] = field(default_factory=dict[InstanceUuid, Guest])
    kept: dict[InstanceUuid, tuple[MigrationUuid, Guest, bytes]] = field(
        default_factory=dict[InstanceUuid, tuple[MigrationUuid, Guest, bytes]]
    )
    """What can be made again of guests that have moved away, until that is confirmed."""
    arrived: dict[InstanceUuid, MigrationUuid] = field(default_factory=dict[InstanceUuid, MigrationUuid])
    """The moves by which guests have come while they did not run."""
    reserved: set[InstanceUuid] = field(default_factory=set[InstanceUuid])
    expected: set[InstanceUuid] = field(default_factory=set[InstanceUuid])
    """The guests for which everything is ready to come while they run."""
    connected: set[tuple[InstanceUuid, VolumeId]] = field(default_factory=set[tuple[InstanceUuid, VolumeId]])
    plugged: set[tuple[InstanceUuid, VifId]] = field(default_factory=set[tuple[InstanceUuid, VifId]])
    mounted: dict[ShareId, set[InstanceUuid]] = field(default_factory=dict[ShareId, set[InstanceUuid]])
    consoles: dict[tuple[InstanceUuid, str], int] = field(default_factory=dict[tuple[InstanceUuid, str], int])
    cache: dict[ImageId, bytes] = field(default_factory=dict[ImageId, bytes])
    on: bool = True
    enabled: bool = True
    maintained: bool = False
    boots: int = 0

    @property
    def uuid(self) -> NodeUuid:
        """What names it for good."""
        return NodeUuid(uuid5(NAMES, self.name))

    def memory_left(self) -> int:
        """How much memory no guest takes up, in MiB."""
        return self.memory - sum(
            each.instance.flavor.memory for each in self.guests.values() if each.state in IN_MEMORY
        )

    def disk_left(self) -> int:
        """How much disk no guest takes up, in MiB."""
        return self.disk - sum(map(disk_of, self.guests.values()))


def disk_of(guest: Guest) -> int:
    """How much disk a guest takes up, in MiB; the memory of a suspended one is on disk too."""
    flavor = guest.instance.flavor
    memory = flavor.memory if guest.state is PowerState.SUSPENDED else 0
    return (flavor.root_disk + flavor.ephemeral_disk) * 1024 + flavor.swap + memory


Told = Callable[[InstanceUuid, LifecycleKind], None]
Lost = Callable[[frozenset[Capability]], None]


@dataclass(kw_only=True)
class Hypervisor:
    """Machines that know each other, what is wrong with them, and who is told what happens on them."""

    machines: dict[NodeName, Machine] = field(default_factory=dict[NodeName, Machine])
    retired: set[NodeName] = field(default_factory=set[NodeName])
    """The names of machines that will not come back."""
    faults: Faults = field(default_factory=Faults)
    lacks: frozenset[Capability] = frozenset()
    """What it cannot do."""
    watchers: dict[object, tuple[frozenset[NodeName], Told, Lost]] = field(
        default_factory=dict[object, tuple[frozenset[NodeName], Told, Lost]]
    )
    """Who is told, of which machines, and how: of guests, and of what it lacks."""

    def change(self, machine: Machine, guest: Guest, state: PowerState, kind: LifecycleKind) -> None:
        """Let a guest do something else, and tell of it."""
        guest.state = state
        guest.still = guest.still and state in IN_MEMORY
        for names, tell, _ in list(self.watchers.values()):
            if machine.name in names:
                tell(guest.instance.uuid, kind)

    def lose(self, capabilities: frozenset[Capability]) -> None:
        """Be unable to do something from now on, and tell of it."""
        self.lacks = capabilities
        for _, _, tell in list(self.watchers.values()):
            tell(capabilities)


_KNOWN: dict[str, Hypervisor] = {}


def connect(name: str) -> Hypervisor:
    """The hypervisor of this name; it is made, without any machine, by whoever asks first."""
    return _KNOWN.setdefault(name, Hypervisor())
