# Produced from events.pyi by `virtapi runtime`; not to be edited.
"""What a driver tells its host without being asked, and what a driver can wait for."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from virtapi._data import data
from virtapi.contract import open_base, open_enum
from virtapi.units import InstanceUuid, NodeName
from virtapi.values import check_fields

__all__ = [
    "AwaitedEvent",
    "AwaitedKind",
    "CapabilitiesChanged",
    "Event",
    "InstanceEvent",
    "LifecycleEvent",
    "LifecycleKind",
]


@open_enum
class LifecycleKind(Enum):
    """What happened to a guest. Members will be added: who reads one needs a default branch.

    What lasts only for a moment is told too: a guest that is rebooted may stop and start. The host asks
    `ComputeDriver.get_info` what the guest does now.
    """

    STARTED = "started"
    """It runs, after it did not and its memory was gone."""
    STOPPED = "stopped"
    """It no longer runs, whoever stopped it."""
    CRASHED = "crashed"
    """It has failed, and does not run."""
    PAUSED = "paused"
    """Its processors stand still, its memory is kept."""
    RESUMED = "resumed"
    """It goes on from where it was, after a pause or a suspension: also where its memory was restored from disk."""
    SUSPENDED = "suspended"
    """Its memory is on disk, and it does not run."""
    POST_COPY_STARTED = "post-copy-started"
    """In a live migration, it runs on the destination while the rest of its memory follows. The source tells."""
    MIGRATION_COMPLETED = "migration-completed"
    """In a live migration, it is on the destination with all of its memory. The source tells."""


@open_enum
class AwaitedKind(Enum):
    """What other services tell the host. Members will be added: who reads one needs a default branch."""

    VIF_PLUGGED = "vif-plugged"
    """The network service has connected a virtual interface; the tag is its `VifId`."""
    VIF_UNPLUGGED = "vif-unplugged"
    """The network service has disconnected a virtual interface; the tag is its `VifId`."""
    VIF_DELETED = "vif-deleted"
    """The network service has deleted a virtual interface; the tag is its `VifId`."""
    ACCELERATOR_BOUND = "accelerator-bound"
    """The accelerator service has bound a request to a device; the tag is its `AcceleratorRequestId`."""
    VOLUME_REIMAGED = "volume-reimaged"
    """The block storage service has written an image to a volume anew; the tag is its `VolumeId`."""


@open_base
@data
class Event:
    """Something that happened below the driver. Kinds will be added as subclasses."""

    occurred: datetime
    """When it happened, with its zone."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@open_base
@data
class InstanceEvent(Event):
    """Something that happened to one instance."""

    instance: InstanceUuid
    """The instance that it happened to."""


@data
class LifecycleEvent(InstanceEvent):
    """A guest was started, stopped, paused and so on, by the host's wish or without it."""

    kind: LifecycleKind
    """What happened."""


@data
class CapabilitiesChanged(Event):
    """What `DriverBase.capabilities` answers has changed: the host asks again."""

    node: NodeName | None = None
    """The node whose hypervisor changed, or None where it is all of them."""


@data
class AwaitedEvent:
    """An event of another service that a driver waits for: one kind, about one thing."""

    kind: AwaitedKind
    """What must happen."""
    tag: str
    """What it must happen to; the kind says what that is."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
