"""How a guest moves to another node while it runs."""

from abc import abstractmethod

from virtapi.ability import Ability
from virtapi.contract import capability, concurrent, driver_interface, raises
from virtapi.exceptions import (
    CallCancelled,
    ConnectionNotSupported,
    DeviceUnavailable,
    EncryptionNotSupported,
    HardwareNotSupported,
    InstanceNotFound,
    InsufficientResources,
    InvalidPowerState,
    MigrationImpossible,
    MigrationNotRunning,
    NetworkUnavailable,
    NodeNotFound,
    SecretForbidden,
    TooManyDevices,
    VolumeUnavailable,
)
from virtapi.flags import Capability
from virtapi.host import Call
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.driver_data import DriverData
from virtapi.objects.instance import Instance
from virtapi.objects.live_migration import LiveMigrationPlan
from virtapi.objects.network import NetworkInfo

__all__ = ["LiveMigratable", "LiveMigrationAbortable", "LiveMigrationForceable"]

@driver_interface
@capability(Capability.LIVE_MIGRATE)
class LiveMigratable(Ability):
    """The driver can move a guest to another node while it runs.

    What a driver has to do beside this core is an ability of its own.
    """

    @abstractmethod
    @raises(ConnectionNotSupported, EncryptionNotSupported, HardwareNotSupported, MigrationImpossible, NodeNotFound)
    def check_migration_destination(
        self, call: Call, instance: Instance, plan: LiveMigrationPlan, /, *, disks: DiskPlan
    ) -> DriverData:
        """Look whether the destination can take a guest that runs on the source. Called on the destination.

        Args:
            call: the call that the driver works for.
            instance: the instance, which is on the source.
            plan: the move that is asked for.
            disks: the disks that it has, and how its volumes are connected to the source; how they will be connected to
                the destination, nobody knows yet.
        Returns:
            What the driver of the source needs to know; the host hands it to `check_migration_source`.
        Raises:
            ConnectionNotSupported: the driver could not use a volume that is connected in the same way here.
            EncryptionNotSupported: the driver cannot use the way in which a disk or volume is encrypted.
            HardwareNotSupported: the node's processors or devices cannot run the guest as it is.
            MigrationImpossible: the guest cannot come in the way that is asked for, or the node takes no new guests.
            NodeNotFound: the driver manages no node of the name that the plan has for the destination.
        State: the guest is not touched; what the check has left on the node, `LiveMigrationCheckCleanable` removes. On
            any exception it has left nothing.
        Repeats: every call checks anew.
        After: the host calls `check_migration_source` on the source.
        """

    @abstractmethod
    @raises(InstanceNotFound, MigrationImpossible)
    def check_migration_source(
        self, call: Call, instance: Instance, plan: LiveMigrationPlan, data: DriverData, /, *, disks: DiskPlan
    ) -> DriverData:
        """Look whether the source can send a guest to the destination. Called on the source.

        Args:
            call: the call that the driver works for.
            instance: the instance.
            plan: the move that is asked for.
            data: what the driver of the destination has returned.
            disks: the disks and volumes that it has.
        Returns:
            All that both drivers need to know from now on, with what the destination must know of the disks. Where the
            plan leaves it to the driver whether disks are copied, this says it.
        Raises:
            InstanceNotFound: the instance is not on this host.
            MigrationImpossible: the guest cannot be sent there in the way that is asked for, or `data` is of another
                driver or of a version that this one does not read.
        State: nothing is changed.
        Repeats: every call checks anew.
        Before: `check_migration_destination` has returned on the destination.
        After: the host calls `prepare_live_migration` on the destination, or nothing more.
        """

    @abstractmethod
    @raises(
        CallCancelled,
        ConnectionNotSupported,
        DeviceUnavailable,
        EncryptionNotSupported,
        HardwareNotSupported,
        InsufficientResources,
        MigrationImpossible,
        NetworkUnavailable,
        NodeNotFound,
        SecretForbidden,
        TooManyDevices,
        VolumeUnavailable,
    )
    def prepare_live_migration(
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
    ) -> DriverData:
        """Make ready for a guest that is going to come. Called on the destination.

        Args:
            call: the call that the driver works for.
            instance: the instance, which is on the source.
            plan: the move.
            data: what the driver has returned last for this move.
            networks: what to connect it to on the destination.
            disks: the disks that it has, and how its volumes are connected to the destination.
            devices: the other devices that it gets on the destination.
        Returns:
            All that the driver of the source needs to know to send the guest.
        Raises:
            CallCancelled: the call was cancelled before the destination was ready.
            ConnectionNotSupported: the driver cannot use the way in which a volume is connected.
            DeviceUnavailable: a device that the guest is to have is gone, or in use.
            EncryptionNotSupported: the driver cannot use the way in which a disk or volume is encrypted.
            HardwareNotSupported: the node cannot give the guest what its flavor, image or disks ask for.
            InsufficientResources: the node has not enough of a resource.
            MigrationImpossible: the guest cannot come in the way that is asked for, as was seen only now; or the node
                takes no new guests, or `data` is of another driver or of a version that this one does not read.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
            NodeNotFound: the driver manages no node of the name that the plan has for the destination.
            SecretForbidden: the requester may not make or read a key that the guest needs.
            TooManyDevices: the guest has more devices than the hypervisor can give it here.
            VolumeUnavailable: the storage behind a volume cannot be reached from the node.
        State: on any exception something may be left on the destination; the host has it removed with
            `LiveMigrationRevertible`, where the driver offers it, or else nothing is left.
        Repeats: what is ready stays so.
        Before: the checks have returned, the host has claimed the resources, and the block storage service lets the
            node reach the volumes.
        After: the guest may come: the node is connected to its volumes and networks, and has room for the disks that
            are copied.
        """

    @abstractmethod
    @raises(InstanceNotFound, InvalidPowerState, MigrationImpossible)
    def live_migrate(self, call: Call, instance: Instance, plan: LiveMigrationPlan, data: DriverData, /) -> None:
        """Move a guest to the destination while it runs, and return when that is over. Called on the source.

        Before it returns, the driver tells the host what has come of it: `HostServices.live_migration_succeeded` or
        `HostServices.live_migration_failed`, one of them and once. On the way it may tell
        `HostServices.report_migration_progress`.

        Where the call is cancelled, the driver gives the move up as `LiveMigrationAbortable` would, if it can.

        Args:
            call: the call that the driver works for.
            instance: the instance.
            plan: the move.
            data: what `prepare_live_migration` has returned.
        Raises:
            InstanceNotFound: the instance is not on this host.
            InvalidPowerState: the guest neither runs nor is paused.
            MigrationImpossible: the hypervisors refuse to begin, or `data` is of another driver or of a version that
                this one does not read.
        State: on any exception nothing was told to the host, and the guest runs on the source.
        Repeats: a guest that is being moved raises `MigrationImpossible`.
        Before: `prepare_live_migration` has returned on the destination.
        After: the host knows whether the guest runs here or there, and has both sides cleaned up.
        """

