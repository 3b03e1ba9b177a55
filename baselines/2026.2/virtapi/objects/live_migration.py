# Produced from live_migration.pyi by `virtapi runtime`; not to be edited.
"""The move of an instance to another node while its guest runs on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import Enum

from virtapi._data import data
from virtapi.contract import open_enum
from virtapi.objects.migration import Migration
from virtapi.objects.network import Vif
from virtapi.objects.node import NodeResources
from virtapi.objects.pci import PciAddress
from virtapi.values import check_fields

__all__ = ["DiskTransfer", "LiveMigrationFailure", "LiveMigrationPlan", "VifMigration"]


class DiskTransfer(Enum):
    """What becomes of the disks on the node when the guest moves."""

    CHOOSE = "choose"
    """They are copied, unless both nodes have them in common."""
    COPY = "copy"
    """They are copied; a driver whose nodes have them in common refuses."""
    SHARE = "share"
    """They stay where they are, because both nodes have them in common; a driver whose nodes have not refuses."""


@open_enum
class LiveMigrationFailure(Enum):
    """Why a guest has not moved. Members will be added: who reads one needs a default branch."""

    FAILED = "failed"
    """The hypervisor could not do it."""
    ABORTED = "aborted"
    """It was told to stop."""


@data
class VifMigration:
    """A virtual interface of a guest that moves, as it is plugged on either side."""

    source: Vif
    """As it is plugged on the source."""
    destination: Vif
    """As it is to be plugged on the destination."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class LiveMigrationPlan:
    """What both sides must know of a live migration. The plan grows from call to call, as the host learns more."""

    migration: Migration
    """Where the instance comes from and where it goes."""
    source: NodeResources
    """The node that it comes from, as the host knew it last."""
    destination: NodeResources
    """The node that it goes to, as the host knew it last."""
    disk_transfer: DiskTransfer = DiskTransfer.CHOOSE
    """What becomes of its disks."""
    overcommit_disk: bool = False
    """Whether copied disks may be larger together than the room on the destination, as long as they are not full."""
    volume_backed: bool = False
    """Whether its root disk is a volume."""
    vifs: Sequence[VifMigration] = ()
    """Its virtual interfaces, once they are bound to the destination."""
    pci_addresses: Mapping[PciAddress, PciAddress] = field(default_factory=dict[PciAddress, PciAddress])
    """For each of its PCI devices on the source the one that is claimed on the destination, once it is."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
