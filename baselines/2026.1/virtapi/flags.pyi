"""What a driver can do beyond what every driver must: one flag for each."""

from enum import Enum

from virtapi.contract import open_enum, requires

__all__ = ["Capability"]

@open_enum
@requires(
    VOLUME_ATTACH_TAG=("VOLUME_ATTACH",),
    VOLUME_MULTIATTACH=("VOLUME_ATTACH",),
)
class Capability(Enum):
    """One thing that a driver may be able to do.

    A flag with a class in `virtapi.capabilities` is declared by inheriting that class. The others stand in the driver's
    `FLAGS`. Members will be added: who reads one needs a default branch.
    """

    PAUSE = "pause"
    """Guests can be paused: `virtapi.capabilities.Pausable`."""
    SUSPEND = "suspend"
    """Guests can be suspended to disk: `virtapi.capabilities.Suspendable`."""
    VOLUME_ATTACH = "volume-attach"
    """Volumes can be attached to a guest and detached from it: `virtapi.capabilities.VolumeAttachable`."""
    VOLUME_ATTACH_TAG = "volume-attach-tag"
    """A volume that is attached may have a tag, which the guest can read. Without methods of its own."""
    VOLUME_MULTIATTACH = "volume-multiattach"
    """One volume may be attached to several guests at once. Without methods of its own."""
    DEVICE_TAG = "device-tag"
    """Disks and virtual interfaces that an instance boots with may have tags. Without methods of its own."""
    SECURE_BOOT = "secure-boot"
    """A guest can be made to boot only what is signed. Without methods of its own."""

    @property
    def requires(self) -> frozenset[Capability]:
        """The flags without which this one means nothing; a driver that lacks one of them does not offer this one."""