@driver_interface
@capability(Capability.LIVE_MIGRATE_ABORT)
class LiveMigrationAbortable(Ability):
    """The driver can give up a live migration that is under way."""

    @abstractmethod
    @raises(InstanceNotFound, MigrationNotRunning)
    @concurrent
    def abort_live_migration(self, call: Call, instance: Instance, /) -> None:
        """Give up moving a guest. Called on the source, while `live_migrate` runs.

        Args:
            call: the call that the driver works for.
            instance: the instance whose guest is being moved.
        Raises:
            InstanceNotFound: the instance is not on this host.
            MigrationNotRunning: the guest is not being moved, or not any more.
        State: on any exception the move goes on, or is over.
        Repeats: giving up what is given up already does nothing, until `live_migrate` has returned.
        After: `live_migrate` tells the host before long that the move was aborted, unless it was over sooner.
        """

@driver_interface
@capability(Capability.LIVE_MIGRATE_FORCE)
class LiveMigrationForceable(Ability):
    """The driver can bring a live migration to its end at the guest's expense."""

    @abstractmethod
    @raises(InstanceNotFound, MigrationNotRunning)
    @concurrent
    def force_live_migration(self, call: Call, instance: Instance, /) -> None:
        """Bring the move of a guest to its end: pause it, or let it run on the destination at once.

        Called on the source, while `live_migrate` runs.

        Args:
            call: the call that the driver works for.
            instance: the instance whose guest is being moved.
        Raises:
            InstanceNotFound: the instance is not on this host.
            MigrationNotRunning: the guest is not being moved, or not any more.
        State: on any exception the move goes on as before, or is over.
        Repeats: forcing what is forced already does nothing.
        After: the guest does not hold the move up any more.
        """
