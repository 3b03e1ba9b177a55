# Produced from snapshot.pyi by `virtapi runtime`; not to be edited.
"""Images made of instances, and snapshots of volumes that need the help of a hypervisor."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from annotated_types import MinLen

from virtapi._data import data
from virtapi.contract import open_enum
from virtapi.objects.image import DiskFormat
from virtapi.units import ImageId, VolumeId, VolumeSnapshotId
from virtapi.values import check_fields

__all__ = [
    "SnapshotStage",
    "SnapshotTarget",
    "VolumeSnapshotCommit",
    "VolumeSnapshotCreation",
    "VolumeSnapshotDeletion",
    "VolumeSnapshotMerge",
    "VolumeSnapshotPull",
    "VolumeSnapshotState",
]


@open_enum
class SnapshotStage(Enum):
    """How far the snapshot of an instance is. Members will be added: who reads one needs a default branch."""

    COPYING = "copying"
    """The disk is being copied on the node. It begins with this."""
    PENDING_UPLOAD = "pending-upload"
    """The copy is made, and the guest is as it was; nothing is uploaded yet."""
    UPLOADING = "uploading"
    """The copy is being uploaded."""


@data
class SnapshotTarget:
    """The image that the snapshot of an instance is to fill. It is there already, and empty."""

    image: ImageId
    """The image."""
    name: str = ""
    """What people call it."""
    format: DiskFormat | None = None
    """How its data is to be kept; None: as the driver thinks best."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class VolumeSnapshotCreation:
    """A snapshot to be made of a volume that is a file: from then on, the guest writes to another file.

    What the guest has written until then stays as it is in the file that it used.
    """

    volume: VolumeId
    """The volume."""
    snapshot: VolumeSnapshotId
    """The snapshot."""
    format: DiskFormat
    """How the new file keeps its blocks."""
    file: Annotated[str, MinLen(1)]
    """The name of the new file, in the folder of the one in use; the block storage service has made it."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class VolumeSnapshotMerge:
    """How a chain of files gets shorter: a `VolumeSnapshotPull` or a `VolumeSnapshotCommit`; there are no others.

    Files that are no longer needed are deleted by the block storage service, not by the driver.
    """

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class VolumeSnapshotPull(VolumeSnapshotMerge):
    """What the file in use needs of the files below it goes up, into the file in use."""

    base: Annotated[str, MinLen(1)] | None = None
    """The name of the file below which nothing moves, and which the one in use lies on afterwards; None: on none."""


@data
class VolumeSnapshotCommit(VolumeSnapshotMerge):
    """What is in one file goes down, into a file below it, together with what is in the files between them."""

    source: Annotated[str, MinLen(1)]
    """The name of the upper file."""
    target: Annotated[str, MinLen(1)]
    """The name of the lower file."""


@data
class VolumeSnapshotDeletion:
    """A snapshot to be undone of a volume that is a chain of files: the chain gets shorter."""

    volume: VolumeId
    """The volume."""
    snapshot: VolumeSnapshotId
    """The snapshot."""
    format: DiskFormat
    """How the files keep their blocks."""
    merge: VolumeSnapshotMerge
    """What goes where."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@open_enum
class VolumeSnapshotState(Enum):
    """How far the snapshot of a volume is. Members will be added: who reads one needs a default branch."""

    CREATING = "creating"
    """The guest writes to the new file; what is left is the work of the block storage service."""
    DELETING = "deleting"
    """The chain is shorter; what is left is the work of the block storage service."""
    CREATION_FAILED = "creation-failed"
    """The snapshot was not made."""
    DELETION_FAILED = "deletion-failed"
    """The snapshot was not undone."""
