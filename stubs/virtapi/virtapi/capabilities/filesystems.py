# Produced from filesystems.pyi by `virtapi runtime`; not to be edited.
"""What can be done with the file systems of a guest."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from virtapi.ability import Ability
from virtapi.contract import capability, driver_interface, raises, since
from virtapi.exceptions import GuestAgentUnavailable, InstanceNotFound, InvalidPowerState
from virtapi.flags import Capability

if TYPE_CHECKING:
    from virtapi.host import Call
    from virtapi.objects.instance import Instance

__all__ = ["FilesystemTrimmable"]


@since("2026.2")
@driver_interface
@capability(Capability.FILESYSTEM_TRIM)
class FilesystemTrimmable(Ability):
    """The driver can make a guest give back the blocks of its disks that its file systems do not use any more."""

    @abstractmethod
    @raises(GuestAgentUnavailable, InstanceNotFound, InvalidPowerState)
    def trim_filesystems(self, call: Call, instance: Instance, /) -> None:
        """Let a guest give back what its file systems do not use, so that others can have it.

        Args:
            call: the call that the driver works for.
            instance: the instance whose file systems are trimmed.
        Raises:
            GuestAgentUnavailable: nothing in the guest answers that could do it.
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest does not run.
        State: on any exception some file systems may be trimmed, which their data does not show.
        Repeats: gives back what has become unused since.
        After: the storage below those disks that can give something back has it.
        """
