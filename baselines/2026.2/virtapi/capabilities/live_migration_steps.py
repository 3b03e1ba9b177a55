# Produced from live_migration_steps.pyi by `virtapi runtime`; not to be edited.
"""What else a driver may have to do, on either side, for a guest that moves while it runs."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from virtapi.ability import Ability
from virtapi.contract import capability, driver_interface, raises
from virtapi.exceptions import (
    CallCancelled,
    DeviceUnavailable,
    InstanceNotFound,
    MigrationImpossible,
    NetworkUnavailable,
    NodeNotFound,
)
from virtapi.flags import Capability

if TYPE_CHECKING:
    from virtapi.host import Call
    from virtapi.objects.boot import Disposal
    from virtapi.objects.device import DevicePlan
    from virtapi.objects.disk import DiskPlan
    from virtapi.objects.driver_data import DriverData
    from virtapi.objects.instance import Instance
    from virtapi.objects.live_migration import LiveMigrationPlan
    from virtapi.objects.migration import MigrationClaim
    from virtapi.objects.network import NetworkInfo

__all__ = [
    "LiveMigrationCheckCleanable",
    "LiveMigrationFinishable",
    "LiveMigrationRevertible",
    "MigrationClaimUsable",
    "MigrationSourceDisconnectable",
    "MigrationSourceRestorable",
]


@driver_interface
@capability(Capability.LIVE_MIGRATE_CHECK_CLEAN)
class LiveMigrationCheckCleanable(Ability):
    """Checking a live migration leaves something on the destination that must be removed."""

    @abstractmethod
    @raises()
    def clean_migration_check(self, call: Call, data: DriverData, /) -> None:
        """Remove what `check_migration_destination` has left. Called on the destination.

        Args:
            call: the call that the driver works for.
            data: what `check_migration_destination` has returned. What is of another driver or of a version that this
                one does not read is left as it is.
        State: on any exception something may be left; it does no harm.
        Repeats: removing what is gone does nothing.
        Before: `check_migration_source` has returned, or raised an exception.
        After: nothing is left of the check.
        """


@driver_interface
@capability(Capability.LIVE_MIGRATE_CLAIM)
class MigrationClaimUsable(Ability):
    """The driver needs to know what the destination has claimed for a guest that is going to come."""

    @abstractmethod
    @raises(MigrationImpossible, NodeNotFound)
    def check_migration_claim(
        self, call: Call, instance: Instance, plan: LiveMigrationPlan, data: DriverData, claim: MigrationClaim, /
    ) -> DriverData:
        """Fit a guest that is going to come into what was claimed for it. Called on the destination.

        Args:
            call: the call that the driver works for.
            instance: the instance, which is on the source.
            plan: the move.
            data: what `check_migration_source` has returned.
            claim: what the host of the destination has claimed.
        Returns:
            All that both drivers need to know from now on, with the place of the guest's processors, memory and
            devices.
        Raises:
            MigrationImpossible: the guest cannot use what was claimed, such as a device of another kind; or `data` is
                of another driver or of a version that this one does not read.
            NodeNotFound: the driver manages no node of the name that the plan has for the destination.
        State: what the claim has of the node may be set aside for the guest; a driver that does so offers
            `LiveMigrationFinishable` and `LiveMigrationRevertible`, which end it. On any exception nothing is set
            aside.
        Repeats: what is set aside for the guest already stays so.
        Before: `check_migration_source` has returned, and the host has claimed the resources.
        After: the host calls `prepare_live_migration`.
        """


@driver_interface
@capability(Capability.LIVE_MIGRATE_FINISH)
class LiveMigrationFinishable(Ability):
    """The driver has something left to do on the destination once a guest has come."""

    @abstractmethod
    @raises(CallCancelled, DeviceUnavailable, InstanceNotFound, NetworkUnavailable)
    def finish_live_migration(
        self,
        call: Call,
        instance: Instance,
        plan: LiveMigrationPlan,
        data: DriverData,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        """Do the rest for a guest that has come. Called on the destination.

        Args:
            call: the call that the driver works for.
            instance: the instance, which is on the destination now.
            plan: the move.
            data: what `prepare_live_migration` has returned; where this driver does not read its version, it does what
                it can without.
            networks: what it is connected to on the destination.
            disks: the disks and volumes that it has, as `prepare_live_migration` was given them.
            devices: the other devices that it has.
        Raises:
            CallCancelled: the call was cancelled before the guest had all of it.
            DeviceUnavailable: a device that the guest is to have is gone, or in use.
            InstanceNotFound: the instance is not on this host.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
        State: on any exception the guest runs here, and may lack a network or a device.
        Repeats: what is done already is not done again.
        Before: the source has told that the move succeeded, and the ports are bound to the destination.
        After: the guest has all that it had on the source.
        """


@driver_interface
@capability(Capability.LIVE_MIGRATE_ROLL_BACK)
class LiveMigrationRevertible(Ability):
    """Preparing a live migration leaves something on the destination when the guest does not come."""

    @abstractmethod
    @raises()
    def roll_back_live_migration(
        self,
        call: Call,
        instance: Instance,
        plan: LiveMigrationPlan,
        data: DriverData,
        disposal: Disposal,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        """Remove what was made ready for a guest that does not come. Called on the destination.

        Args:
            call: the call that the driver works for.
            instance: the instance, which stays on the source.
            plan: the move.
            data: the last that a driver has returned for this move; where this driver does not read it, it does what it
                can without, and leaves the disks.
            disposal: what goes together with it; disks that both hosts share are not to go. Where the plan leaves it to
                the driver what becomes of the disks (`DiskTransfer.CHOOSE`), the driver goes by `data`, whatever
                `Disposal.disks` says.
            networks: what was to be connected on the destination.
            disks: the disks, and how its volumes are connected to the destination.
            devices: the other devices that it was to get on the destination.
        State: on any exception something may be left; calling again removes it. The guest on the source is not touched.
        Repeats: removing what is gone does nothing.
        Before: `prepare_live_migration` has raised an exception, or `live_migrate` has failed.
        After: the node is connected to none of the volumes and networks, and nothing is left of what was made ready.
        """


@driver_interface
@capability(Capability.LIVE_MIGRATE_SOURCE_DISCONNECT)
class MigrationSourceDisconnectable(Ability):
    """The source keeps volumes, networks and files of a guest that has gone, until it is told to let go."""

    @abstractmethod
    @raises()
    def disconnect_migrated_volumes(
        self, call: Call, instance: Instance, data: DriverData, /, *, disks: DiskPlan
    ) -> None:
        """Disconnect the source from the volumes of a guest that has gone.

        Args:
            call: the call that the driver works for.
            instance: the instance, which is on the destination now.
            data: what `prepare_live_migration` has returned; where this driver does not read its version, it does what
                it can without.
            disks: the disks, and how its volumes are connected to the source.
        State: on any exception the source may be connected to some of the volumes; calling again disconnects it.
        Repeats: a volume to which the source is not connected is no error.
        Before: the driver has told that the move succeeded.
        After: the source is connected to none of the volumes; the host tells the block storage service.
        """

    @abstractmethod
    @raises()
    def disconnect_migrated_networks(self, call: Call, instance: Instance, /, *, networks: NetworkInfo) -> None:
        """Unplug on the source the interfaces of a guest that has gone.

        Args:
            call: the call that the driver works for.
            instance: the instance, which is on the destination now.
            networks: what it was connected to on the source.
        State: on any exception some of the interfaces may be plugged still; calling again unplugs them.
        Repeats: an interface that is not plugged is no error.
        Before: `disconnect_migrated_volumes` has returned, and the ports are bound to the destination.
        After: none of the interfaces is plugged on the source.
        """

    @abstractmethod
    @raises()
    def clean_migration_source(self, call: Call, instance: Instance, data: DriverData, disposal: Disposal, /) -> None:
        """Remove from the source what else is left of a guest that has gone.

        Args:
            call: the call that the driver works for.
            instance: the instance, which is on the destination now.
            data: what `prepare_live_migration` has returned; where this driver does not read its version, it does what
                it can without, and leaves the disks.
            disposal: what is removed; disks that both hosts share are not to go. Where the plan leaves it to the driver
                what becomes of the disks (`DiskTransfer.CHOOSE`), the driver goes by `data`, whatever `Disposal.disks`
                says.
        State: on any exception something may be left; calling again removes it. The guest on the destination is not
            touched.
        Repeats: removing what is gone does nothing.
        Before: `disconnect_migrated_networks` has returned.
        After: `list_instances` of the source does not have the instance, and nothing of it is left there but what is
            shared.
        """


@driver_interface
@capability(Capability.LIVE_MIGRATE_SOURCE_RESTORE)
class MigrationSourceRestorable(Ability):
    """The source must give a guest back what it took from it for a live migration that has failed."""

    @abstractmethod
    @raises(CallCancelled, DeviceUnavailable, InstanceNotFound, NetworkUnavailable)
    def restore_migration_source(
        self, call: Call, instance: Instance, data: DriverData, /, *, networks: NetworkInfo, devices: DevicePlan
    ) -> None:
        """Give a guest back what was taken from it so that it could move. Called on the source.

        Args:
            call: the call that the driver works for.
            instance: the instance, which has stayed.
            data: the last that a driver has returned for this move; where this driver does not read it, it does what it
                can without.
            networks: what it is connected to on the source.
            devices: the other devices that it has on the source.
        Raises:
            CallCancelled: the call was cancelled before the guest had all of it.
            DeviceUnavailable: a device of the guest was given to another meanwhile.
            InstanceNotFound: the instance is not on this host.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
        State: on any exception the guest runs, and may lack an interface or a device.
        Repeats: what the guest has already stays so.
        Before: the driver has told that the move failed.
        After: the guest has all that it had before.
        """
