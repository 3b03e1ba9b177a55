# Produced from instance_files.pyi by `virtapi runtime`; not to be edited.
"""Where the files of an instance are, and what is left of them when it is gone."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from virtapi.ability import Ability
from virtapi.contract import capability, driver_interface, raises
from virtapi.flags import Capability

if TYPE_CHECKING:
    from virtapi.host import Call
    from virtapi.objects.driver_data import DriverData
    from virtapi.objects.instance import Instance

__all__ = ["ResidueRemovable", "SharedStorageCheckable"]


@driver_interface
@capability(Capability.SHARED_STORAGE_CHECK)
class SharedStorageCheckable(Ability):
    """The driver can find out whether two hosts keep an instance's disks in the same place."""

    @abstractmethod
    @raises()
    def create_storage_probe(self, call: Call, instance: Instance, /) -> DriverData | None:
        """Leave a mark beside the disks of an instance, for the driver of another host to look for.

        Args:
            call: the call that the driver works for.
            instance: the instance whose disks are asked about.
        Returns:
            What the other driver needs to look for the mark; None: the disks are where no other host can see them, and
            no mark was left.
        State: on any exception no mark is left.
        Repeats: every call leaves a mark of its own.
        After: the host has another host call `find_storage_probe`, and calls `remove_storage_probe` whatever comes of
            it.
        """

    @abstractmethod
    @raises()
    def find_storage_probe(self, call: Call, probe: DriverData, /) -> bool:
        """Whether the mark that the driver of another host has left can be seen from here.

        Args:
            call: the call that the driver works for.
            probe: what the other driver has returned.
        Returns:
            True where both hosts keep the disks in the same place. False also where the probe is of another driver or
            of a version that this one does not read.
        State: nothing is changed.
        Repeats: asks again.
        """

    @abstractmethod
    @raises()
    def remove_storage_probe(self, call: Call, probe: DriverData, /) -> None:
        """Take away a mark that this driver has left.

        Args:
            call: the call that the driver works for.
            probe: what `create_storage_probe` has returned. What is of another driver or of a version that this one
                does not read is left as it is.
        State: on any exception the mark may still be there; it does no harm.
        Repeats: taking away what is not there does nothing.
        After: the mark is gone.
        """


@driver_interface
@capability(Capability.RESIDUE_REMOVAL)
class ResidueRemovable(Ability):
    """The driver can clean up after an instance that left while nobody could do so."""

    @abstractmethod
    @raises()
    def delete_instance_files(self, call: Call, instance: Instance, /) -> bool:
        """Delete the files that are left of an instance which is not on this host any more.

        Args:
            call: the call that the driver works for.
            instance: an instance that was deleted, or has moved away.
        Returns:
            True where no file is left; False: the host calls again later.
        State: on any exception files may be left; calling again deletes them.
        Repeats: where no file is left, nothing is done.
        Before: the guest does not run on this host. Where hosts share the files, they are deleted only for an instance
            that is gone from all.
        """

    @abstractmethod
    @raises()
    def clean_lingering_resources(self, call: Call, instance: Instance, /) -> bool:
        """Free what is still in use on the node for an instance which is not there any more.

        Args:
            call: the call that the driver works for.
            instance: an instance whose move to this host, or away from it, was not finished.
        Returns:
            True where nothing is left; False: the host calls again later.
        State: on any exception something may be left; calling again frees it.
        Repeats: where nothing is left, nothing is done.
        Before: the guest does not run on this host, and will not come back.
        """
