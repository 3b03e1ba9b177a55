# Produced from migration.pyi by `virtapi runtime`; not to be edited.
"""The move of an instance from one node to another, or to another size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le

from virtapi._data import data
from virtapi.contract import open_enum
from virtapi.objects.device import DevicePlan
from virtapi.objects.driver_data import DriverData
from virtapi.objects.flavor import Flavor
from virtapi.objects.numa import InstanceNuma
from virtapi.objects.provider import Allocation
from virtapi.units import Bytes, HostName, IpAddress, MigrationUuid, NodeName, ProviderUuid
from virtapi.values import check_fields

__all__ = [
    "Migration",
    "MigrationArrival",
    "MigrationClaim",
    "MigrationKind",
    "MigrationProgress",
    "MigrationSide",
    "MigrationStatus",
    "Transfer",
]


@open_enum
class MigrationKind(Enum):
    """Why an instance moves, and how. Members will be added: who reads one needs a default branch."""

    COLD = "cold"
    """To another node, with the guest shut down."""
    RESIZE = "resize"
    """To another flavor, with the guest shut down; the node may be another or the same."""
    LIVE = "live"
    """To another node, while the guest runs on."""
    EVACUATION = "evacuation"
    """To another node, because the host of the first has failed."""


@open_enum
class MigrationStatus(Enum):
    """How far a migration is. Members will be added: who reads one needs a default branch."""

    ACCEPTED = "accepted"
    """It is asked for, and nothing is done yet."""
    QUEUED = "queued"
    """It waits until others are over."""
    PREPARING = "preparing"
    """The hosts get ready for it."""
    RUNNING = "running"
    """The instance moves: its disks, or the memory of its guest."""
    POST_COPY = "post-copy"
    """The guest runs on the destination while the rest of its memory follows."""
    ARRIVING = "arriving"
    """All is sent, and the destination makes a guest of it."""
    FINISHED = "finished"
    """The instance is on the destination, and its owner is to confirm it or to turn back."""
    CONFIRMING = "confirming"
    """What is left on the source is being removed."""
    CONFIRMED = "confirmed"
    """The owner has confirmed it: it is over."""
    REVERTING = "reverting"
    """The instance goes back to the source."""
    REVERTED = "reverted"
    """The instance is on the source again: it is over."""
    COMPLETED = "completed"
    """The instance is on the destination, with nothing to confirm: it is over."""
    FAILED = "failed"
    """It has failed: it is over."""
    CANCELLED = "cancelled"
    """It was aborted, and the instance has stayed where it was: it is over."""


@data
class MigrationSide:
    """One of the two ends of a migration."""

    host: HostName
    """The host."""
    node: NodeName
    """The node of that host."""
    address: IpAddress | None = None
    """The address at which the other host reaches the node; None: the driver of the node has named none."""
    flavor: Flavor
    """How large the instance is there."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class Migration:
    """The move of an instance. The flavors of its two sides differ only where it is a resize."""

    uuid: MigrationUuid
    """What names it."""
    kind: MigrationKind
    """Why and how the instance moves."""
    status: MigrationStatus
    """How far it is."""
    source: MigrationSide
    """Where the instance comes from."""
    destination: MigrationSide
    """Where it goes."""
    cross_cell: bool = False
    """Whether the two hosts have no common database, so that the disks go by way of the image service."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class MigrationClaim:
    """What the host has claimed on the destination for an instance that moves there."""

    allocations: Mapping[ProviderUuid, Allocation] = field(default_factory=dict[ProviderUuid, Allocation])
    """What is allocated for it, by provider."""
    numa: InstanceNuma | None = None
    """The NUMA cells that it will see, and where on the node they are; None: it sees none."""
    devices: DevicePlan
    """The devices of the node that it will have."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class MigrationArrival:
    """What the destination must know to make a guest of disks that were sent to it."""

    migration: Migration
    """Where they come from, and how large the instance was there; its disks may have to grow."""
    allocations: Mapping[ProviderUuid, Allocation] = field(default_factory=dict[ProviderUuid, Allocation])
    """What is allocated for the instance on the destination, by provider."""
    data: DriverData
    """What the driver of the source has handed over."""
    power_on: bool = True
    """Whether the guest is started."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class Transfer:
    """How much of something has gone over. What changes meanwhile goes over again."""

    total: Annotated[Bytes, Ge(0), Le(2**63 - 1)]
    """How much there is, in bytes."""
    processed: Annotated[Bytes, Ge(0), Le(2**63 - 1)]
    """How much has gone over, in bytes; more than there is, where it changes."""
    remaining: Annotated[Bytes, Ge(0), Le(2**63 - 1)]
    """How much is left, in bytes."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class MigrationProgress:
    """How far a live migration is: what `HostServices.report_migration_progress` tells."""

    memory: Transfer
    """The memory of the guest."""
    disks: Transfer | None = None
    """Its disks; None: none of them are copied."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
