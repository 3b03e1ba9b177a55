"""The processors of a guest, and what is asked of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi.contract import open_base, open_enum
from virtapi.objects.machine import Architecture
from virtapi.units import AddressBits, ProcessorIndex, Processors

__all__ = [
    "AddressSpace",
    "EmulatedAddressSpace",
    "EmulatorThreadPolicy",
    "HostAddressSpace",
    "ProcessorFeature",
    "ProcessorFeaturePolicy",
    "ProcessorMask",
    "ProcessorMatch",
    "ProcessorMode",
    "ProcessorModel",
    "ProcessorPolicy",
    "ProcessorProperties",
    "ProcessorTopology",
    "ThreadPolicy",
]

@open_enum
class ProcessorPolicy(Enum):
    """Whether a guest's processors have processors of the node for themselves. Members will be added: who reads one
    needs a default branch."""

    SHARED = "shared"
    """They run on any of the node's shared processors."""
    DEDICATED = "dedicated"
    """Each has a processor of the node for itself."""
    MIXED = "mixed"
    """Some are dedicated, the others shared."""

@open_enum
class ThreadPolicy(Enum):
    """Where dedicated processors may be among the threads of the node's cores. Members will be added: who reads one
    needs a default branch."""

    PREFER = "prefer"
    """Threads of one core are taken together where there are some."""
    ISOLATE = "isolate"
    """Each processor has a core for itself."""
    REQUIRE = "require"
    """Only threads of cores that have several are taken, together."""

@open_enum
class EmulatorThreadPolicy(Enum):
    """Where the threads run that do the hypervisor's own work for a guest. Members will be added: who reads one needs a
    default branch."""

    SHARE = "share"
    """On the node's processors that are set apart for such threads, else on those of the guest."""
    ISOLATE = "isolate"
    """On one more processor that the guest has for them alone."""

@open_enum
class ProcessorMode(Enum):
    """How the kind of a guest's processors is chosen. Members will be added: who reads one needs a default branch."""

    CUSTOM = "custom"
    """It is a named model."""
    HOST_MODEL = "host-model"
    """It is the named model nearest to the node's own."""
    HOST_PASSTHROUGH = "host-passthrough"
    """It is the node's own, unchanged."""

@open_enum
class ProcessorMatch(Enum):
    """How near the node's processor must be to the model. Members will be added: who reads one needs a default
    branch."""

    MINIMUM = "minimum"
    """The node's has at least all of it, and the guest sees all that the node's has."""
    EXACT = "exact"
    """The node's has at least all of it, and the guest sees no more than the model."""
    STRICT = "strict"
    """The node's has all of it and nothing more."""

@open_enum
class ProcessorFeaturePolicy(Enum):
    """What becomes of a feature of a processor. Members will be added: who reads one needs a default branch."""

    FORCE = "force"
    """The guest sees it, whatever the node has."""
    REQUIRE = "require"
    """The guest sees it, and starts only where the node has it."""
    OPTIONAL = "optional"
    """The guest sees it where the node has it."""
    DISABLE = "disable"
    """The guest does not see it."""
    FORBID = "forbid"
    """The guest starts only where the node does not have it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessorFeature:
    """A feature of a processor and what becomes of it."""

    name: Annotated[str, MinLen(1)]
    """Its name, as the hypervisor knows it, such as `avx2`."""
    policy: ProcessorFeaturePolicy = ProcessorFeaturePolicy.REQUIRE
    """What becomes of it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessorTopology:
    """How processors are made up; the product of the three is how many there are."""

    sockets: Annotated[Processors, Ge(1), Le(65_536)]
    """How many sockets there are."""
    cores: Annotated[Processors, Ge(1), Le(65_536)]
    """How many cores each socket has."""
    threads: Annotated[Processors, Ge(1), Le(65_536)]
    """How many threads each core has."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessorModel:
    """The kind of processor that a guest sees, or that a node has. None: it is not known, or as the driver thinks
    best."""

    architecture: Architecture | None = None
    """The instruction set."""
    vendor: str | None = None
    """Who makes it, as the hypervisor says."""
    model: str | None = None
    """The name of the model, as the hypervisor knows it."""
    mode: ProcessorMode | None = None
    """How the model is chosen."""
    match: ProcessorMatch | None = None
    """How near the node's processor must be to it."""
    topology: ProcessorTopology | None = None
    """How the processors are made up."""
    features: Sequence[ProcessorFeature] = ()
    """What it has besides what the model says, or lacks of it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessorMask:
    """Some of a guest's processors, told without knowing how many there are."""

    included: frozenset[Annotated[ProcessorIndex, Ge(0), Le(65_535)]] | None = None
    """Those that are meant; None: all."""
    excluded: frozenset[Annotated[ProcessorIndex, Ge(0), Le(65_535)]] = frozenset()
    """Those that are not meant after all."""

@open_base
@dataclass(frozen=True, slots=True, kw_only=True)
class AddressSpace:
    """How many bits a guest's physical addresses have. Each way is a subclass, and more will be added."""

@dataclass(frozen=True, slots=True, kw_only=True)
class HostAddressSpace(AddressSpace):
    """As many as the node's."""

@dataclass(frozen=True, slots=True, kw_only=True)
class EmulatedAddressSpace(AddressSpace):
    """A number that the hypervisor sees to."""

    bits: Annotated[AddressBits, Ge(1), Le(64)]
    """How many bits."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessorProperties:
    """What is asked of a guest's processors. None: nothing is asked, and the driver does as it thinks best."""

    sockets: Annotated[Processors, Ge(1), Le(65_536)] | None = None
    """How many sockets the guest should see."""
    cores: Annotated[Processors, Ge(1), Le(65_536)] | None = None
    """How many cores of each socket the guest should see."""
    threads: Annotated[Processors, Ge(1), Le(65_536)] | None = None
    """How many threads of each core the guest should see."""
    most_sockets: Annotated[Processors, Ge(1), Le(65_536)] | None = None
    """How many sockets the guest may see at most."""
    most_cores: Annotated[Processors, Ge(1), Le(65_536)] | None = None
    """How many cores of each socket the guest may see at most."""
    most_threads: Annotated[Processors, Ge(1), Le(65_536)] | None = None
    """How many threads of each core the guest may see at most."""
    policy: ProcessorPolicy | None = None
    """Whether they have processors of the node for themselves."""
    dedicated: ProcessorMask | None = None
    """Which of them have, where not all have."""
    thread_policy: ThreadPolicy | None = None
    """Where dedicated ones may be among the threads of the node's cores."""
    emulator_threads: EmulatorThreadPolicy | None = None
    """Where the threads run that do the hypervisor's own work."""
    real_time: bool | None = None
    """Whether the guest has processors that are scheduled in real time."""
    real_time_processors: ProcessorMask | None = None
    """Which of them are scheduled in real time, where the guest has such."""
    performance_counters: bool | None = None
    """Whether the guest sees the performance monitoring unit."""
    address_space: AddressSpace | None = None
    """How many bits the guest's physical addresses have."""
