"""How an instance that is shut down moves to another node, or changes its flavor."""

from abc import abstractmethod

from virtapi.ability import Ability
from virtapi.contract import capability, driver_interface, raises
from virtapi.exceptions import (
    CallCancelled,
    ConnectionNotSupported,
    DeviceUnavailable,
    EncryptionNotSupported,
    HardwareNotSupported,
    ImageCorrupt,
    ImageUnavailable,
    ImageUnsuitable,
    ImageUntrusted,
    InstanceExists,
    InstanceNotFound,
    InsufficientResources,
    MigrationFailed,
    MigrationImpossible,
    NetworkUnavailable,
    NodeDisabled,
    NodeNotFound,
    PowerOffFailed,
    SecretForbidden,
    TooManyDevices,
    VolumeUnavailable,
)
from virtapi.flags import Capability
from virtapi.host import Call
from virtapi.objects.boot import Shutdown
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.driver_data import DriverData
from virtapi.objects.instance import Instance
from virtapi.objects.migration import Migration, MigrationArrival
from virtapi.objects.network import NetworkInfo

__all__ = ["ColdMigratable"]

@driver_interface
@capability(Capability.COLD_MIGRATE)
class ColdMigratable(Ability):
    """The driver can move an instance that is shut down, and change its flavor on the way."""

    @abstractmethod
    @raises(
        CallCancelled, InstanceNotFound, InsufficientResources, MigrationFailed, MigrationImpossible, PowerOffFailed
    )
    def migrate_disks_and_power_off(
        self,
        call: Call,
        instance: Instance,
        migration: Migration,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        shutdown: Shutdown,
    ) -> DriverData:
        """Shut a guest down and move its disks to the destination. Called on the source.

        Args:
            call: the call that the driver works for.
            instance: the instance, with its old flavor.
            migration: where it goes, and what it becomes.
            networks: what it is connected to.
            disks: the disks and volumes that it has.
            shutdown: how much time the guest gets.
        Returns:
            What the driver of the destination needs to know; the host hands it to `finish_migration`.
        Raises:
            CallCancelled: the call was cancelled before the disks were moved.
            InstanceNotFound: the instance is not on this host.
            InsufficientResources: the destination has no room for the disks.
            MigrationFailed: the disks did not reach the destination.
            MigrationImpossible: the instance cannot be moved there, or cannot have the new flavor.
            PowerOffFailed: the hypervisor did not stop the guest.
        State: on `MigrationImpossible` and `PowerOffFailed` the instance is what it was; on any other exception it is
            whole on the source and may be shut down, and nothing of it is left on the destination.
        Repeats: where the disks were moved already, they are not moved again, and the same is returned.
        Before: the host of the destination has claimed the resources.
        After: the guest is shut down, and the node is connected to none of its volumes and networks. On the source
            `list_instances` does not have the instance and `get_info` raises `InstanceNotFound`, until
            `finish_migration` or `revert_migration` makes it there again. What is needed to go back is kept on the
            source until `confirm_migration` or `revert_migration`; `destroy` does not take it, on the source or where
            both are one node.
        """

    @abstractmethod
    @raises(
        CallCancelled,
        ConnectionNotSupported,
        DeviceUnavailable,
        EncryptionNotSupported,
        HardwareNotSupported,
        ImageCorrupt,
        ImageUnavailable,
        ImageUnsuitable,
        ImageUntrusted,
        InstanceExists,
        InsufficientResources,
        MigrationFailed,
        NetworkUnavailable,
        NodeDisabled,
        NodeNotFound,
        SecretForbidden,
        TooManyDevices,
        VolumeUnavailable,
    )
    def finish_migration(
        self,
        call: Call,
        instance: Instance,
        arrival: MigrationArrival,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        """Make the instance from the disks that have arrived, and start it. Called on the destination.

        Args:
            call: the call that the driver works for.
            instance: the instance, with its new flavor.
            arrival: what has arrived, and what it becomes.
            networks: what to connect it to on the destination.
            disks: the disks that it has, and how its volumes are connected to the destination.
            devices: the other devices that it has.
        Raises:
            CallCancelled: the call was cancelled before the guest ran here.
            ConnectionNotSupported: the driver cannot use the way in which a volume is connected.
            DeviceUnavailable: a device that the guest is to have is gone, or in use.
            EncryptionNotSupported: the driver cannot use the way in which a disk or volume is encrypted.
            HardwareNotSupported: the node cannot give the guest what its flavor or image asks for.
            ImageCorrupt: the data of the image is not what the image service says that it is.
            ImageUnavailable: the image is gone, not ready, or may not be read.
            ImageUnsuitable: the image cannot be used: its format, its size, or what it asks for.
            ImageUntrusted: the signature of the image is not valid, or not made by whom the instance trusts.
            InstanceExists: an instance of this uuid or name is on this host already, and it is not the one that moves.
            InsufficientResources: the node has not enough of a resource.
            MigrationFailed: the disks have not arrived, or not whole; or the data that arrived is of another driver or
                of a version that this one does not read.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
            NodeDisabled: the node takes no new guests: it was disabled, or is in maintenance.
            NodeNotFound: the driver manages no node of the name that the instance has.
            SecretForbidden: the requester may not make or read a key that the guest needs.
            TooManyDevices: the guest has more devices than the hypervisor can give it here.
            VolumeUnavailable: the storage behind a volume cannot be reached from the node.
        State: on any exception the instance may be on the destination in part; `destroy` removes it, and the source can
            still go back.
        Repeats: an instance that was finished already stays as it is.
        Before: `migrate_disks_and_power_off` has returned on the source; the ports and volumes are moved to the
            destination.
        After: the guest runs here, or is shut down where the arrival does not start it.
        """

    @abstractmethod
    @raises()
    def confirm_migration(
        self, call: Call, instance: Instance, migration: Migration, /, *, networks: NetworkInfo, disks: DiskPlan
    ) -> None:
        """Remove what was kept to go back. Called on the source.

        Args:
            call: the call that the driver works for.
            instance: the instance, which is on the destination now.
            migration: the move that is confirmed.
            networks: what it was connected to on the source.
            disks: the disks and volumes that it had on the source.
        State: on any exception something may be left on the source; calling again removes it. The instance on the
            destination is not touched.
        Repeats: what is removed already is no error.
        Before: the owner has confirmed the move.
        After: nothing of the instance is left on the source; where source and destination are one node, nothing of what
            it was.
        """

    @abstractmethod
    @raises(
        CallCancelled,
        ConnectionNotSupported,
        DeviceUnavailable,
        EncryptionNotSupported,
        InstanceNotFound,
        InsufficientResources,
        MigrationFailed,
        NetworkUnavailable,
        SecretForbidden,
        VolumeUnavailable,
    )
    def revert_migration(
        self,
        call: Call,
        instance: Instance,
        migration: Migration,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
        power_on: bool,
    ) -> None:
        """Make the instance again from what was kept, and start it. Called on the source.

        Args:
            call: the call that the driver works for.
            instance: the instance, with its old flavor.
            migration: the move that is taken back.
            networks: what to connect it to on the source.
            disks: the disks that it has, and how its volumes are connected to the source.
            devices: the other devices that it has.
            power_on: whether it is started.
        Raises:
            CallCancelled: the call was cancelled before the guest ran again.
            ConnectionNotSupported: the driver cannot use the way in which a volume is connected.
            DeviceUnavailable: a device that the guest is to have is gone, or in use.
            EncryptionNotSupported: the driver cannot use the way in which a disk or volume is encrypted.
            InstanceNotFound: neither the instance nor what was kept of it is on this host.
            InsufficientResources: the node has not enough of a resource.
            MigrationFailed: what was kept to go back is not whole.
            NetworkUnavailable: a virtual interface cannot be plugged, as far as the hypervisor can tell.
            SecretForbidden: the requester may not make or read a key that the guest needs.
            VolumeUnavailable: the storage behind a volume cannot be reached from the node.
        State: on any exception the instance is whole on the source and may be shut down.
        Repeats: an instance that is back already stays as it is.
        Before: the destination has destroyed the instance there; the ports and volumes are moved back to the
            source.
        After: the guest is what it was before the move, and runs where that was asked for.
        """
